"""`python -m cnkz_stats`."""

from cnkz_stats.cli import main

main()
