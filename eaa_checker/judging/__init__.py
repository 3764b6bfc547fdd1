"""Turns a page and axe-core's raw result into observations. Pure: the same capture gives the same observations."""
