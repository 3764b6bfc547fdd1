"""Organisations and their targets: the panel at the left."""
