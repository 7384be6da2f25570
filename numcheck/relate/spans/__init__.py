"""Years, months and days: what lies between two moments."""
