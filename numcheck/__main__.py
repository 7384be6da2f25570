"""Lets `python -m numcheck` run the command."""

import sys

from numcheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
