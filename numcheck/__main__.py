"""Lets the command run as a process of its own."""

from __future__ import annotations

import gc
import os
import sys


def run() -> None:
    """Run the command, and end the process without taking it apart.

    Of a short check the interpreter spends a sixth on freeing, one by one, what the operating
    system frees at once, and some more on looking for cycles in what it has just imported.
    """
    gc.set_threshold(100_000, 20, 100)
    for stream in ("stdin", "stdout", "stderr"):
        if getattr(sys, stream) is None:  # closed by whoever started the process
            setattr(sys, stream, open(os.devnull, "r+"))  # noqa: SIM115
    from numcheck.cli import main

    try:
        status = main()
    except SystemExit as end:  # argparse ends so, with its message said
        status = end.code if isinstance(end.code, int) else 0
    except Exception:  # a fault of our own; 1, which Python would make of it, means findings
        import traceback

        traceback.print_exc()
        status = 3
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
