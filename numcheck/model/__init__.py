"""The words of the house: frozen, slotted types, no reading or writing."""

VERSION = "0.1.0"
