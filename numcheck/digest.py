"""The digest of a text, by the interpreter's own sha-256."""

from __future__ import annotations

try:  # hashlib opens OpenSSL, which is 4 ms of every start; random.py does the same
    from _sha2 import sha256  # type: ignore[import-not-found,unused-ignore]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        from hashlib import sha256


def digest(data: bytes) -> str:
    """Return the sha-256 of some bytes, in hexadecimal digits."""
    digits: str = sha256(data).hexdigest()
    return digits
