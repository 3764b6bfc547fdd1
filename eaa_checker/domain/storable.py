"""Text from hostile pages, made such that every database can hold it and gives it back as it was kept."""

from __future__ import annotations


def clean(text: str) -> str:
    """*text* without what a database cannot hold: half surrogate pairs and NUL become U+FFFD.

    A hostile page can put both into its title; SQLite refuses the first, PostgreSQL both.
    """
    if text.isascii():
        return text.replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\0", "\ufffd")
