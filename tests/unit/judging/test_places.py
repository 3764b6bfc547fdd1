"""Fingerprints: the same for the same barrier, never the same for two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eaa_checker.judging.places import EXCERPT, Fingerprints, excerpt, normal_path
from rules.page import Document, Element, Page, Text


def element(parent: Element | None, document: Document, tag: str, text: str = "", **attributes: str) -> Element:
    made = Element(document, parent, 0, tag, attributes, index=len(document.elements))
    document.elements.append(made)
    if parent is None:
        document.root = made
    else:
        parent.children.append(made)
    if text:
        made.children.append(Text(document, made, 0, text))
    return made


def page(banner: bool = False, link: str = "Contact") -> tuple[Page, Element]:
    """A page with a header link, with or without a banner put before everything."""
    made = Page("https://example.nl/")
    document = Document(made, made.address)
    made.documents.append(document)
    html = element(None, document, "html")
    body = element(html, document, "body")
    if banner:
        element(body, document, "div", "Cookies?")
    wrapper = element(body, document, "div")
    header = element(wrapper, document, "header")
    listed = element(header, document, "ul")
    item = element(listed, document, "li")
    return made, element(item, document, "a", link, href="/contact?sid=1")


def test_the_same_barrier_on_two_pages_has_one_fingerprint() -> None:
    (_, one), (_, other) = page(), page()
    assert Fingerprints().of("link-has-name", one, "empty") == Fingerprints().of("link-has-name", other, "empty")


def test_content_put_before_a_landmark_does_not_move_it() -> None:
    (_, one), (_, other) = page(), page(banner=True)
    assert normal_path(one) == normal_path(other)
    assert Fingerprints().of("r", one, "w") == Fingerprints().of("r", other, "w")


def test_rule_word_and_text_tell_barriers_apart() -> None:
    (_, one), (_, other) = page(), page(link="Klacht")
    prints = {
        Fingerprints().of("a", one, "w"), Fingerprints().of("b", one, "w"), Fingerprints().of("a", one, "v"),
        Fingerprints().of("a", other, "w"),
    }  # fmt: skip
    assert len(prints) == 4


def test_two_alike_elements_of_one_page_stay_two() -> None:
    made, link = page()
    item = link.parent_element
    twins = [element(item, made.document, "b", "Let op", id="melding") for _ in range(2)]
    prints = Fingerprints()
    first, second = (prints.of("r", twin, "w") for twin in twins)
    assert first != second


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=6))
def test_the_parts_of_a_fingerprint_cannot_run_together(parts: list[tuple[str, str]]) -> None:
    seen: dict[str, tuple[str, str]] = {}
    for rule, word in parts:
        found = Fingerprints().of(rule, None, word)
        assert seen.setdefault(found, (rule, word)) == (rule, word)


def test_an_excerpt_is_escaped_and_cut() -> None:
    made, link = page(link="<b>&" + "x" * 5000)
    text = excerpt(link)
    assert text.startswith('<a href="/contact?sid=1">&lt;b&gt;&amp;')
    assert len(text) <= EXCERPT
    assert made.address
