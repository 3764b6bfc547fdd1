"""Exit codes of commands that found something amiss; those of errors are in ``eaa_checker.errors``."""

NOT_PASSED = 11
"""A check was not passed: a point of a sample, a changed dossier, another outcome at a replay."""
INCOMPLETE = 12
"""Something must be mended or completed first: a letter before it goes out, a dossier by the case law."""
