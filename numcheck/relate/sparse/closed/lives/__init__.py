"""Years, lengths of time and ages, alone in a sentence."""
