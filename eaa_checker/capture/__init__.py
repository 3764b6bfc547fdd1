"""Turns a page in a browser tab into a frozen capture, and a capture into the page that rules judge."""
