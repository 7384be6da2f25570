"""Ranges and extremes, with their lower and upper ends."""
