"""Figures and sums, printed as the copy around them prints its own."""
