"""Two moments and one length, alone in a sentence."""
