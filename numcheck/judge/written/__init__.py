"""RULE FILE → RULE: the YAML read, understood, and refused with its faults."""
