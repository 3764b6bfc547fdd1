"""The templates of every HTML page of ours, and the policy by which a browser reads such a page.

Every value that enters a template is made plain and escaped (autoescape), and a content security policy in the page
forbids whatever might slip through: no network, no foreign script, no foreign style.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from eaa_checker.report import words
from eaa_checker.report.plain_text import cut, plain
from eaa_checker.report.words import number, some

_ADDRESS = 2_000
"""Characters of an address that are shown; a longer one is no link either."""

_BREAKS = re.compile(r"(?<=[^/:])(?=[/?&#])")


def environment(language: str) -> Environment:
    """Templates for pages in *language* (``nl`` or ``en``): what enters them is made plain and escaped."""
    made = Environment(
        loader=PackageLoader("eaa_checker.report", "template"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def texts(nl: str, en: str, /, **values: object) -> Markup:
        # Both sentences are literals of the template; only what fills them is escaped.
        text = Markup(nl if language == "nl" else en)
        return text.format(**{k: _harmless(v) for k, v in values.items()}) if values else text

    made.globals.update(
        t=texts,
        n=lambda count: number(count, language),
        pages=lambda count: words.pages(count, language),
        places=lambda count: words.places(count, language),
        some=lambda count, nl, en: some(count, language, nl, en),
        address=_address,
        cut=cut,
        language=language,
    )
    return made


def _harmless(value: Any) -> Any:
    """Nothing hidden reaches the file, whatever the template prints; escaping follows after this."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _address(address: str) -> Markup:
    """An address of a page: a link when it is http(s), plain text otherwise (``javascript:`` never becomes a link)."""
    harmless = cut(plain(address), _ADDRESS)
    # Where a long address may be broken: <wbr> stands before what would begin the next line.
    parts = [Markup.escape(part) for part in _BREAKS.split(harmless)]
    shown = Markup('<bdi class="url" dir="ltr">{}</bdi>').format(Markup("<wbr>").join(parts))
    if len(address) > _ADDRESS or not address.lower().startswith(("http://", "https://")):
        return shown
    return Markup('<a href="{}" rel="noreferrer noopener">{}</a>').format(harmless, shown)


def asset(name: str) -> str:
    """A file beside the templates: a style sheet or a script of ours."""
    return files("eaa_checker.report").joinpath("template").joinpath(name).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """How a content security policy names the one style sheet or script that it allows."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page_policy(style: str) -> str:
    """The policy of a page in a folder: pictures beside it, this *style* sheet, no script and no network."""
    return (
        f"default-src 'none'; img-src 'self' file:; style-src {digest(style)}; base-uri 'none'; "
        "form-action 'none'"
    )
