"""Letters: from what was established to documents that survive a court and can be read by an administrator."""
