"""Which two figures of a sentence are older and newer."""
