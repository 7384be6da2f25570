"""What stands around an amount: its hedge, what it counts, whose age it is."""
