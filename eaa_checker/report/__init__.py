"""Writes a finished or running scan to files that others read: CSV, XLSX, JSON, EARL and an HTML report."""
