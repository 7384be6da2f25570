"""So much each, so many of them, and what it comes to."""
