"""No rule raises, whatever the page, and judging the same capture twice gives the same observations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eaa_checker.judging.observing import judge_own, observe
from rules import book
from rules.page import (
    HTML,
    MATHML,
    STYLES,
    SVG,
    Accessible,
    Box,
    Document,
    Element,
    Layout,
    NameSource,
    Page,
    ShadowRoot,
    Text,
)

TAGS = [
    "div",
    "span",
    "p",
    "a",
    "button",
    "input",
    "select",
    "textarea",
    "option",
    "label",
    "fieldset",
    "legend",
    "form",
    "h1",
    "h2",
    "h7",
    "img",
    "svg",
    "iframe",
    "object",
    "video",
    "audio",
    "track",
    "table",
    "tr",
    "td",
    "th",
    "caption",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "nav",
    "main",
    "header",
    "footer",
    "aside",
    "section",
    "article",
    "details",
    "summary",
    "dialog",
    "title",
    "meta",
    "html",
    "body",
    "map",
    "area",
    "canvas",
    "slot",
    "template",
    "x-eigen",
    "embed",
    "source",
    "picture",
    "figure",
    "blink",
    "marquee",
]
ATTRIBUTES = [
    "id",
    "class",
    "role",
    "href",
    "src",
    "alt",
    "title",
    "lang",
    "xml:lang",
    "type",
    "name",
    "value",
    "for",
    "headers",
    "scope",
    "colspan",
    "rowspan",
    "tabindex",
    "style",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
    "aria-hidden",
    "aria-checked",
    "aria-level",
    "aria-owns",
    "aria-controls",
    "aria-expanded",
    "aria-valuenow",
    "aria-nonsense",
    "autocomplete",
    "content",
    "http-equiv",
    "accesskey",
    "contenteditable",
    "usemap",
    "disabled",
    "hidden",
    "inert",
    "open",
    "controls",
    "autoplay",
    "muted",
    "loop",
    "kind",
    "srclang",
    "summary",
    "media",
    "download",
    "target",
    "xlink:href",
]
VALUES = st.sampled_from(
    (
        "", " ", "a", "a b", "b", "#a", "true", "false", "-1", "0", "1", "99999999999999999999", "1e9", "NaN", "nl",
        "nl-NL", "xx-", "i-default", "button", "img none", "presentation", "nonsense button", "tab", "row", "/x.png",
        "javascript:void(0)", "http://[", "//", "mailto:a", "width=device-width, maximum-scale=abc", "refresh",
        "0; url=/", "5", "color: red !important; line-height: 1.1 !important", "letter-spacing:::;", "email tel",
        "section-x shipping street-address", "\ud800", "\x00", "é", "אב", "klik hier", "IMG_1234.jpg", "{}", "%s",
    )
)  # fmt: skip
COLOURS = st.sampled_from(
    ("", "rgb(0, 0, 0)", "rgba(1, 2, 3, 0)", "rgba(255,255,255,0.5)", "color(srgb 1 0 0)", "oklab(0.5 0 0 / 0.2)",
     "transparent", "nonsense", "rgb(1)", "lab(nan 0 0)")
)  # fmt: skip
LENGTHS = st.sampled_from(("", "0px", "16px", "-3px", "auto", "normal", "1e400px", "nanpx", "50%", "x"))


@dataclass
class Spec:
    """A drawn element; pages are built from it afresh, so that nothing is remembered between two judgements."""

    tag: str
    attributes: dict[str, str]
    text: str
    role: str
    name: str
    ignored: bool
    box: tuple[float, float, float, float] | None
    styles: dict[str, str]
    namespace: str
    shadow: bool
    frame: bool
    children: list[Spec] = field(default_factory=list)


def styles() -> st.SearchStrategy[dict[str, str]]:
    plain = st.sampled_from(("", "none", "block", "hidden", "visible", "normal", "0", "0.5", "absolute", "scroll"))
    odd = st.sampled_from(
        ("url(x)", "linear-gradient(red, blue)", "inset(", "matrix(1, 2)", "rotate(90deg)", "rect(0)")
    )
    return st.dictionaries(st.sampled_from(STYLES), st.one_of(COLOURS, LENGTHS, plain, odd), max_size=6)


def spec(children: st.SearchStrategy[list[Spec]]) -> st.SearchStrategy[Spec]:
    numbers = st.sampled_from((0.0, 1.0, 20.0, 500.0, -100.0, 1e7))
    return st.builds(
        Spec,
        tag=st.sampled_from(TAGS),
        attributes=st.dictionaries(st.sampled_from(ATTRIBUTES), VALUES, max_size=5),
        text=st.sampled_from(("", " ", "Contact", "klik hier", "Lees meer over brand", "", "x" * 300, "\n")),
        role=st.sampled_from(("", "none", "generic", "button", "link", "img", "heading", "textbox", "row", "menuitem")),
        name=st.sampled_from(("", " ", "Contact", "a.png")),
        ignored=st.booleans(),
        box=st.one_of(st.none(), st.tuples(numbers, numbers, numbers, numbers)),
        styles=styles(),
        namespace=st.sampled_from((HTML, HTML, HTML, SVG, MATHML, "")),
        shadow=st.booleans(),
        frame=st.sampled_from((False, False, False, True)),
        children=children,
    )


TREES = st.recursive(spec(st.just([])), lambda inner: spec(st.lists(inner, max_size=4)), max_leaves=25)


def build(root: Spec, records: dict[str, Any]) -> Page:
    """The page that *root* describes."""
    page = Page("https://example.nl/")
    page.records.update(records)
    index = 0

    def document(top: Spec, owner: Element | None) -> Document:
        made = Document(page, "https://example.nl/frame", owner=owner, frame_id=f"F{len(page.documents)}")
        page.documents.append(made)
        made.root = element(top, made, None)
        return made

    def element(drawn: Spec, home: Document, parent: Element | ShadowRoot | None) -> Element:
        nonlocal index
        made = Element(home, parent, index, drawn.tag, dict(drawn.attributes), drawn.namespace, index)
        index += 1
        home.elements.append(made)
        if drawn.box is not None:
            made.layout = Layout(Box(*drawn.box), drawn.styles)
        sources = (NameSource("attribute", "title", drawn.name, superseded=False),)
        made.ax = Accessible(drawn.role, drawn.name, drawn.ignored, name_sources=sources)
        if drawn.text:
            text = Text(home, made, index, drawn.text)
            text.layout = Layout(Box(*(drawn.box or (0.0, 0.0, 10.0, 10.0))), {}, text_boxes=(Box(0, 0, 10, 10),))
            made.children.append(text)
        children = drawn.children
        if drawn.shadow and children:
            made.shadow_root = ShadowRoot(made, "closed")
            made.shadow_root.children.append(element(children[0], home, made.shadow_root))
            children = children[1:]
        if drawn.frame and children:
            made.content_document = document(children[0], made)
            children = children[1:]
        made.children.extend(element(child, home, made) for child in children)
        return made

    document(root, None)
    return page


def seen(page: Page) -> list[tuple[object, ...]]:
    """Everything that judging says, plain."""
    loaded = book.load()
    judged = [
        (j.rule.id, j.target.index if j.target else None, j.outcome.verdict, j.outcome.word, j.outcome.details)
        for j in loaded.judge(page)
    ]
    observed = [
        (o.fingerprint, o.verdict, o.explanation.nl)
        for o in observe(judge_own(page, loaded), None, loaded, settled=True)
    ]
    return [*judged, *observed]


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(TREES)
def test_no_rule_raises_and_judging_is_deterministic(tree: Spec) -> None:
    first = seen(build(tree, {}))
    raised = [item for item in first if len(item) == 5 and item[3] == "rule-raised"]
    assert not raised
    assert seen(build(tree, {})) == first


@pytest.mark.parametrize(
    "records",
    [{}, {"facts": {"F0": None}}, {"media": {"F0": []}}, {"focusing": {}}, {"pixels": {"F0": [{"path": [[0]]}]}}],
)
def test_missing_records_make_no_rule_raise(records: dict[str, Any]) -> None:
    leaf = Spec("video", {"autoplay": ""}, "", "", "", False, (0, 0, 10, 10), {}, HTML, False, False)
    tree = Spec("html", {}, "x", "", "", False, None, {}, HTML, False, False, [leaf])
    assert not [item for item in seen(build(tree, records)) if "rule-raised" in item]


@pytest.mark.parametrize("count", [0, 1])
def test_a_page_without_content_makes_no_rule_raise(count: int) -> None:
    page = Page("https://example.nl/")
    page.documents.append(Document(page, page.address))
    if count:
        page.documents[0].content_type = "application/xml"
    assert not [item for item in seen(page) if "rule-raised" in item]


def test_a_page_nested_5000_deep_makes_no_rule_raise() -> None:
    page = Page("https://example.nl/")
    home = Document(page, page.address)
    page.documents.append(home)
    parent: Element | None = None
    for number in range(5_000):
        tag = "html" if number == 0 else ("body" if number == 1 else ("div", "span", "ul", "li")[number % 4])
        made = Element(home, parent, number, tag, {"role": "list"} if number % 7 == 0 else {}, index=number)
        made.layout = Layout(Box(0, 0, 100, 20), {"display": "block", "visibility": "visible", "opacity": "1"})
        home.elements.append(made)
        if parent is None:
            home.root = made
        else:
            parent.children.append(made)
        parent = made
    assert parent is not None
    parent.children.append(Text(home, parent, 5_001, "diep"))
    assert not [item for item in seen(page) if "rule-raised" in item]
