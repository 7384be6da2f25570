"""Ages, years, dates and hours: what lies between two moments."""
