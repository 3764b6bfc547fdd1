"""Signals: the inbox of reasons to look, and what becomes of them."""
