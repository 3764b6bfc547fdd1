"""Organisations and their targets, and what scans saw of them."""
