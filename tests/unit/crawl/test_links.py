"""The links of a page."""

from __future__ import annotations

import pytest

from eaa_checker.crawl.links import DocumentKind, PageLinks, base_of, document_kind, links_of
from rules.page import HTML, SVG, Document, Element, Page, ShadowRoot

SITE = "https://vrdemo.nl"


def build(
    address: str = f"{SITE}/nieuws/lijst", *elements: tuple[str, dict[str, str]], page: Page | None = None
) -> Document:
    """A document with *elements* below its root; tags with ``svg:`` are SVG."""
    page = page or Page(address)
    document = Document(page, address)
    page.documents.append(document)
    document.root = root = Element(document, None, 1, "html", {})
    document.elements.append(root)
    for number, (tag, attributes) in enumerate(elements, 2):
        namespace = SVG if tag.startswith("svg:") else HTML
        element = Element(document, root, number, tag.removeprefix("svg:"), attributes, namespace, number)
        root.children.append(element)
        document.elements.append(element)
    return document


def links(*elements: tuple[str, dict[str, str]]) -> PageLinks:
    return links_of(build(f"{SITE}/nieuws/lijst", *elements).page)


def test_links_in_order_without_repeats() -> None:
    found = links(
        ("a", {"href": "brand"}),
        ("a", {"href": "/contact#form", "rel": "nofollow noopener"}),
        ("area", {"href": "../kaart"}),
        ("a", {"href": "brand?utm_source=mail"}),
        ("a", {}),
        ("a", {"name": "top"}),
        ("span", {"href": "/nee"}),
        ("svg:a", {"href": "/svg"}),
        ("svg:a", {"xlink:href": "/svg-oud"}),
        ("svg:use", {"href": "/sprite"}),
        ("a", {"href": "https://elders.nl"}),
    )
    assert found.pages == (
        f"{SITE}/nieuws/brand",
        f"{SITE}/contact",
        f"{SITE}/kaart",
        f"{SITE}/svg",
        f"{SITE}/svg-oud",
        "https://elders.nl/",
    )
    assert found.documents == found.frames == ()


@pytest.mark.parametrize(
    "href", ["tel:112", "TEL:112", " sms:112", "mailto:a@b.nl", "javascript:void(0)", "data:,x", "http://["]
)
def test_nothing_is_ever_dialled_or_run(href: str) -> None:
    found = links(("a", {"href": href}), ("area", {"href": href}), ("svg:a", {"href": href}))
    assert found == PageLinks()


def test_downloads_are_documents() -> None:
    found = links(
        ("a", {"href": "/gids", "download": ""}),
        ("a", {"href": "/plan.PDF?v=2"}),
        ("a", {"href": "/gids"}),
        ("a", {"href": "/pagina.aspx"}),
    )
    assert found.documents == (f"{SITE}/gids", f"{SITE}/plan.PDF?v=2")
    assert found.pages == (f"{SITE}/pagina.aspx",)


def test_base_counts_once() -> None:
    found = links(
        ("base", {"target": "_top"}),
        ("base", {"href": "/andere/map/"}),
        ("base", {"href": "https://elders.nl/"}),
        ("a", {"href": "x"}),
        ("a", {"href": "#deel"}),
    )
    assert found.pages == (f"{SITE}/andere/map/x", f"{SITE}/andere/map/")
    assert links(("base", {"href": "data:,"}), ("a", {"href": "x"})).pages == (f"{SITE}/nieuws/x",)


def test_frames_have_their_own_base_and_srcdoc_that_of_its_page() -> None:
    top = build(f"{SITE}/a/b", ("iframe", {"src": "f"}), ("iframe", {"srcdoc": "x"}), ("base", {"href": "/basis/"}))
    framed = build(f"{SITE}/frames/f", ("a", {"href": "in-frame"}), page=top.page)
    inline = build("about:srcdoc", ("a", {"href": "in-srcdoc"}), page=top.page)
    framed.owner, inline.owner = top.elements[1], top.elements[2]
    found = links_of(top.page)
    assert found.pages == (f"{SITE}/frames/in-frame", f"{SITE}/basis/in-srcdoc")
    assert found.frames == (f"{SITE}/frames/f",)
    assert base_of(inline) == f"{SITE}/basis/"


def test_a_base_in_a_shadow_tree_does_not_count() -> None:
    document = build(f"{SITE}/a/", ("div", {}), ("base", {"href": "/elders/"}), ("a", {"href": "x"}))
    host, base = document.elements[1], document.elements[2]
    base.parent = ShadowRoot(host, "open", [base])
    assert links_of(document.page).pages == (f"{SITE}/a/x",)


def test_canonical() -> None:
    assert links(("link", {"rel": "Canonical", "href": "/nieuws"})).canonical == f"{SITE}/nieuws"
    assert links(("link", {"rel": "canonical", "href": "mailto:x"})).canonical == ""
    assert links(("link", {"rel": "alternate", "href": "/en"})).canonical == ""
    assert links_of(Page(f"{SITE}/")) == PageLinks()


@pytest.mark.parametrize(
    ("media_type", "address", "kind"),
    [
        ("text/html; charset=utf-8", f"{SITE}/a.pdf", None),
        ("application/xhtml+xml", f"{SITE}/", None),
        ("", f"{SITE}/contact", None),
        ("", f"{SITE}/index.php", None),
        ("", f"{SITE}/versie-2.0", None),
        ("", f"{SITE}/plan.pdf", DocumentKind.PDF),
        ("", f"{SITE}/a/Plan%2EDOCX", DocumentKind.TEXT),
        ("", f"{SITE}/a.odt", DocumentKind.TEXT),
        ("", f"{SITE}/a.xlsx", DocumentKind.SPREADSHEET),
        ("", f"{SITE}/a.PPTX", DocumentKind.PRESENTATION),
        ("", f"{SITE}/a.zip", DocumentKind.ARCHIVE),
        ("", f"{SITE}/a.mp4", DocumentKind.MEDIA),
        ("", f"{SITE}/a.jpeg", DocumentKind.IMAGE),
        ("", f"{SITE}/rooster.ics", DocumentKind.DATA),
        ("application/pdf", f"{SITE}/download?id=3", DocumentKind.PDF),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "", DocumentKind.TEXT),
        ("application/vnd.oasis.opendocument.spreadsheet", "", DocumentKind.SPREADSHEET),
        ("video/mp4", f"{SITE}/x", DocumentKind.MEDIA),
        ("application/rss+xml", f"{SITE}/x", DocumentKind.DATA),
        ("application/octet-stream", f"{SITE}/x.pdf", DocumentKind.PDF),
        ("application/octet-stream", f"{SITE}/x", DocumentKind.OTHER),
        ("application/x-onbekend", f"{SITE}/x", DocumentKind.OTHER),
    ],
)
def test_kinds_of_documents(media_type: str, address: str, kind: DocumentKind | None) -> None:
    assert document_kind(media_type, address) is kind
