"""The risk picture: where to look first, and why."""
