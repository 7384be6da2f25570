"""What stands in a sum: members of a list, what they count."""
