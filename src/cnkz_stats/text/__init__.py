"""Figures in running text: which ones a text states, and whether they can be right."""
