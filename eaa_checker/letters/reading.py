"""Reads the plain text of a template, fields filled in, as a document: a small part of Markdown (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from eaa_checker.letters.document import Block, Grid, Heading, Listing, Paragraph, Run, storable

_READER = MarkdownIt("commonmark", {"html": False}).enable("table")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SPECIAL = frozenset("\\`*_{}[]()#+-.!|<>~&:@=\"'^")


def literal(text: str) -> str:
    """*text* so that reading it gives back the same words: nothing in a field can become markup."""
    flat = " ".join(storable(text).split())
    return "".join(f"\\{ch}" if ch in _SPECIAL else ch for ch in flat)


def read(text: str) -> tuple[Block, ...]:
    """The blocks of *text*. Headings keep their level; raw HTML and pictures are not understood and stay text."""
    return tuple(_blocks(_READER.parse(text)))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _end(tokens, at)
        inner = tokens[at + 1 : end]
        if token.type == "heading_open":
            yield Heading(int(token.tag[1:]), "".join(run.text for run in _inline(inner)))
        elif token.type in ("paragraph_open", "blockquote_open"):
            runs = _inline(inner)
            if runs:
                yield Paragraph(runs, "note" if token.type == "blockquote_open" else "")
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            items = tuple(_inline(tokens[a:b]) for a, b in _children(tokens, at, end, "list_item_open"))
            yield Listing(items, token.type == "ordered_list_open")
        elif token.type == "table_open":
            rows = [
                tuple("".join(r.text for r in _inline(tokens[c:d])) for c, d in _cells(tokens, a, b))
                for a, b in _children(tokens, at, end, "tr_open")
            ]
            yield Grid("", rows[0], tuple(rows[1:]))
        elif token.type in ("fence", "code_block"):
            yield Paragraph((Run(token.content.rstrip("\n"), code=True),), "code")
        at = end + 1


def _end(tokens: Sequence[Token], at: int) -> int:
    """Index of the token that closes the one at *at* (itself when it is closed already)."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1


def _children(tokens: Sequence[Token], start: int, end: int, kind: str) -> list[tuple[int, int]]:
    found = []
    at = start + 1
    while at < end:
        if tokens[at].type == kind:
            last = _end(tokens, at)
            found.append((at + 1, last))
            at = last
        at += 1
    return found


def _cells(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    found = []
    at = start
    while at < end:
        if tokens[at].type in ("th_open", "td_open"):
            last = _end(tokens, at)
            found.append((at + 1, last))
            at = last
        at += 1
    return found


def _inline(tokens: Sequence[Token]) -> tuple[Run, ...]:
    runs: list[Run] = []
    strong = emphasis = 0
    link = ""
    for token in (child for one in tokens if one.type == "inline" for child in one.children or []):
        if token.type == "text" and token.content:
            runs.append(Run(token.content, strong > 0, emphasis > 0, False, link))
        elif token.type in ("softbreak", "hardbreak"):
            runs.append(Run("\n" if token.type == "hardbreak" else " ", strong > 0, emphasis > 0, False, link))
        elif token.type == "code_inline":
            runs.append(Run(token.content, code=True, link=link))
        elif token.type in ("strong_open", "strong_close"):
            strong += token.nesting
        elif token.type in ("em_open", "em_close"):
            emphasis += token.nesting
        elif token.type == "link_open":
            link = str(token.attrs.get("href", ""))
        elif token.type == "link_close":
            link = ""
    return _linked(_joined(runs))


def _linked(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """E-mail addresses as links; web addresses may come from a hostile page and stay text."""
    found: list[Run] = []
    for run in runs:
        at = 0
        for mark in () if run.link or run.code else _MAIL.finditer(run.text):
            if mark.start() > at:
                found.append(Run(run.text[at : mark.start()], run.strong, run.emphasis))
            found.append(Run(mark[0], run.strong, run.emphasis, link=f"mailto:{mark[0]}"))
            at = mark.end()
        if at < len(run.text):
            found.append(run if at == 0 else Run(run.text[at:], run.strong, run.emphasis))
    return tuple(found)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours of the same kind as one run: Markdown cuts text at every escaped sign."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.strong, last.emphasis, last.code, last.link) == (
            run.strong, run.emphasis, run.code, run.link,
        ):  # fmt: skip
            joined[-1] = Run(last.text + run.text, run.strong, run.emphasis, run.code, run.link)
        else:
            joined.append(run)
    return tuple(joined)
