"""Births, birthdays and ages of people and things."""
