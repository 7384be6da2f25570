"""Wholes and their parts: what fills them, what lies inside them."""
