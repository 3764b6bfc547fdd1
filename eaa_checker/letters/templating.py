"""Finds the template of a letter, checks that it is in force, and fills in its fields.

A template is a text file ``<kind>.md``: a head with dates between two lines ``---``, then blocks that begin with a
line ``@blok <name>``. Blocks that a template leaves out come from ``shared.md``. A folder of the organisation goes
before the templates that come with the program. Every template must be approved by lawyers before it is used.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from eaa_checker.domain.letter import BlockKind, LetterKind
from eaa_checker.errors import BadInput, NotFound
from eaa_checker.letters.reading import literal

NOTICE = "Dit sjabloon moet vóór gebruik zijn goedgekeurd door de juristen van de inspectie."
_BLOCK = re.compile(r"^@blok +([a-z-]+) *$", re.MULTILINE)


OPEN_FIELD = "[invullen: {0}]"
"""What a draft shows where a field has no value yet."""
LATER = ("last", "ondertekenaar", "object")
"""Names that have no fields at all as long as nothing is chosen for them."""


class Filled(dict[str, Any]):
    """Fields of one name, without those that are empty; knows its name, and which fields it could have."""

    def __init__(self, name: str, values: dict[str, Any]) -> None:
        super().__init__((key, value) for key, value in values.items() if value != "")
        self.name = name
        self.known = frozenset(values)


class _Missing(StrictUndefined):
    """A field without a value: any use is an error that names it as the template does."""

    @property
    def _undefined_message(self) -> str:
        holder = self._undefined_obj
        return f"{holder.name}.{self._undefined_name}" if isinstance(holder, Filled) else str(self._undefined_name)


class _Open(_Missing):
    """In a draft: a field that exists and has no value yet shows itself; one that does not exist stays an error."""

    @property
    def _exists(self) -> bool:
        holder = self._undefined_obj
        if isinstance(holder, Filled):
            return self._undefined_name in holder.known
        return (holder._undefined_name if isinstance(holder, _Open) else self._undefined_name) in LATER

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or not self._exists:
            raise AttributeError(name) if name.startswith("__") else UndefinedError(self._undefined_message)
        return _Open(name=f"{self._undefined_message}.{name}", obj=self)

    def __str__(self) -> str:  # type: ignore[override]
        if not self._exists:
            raise UndefinedError(self._undefined_message)
        return OPEN_FIELD.format(self._undefined_message)

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        return iter((str(self),))

    def __bool__(self) -> bool:  # type: ignore[override]
        return not str(self)


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it was read, with the blocks it has itself or shares."""

    kind: LetterKind
    title: str
    valid_from: date
    valid_until: date | None
    blocks: dict[BlockKind, str]
    digest: str
    """SHA-256 over all texts it is made of: what lawyers approve is exactly this."""
    source: str
    text: str = ""
    """What lawyers read and approve: the template itself, then the parts that all letters share."""

    def in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


def template_for(kind: LetterKind, folder: Path | None = None) -> Template:
    """The template of *kind*, from *folder* where it has one. Raises NotFound, BadInput for a faulty file."""
    own, source = _text(f"{kind.value}.md", folder)
    shared, _ = _text("shared.md", folder)
    head, blocks = _parts(own, source)
    _, common = _parts(shared, "shared.md")
    try:
        begins, ends = head["valid_from"], head.get("valid_until")
        title = str(head["title"])
        if not isinstance(begins, date) or not (ends is None or isinstance(ends, date)):
            raise BadInput(
                f"Sjabloon {source}: een geldigheidsdatum is geen datum (jjjj-mm-dd).",
                f"Template {source}: a date of validity is no date (yyyy-mm-dd).",
            )
    except KeyError as error:
        raise BadInput(
            f"Sjabloon {source}: in de kop ontbreekt {error}.", f"Template {source}: the head lacks {error}."
        ) from error
    if NOTICE not in own:
        raise BadInput(
            f"Sjabloon {source}: de zin “{NOTICE}” ontbreekt. Zet die in de kop.",
            f"Template {source}: the sentence “{NOTICE}” is missing. Put it in the head.",
        )
    digest = hashlib.sha256(f"{own}\0{shared}".encode()).hexdigest()
    return Template(kind, title, begins, ends, common | blocks, digest, source, f"{own}\n\n{shared}")


def _text(name: str, folder: Path | None) -> tuple[str, str]:
    if folder is not None and (folder / name).is_file():
        path = folder / name
        try:
            return path.read_text("utf-8"), str(path)
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(
                f"Sjabloon {path} is niet te lezen: {error}.", f"Template {path} cannot be read: {error}."
            ) from error
    shipped = files("eaa_checker.letters") / "templates" / name
    if not shipped.is_file():
        raise NotFound(f"Er is geen sjabloon {name}.", f"There is no template {name}.")
    return shipped.read_text("utf-8"), name


def _parts(text: str, source: str) -> tuple[dict[str, Any], dict[BlockKind, str]]:
    pieces = text.split("---\n", 2)
    if len(pieces) != 3 or pieces[0].strip():
        raise BadInput(
            f"Sjabloon {source}: de kop tussen twee regels --- ontbreekt.",
            f"Template {source}: the head between two lines --- is missing.",
        )
    try:
        head = yaml.safe_load(pieces[1])
    except yaml.YAMLError as error:
        raise BadInput(
            f"Sjabloon {source}: de kop is niet te lezen: {error}.",
            f"Template {source}: the head cannot be read: {error}.",
        ) from error
    found: dict[BlockKind, str] = {}
    marks = list(_BLOCK.finditer(pieces[2]))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        try:
            kind = BlockKind(mark[1])
        except ValueError:
            known = ", ".join(BlockKind)
            raise BadInput(
                f"Sjabloon {source}: blok “{mark[1]}” bestaat niet. Kies uit: {known}.",
                f"Template {source}: there is no block “{mark[1]}”. Choose from: {known}.",
            ) from None
        found[kind] = pieces[2][mark.end() : following.start() if following else None].strip()
    return dict(head or {}), found


def fill(text: str, fields: dict[str, Any], source: str, *, draft: bool = False) -> str:
    """*text* with its fields filled in; their values can never become markup. A *draft* shows what is still open.

    Raises BadInput for a field that is unknown or (but for a draft) has no value, and for a faulty template, with the
    place.
    """
    missing = _Open if draft else _Missing
    environment = ImmutableSandboxedEnvironment(
        undefined=missing, finalize=_finalize, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )
    try:
        return environment.from_string(text).render(fields)
    except UndefinedError as error:
        raise BadInput(
            f"{source}: een veld is onbekend of nog niet ingevuld: {error.message}.",
            f"{source}: a field is unknown or not filled in yet: {error.message}.",
        ) from error
    except (TemplateError, SecurityError, TypeError, ValueError) as error:
        line = getattr(error, "lineno", None)
        place = f" (regel {line})" if line else ""
        raise BadInput(
            f"{source}{place}: het sjabloon is niet te gebruiken: {error}.",
            f"{source}{place}: the template cannot be used: {error}.",
        ) from error


def _finalize(value: Any) -> str:
    if isinstance(value, (list, dict)):
        raise TypeError(f"een lijst kan niet zomaar in een zin: {value!r}"[:200])
    return literal(str(value))
