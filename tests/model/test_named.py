"""Rows are what typing's named tuples are, made without compiling anything."""

from __future__ import annotations

import pickle

import pytest

from numcheck.named import NamedTuple


class Boat(NamedTuple):
    """A boat with a name, a length, and what it is made of."""

    name: str
    metres: int
    hull: str = "oak"

    @property
    def long(self) -> bool:
        """Whether it is over ten metres."""
        return self.metres > 10


def test_values_stand_by_place_and_by_name() -> None:
    boat = Boat("Alba", 12)
    assert boat == ("Alba", 12, "oak") == Boat(metres=12, name="Alba")
    assert (boat.name, boat.metres, boat.hull, boat.long) == ("Alba", 12, "oak", True)
    name, metres, hull = boat
    assert hash(boat) == hash((name, metres, hull))
    assert Boat._fields == ("name", "metres", "hull")


def test_a_row_is_replaced_shown_and_kept() -> None:
    boat = Boat("Alba", 12)
    assert boat._replace(metres=9) == Boat("Alba", 9)
    assert boat._asdict() == {"name": "Alba", "metres": 12, "hull": "oak"}
    assert repr(boat) == "Boat(name='Alba', metres=12, hull='oak')"
    assert pickle.loads(pickle.dumps(boat)) == boat
    assert type(boat._replace(hull="ash")) is Boat


def test_a_row_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Boat("Alba", 12).name = "Moray"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Boat("Alba", 12).depth = 3  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [
        (("Alba",), {}, "Boat needs its metres"),
        ((), {}, "Boat needs its name, metres"),
        (("Alba", 1, "oak", 2), {}, "Boat takes name, metres, hull"),
        (("Alba", 1), {"mast": 2}, "Boat takes name, metres, hull"),
        (("Alba", 1), {"name": "Moray"}, "Boat takes name, metres, hull"),
    ],
)
def test_wrong_values_are_refused(
    values: tuple[object, ...], named: dict[str, object], said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        Boat(*values, **named)  # type: ignore[arg-type]


def test_a_field_that_is_not_there_cannot_be_replaced() -> None:
    with pytest.raises(ValueError, match="Boat has no mast"):
        Boat("Alba", 12)._replace(mast=2)  # type: ignore[call-arg]
