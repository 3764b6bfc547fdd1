"""The engine of EAA Checker: browser visits become frozen captures, captures are judged, people decide."""

__version__ = "0.1.0"
