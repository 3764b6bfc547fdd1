"""The page people read in a publication package: accessible, without script and without network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from eaa_checker import __version__
from eaa_checker.report.html_templates import asset, environment, page_policy


def page(values: Mapping[str, Any], language: str) -> bytes:
    """*values*: what the template ``publication.html`` names, free of personal data already."""
    style = asset("style.css") + asset("folder.css")
    template = environment(language).get_template("publication.html")
    text = template.render(**values, style=Markup(style), policy=page_policy(style), tool_version=__version__)
    return text.encode()
