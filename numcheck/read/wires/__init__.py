"""The wires' parts: JSON with its offsets, ninjs, ANS, NewsML-G2, NITF."""
