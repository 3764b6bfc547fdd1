"""Which addresses are visited: how each was found, in what order they come, and how each ended."""
