"""The terms of a rate: the total, the count, so much each."""
