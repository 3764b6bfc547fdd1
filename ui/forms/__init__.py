"""Forms in place and texts to read: what several places build their decisions and details from."""
