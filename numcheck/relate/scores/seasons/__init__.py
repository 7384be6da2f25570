"""Results over several games: series, legs, streaks and standings."""
