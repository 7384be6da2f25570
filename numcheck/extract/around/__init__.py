"""What stands around an amount: hedge, noun, age."""
