"""What can be true together, what cannot, and why."""
