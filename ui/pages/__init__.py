"""The addresses of a crawl: how each was found and how it ended."""
