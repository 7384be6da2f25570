"""What stands in a sum: members of a list, and what they count."""
