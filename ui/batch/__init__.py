"""Many scans at once."""
