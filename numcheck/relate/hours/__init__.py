"""Times of the clock, and the hours between them."""
