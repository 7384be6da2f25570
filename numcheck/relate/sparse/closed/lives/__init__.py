"""Years, lengths of time and ages that are all that a sentence has."""
