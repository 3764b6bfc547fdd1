"""The page people read in a publication package: accessible, without script and without network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from eaa_checker import __version__
from eaa_checker.report import html_file


def page(values: Mapping[str, Any], language: str) -> bytes:
    """*values*: what the template ``publication.html`` names, free of personal data already."""
    style = html_file._asset("style.css") + html_file._asset("folder.css")
    policy = (
        f"default-src 'none'; img-src 'self' file:; style-src {html_file._hash(style)}; base-uri 'none'; "
        "form-action 'none'"
    )
    template = html_file._environment(language).get_template("publication.html")
    text = template.render(**values, style=Markup(style), policy=policy, tool_version=__version__)
    return text.encode()
