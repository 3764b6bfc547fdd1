"""Frozen values of the inspectorate's vocabulary; no input or output happens here."""
