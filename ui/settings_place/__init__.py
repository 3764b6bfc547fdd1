"""The inspector's own choices."""
