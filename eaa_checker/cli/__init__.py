"""The command line ``eaa-checker``: a thin skin over the front door."""

from eaa_checker.cli.commands import main

__all__ = ["main"]
