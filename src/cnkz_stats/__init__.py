"""Checks published statistics against each other."""
