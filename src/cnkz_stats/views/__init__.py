"""How results look: in the terminal, to machines, as pictures."""
