"""The commands: parse options, call one function, print, exit."""

from cnkz_stats.cli.program import app, main

__all__ = ["app", "main"]
