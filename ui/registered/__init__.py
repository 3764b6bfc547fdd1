"""What the register holds of a body or a target in full, and the lists that are imported into it."""
