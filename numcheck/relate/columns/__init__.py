"""Figures under each other: labelled lines, bands of ages, tables."""
