"""Wholes, parts and limits that stand alone beside their claim."""
