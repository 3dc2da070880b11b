"""What follows from the levels."""
