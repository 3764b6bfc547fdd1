"""One scan from the first address to the last: visits, captures, judges and keeps page by page."""
