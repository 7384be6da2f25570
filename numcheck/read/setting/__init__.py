"""What the readers share: decoding, the galley, tags, small conventions."""
