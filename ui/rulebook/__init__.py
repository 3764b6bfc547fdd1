"""The rules and the norms, to read."""
