"""A sentence read once: its movements, stated changes, levels and pairs."""

from __future__ import annotations

from numcheck.model.passage import Sentence
from numcheck.relate.changes.frame.claims import read_claims
from numcheck.relate.changes.frame.levels import read_levels
from numcheck.relate.changes.frame.scene import Scene
from numcheck.relate.changes.frame.times import read_times


def read(sentence: Sentence) -> Scene:
    """Read a sentence's changes and levels, once for all who ask."""
    scene = read_stated(sentence)
    if not scene.levelled:
        scene.levelled = True
        read_levels(scene)
    return scene


def read_stated(sentence: Sentence) -> Scene:
    """Read a sentence's changes alone: its scene has no levels, unless somebody read them."""
    scene: Scene | None = sentence.kept.get("scene")
    if scene is None:
        scene = sentence.kept["scene"] = Scene(sentence)
        read_times(scene)
        read_claims(scene)
    return scene
