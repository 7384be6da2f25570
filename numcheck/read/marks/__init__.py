"""Markdown's parts: front matter, blocks, and the signs in a line."""
