"""The rule book: what a page is to a rule, every rule, every norm, every question for a person."""

VERSION = "2026.11.0"
"""Version of the rule book, recorded with every scan: year.month.counter."""
