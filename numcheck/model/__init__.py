"""The words of the house: frozen, slotted types, no reading or writing."""
