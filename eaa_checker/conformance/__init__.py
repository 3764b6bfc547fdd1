"""Runs the rule book over W3C's published ACT test cases and counts as W3C counts."""
