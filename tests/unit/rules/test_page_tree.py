"""The tree that rules see: finding elements by tag, role, attribute and path, and what is kept once worked out."""

from __future__ import annotations

from rules.page import HTML, Accessible, Box, Document, Element, Layout, Page, Text
from rules.remembered import remembered
from rules.selectors import number, selector_path


class Tree:
    """A page built by hand: every element gets a box of its own line."""

    def __init__(self) -> None:
        self.page = Page("https://voorbeeld.nl/")
        self.document = Document(self.page, "https://voorbeeld.nl/")
        self.page.documents.append(self.document)
        self.html = self.add(None, "html")
        self.body = self.add(self.html, "body")

    def add(
        self, parent: Element | None, tag: str, role: str = "", styles: dict[str, str] | None = None, **attributes: str
    ) -> Element:
        place = len(self.document.elements)
        element = Element(self.document, parent, place + 1, tag, attributes, HTML, place)
        element.layout = Layout(Box(0, place * 20.0, 300, 20), styles or {})
        element.ax = Accessible(role, "", False) if role else None
        self.document.elements.append(element)
        if parent is None:
            self.document.root = element
        else:
            parent.children.append(element)
        return element

    def say(self, parent: Element, data: str) -> Text:
        text = Text(self.document, parent, 1_000, data)
        text.layout = Layout(parent.box or Box(0, 0, 0, 0), {})
        parent.children.append(text)
        return text


def test_elements_are_found_in_document_order_whatever_they_are_found_by() -> None:
    tree = Tree()
    first = tree.add(tree.body, "h2", role="heading", id="a", title="x")
    second = tree.add(tree.body, "p", role="paragraph", title="y")
    third = tree.add(tree.body, "h1", role="heading", id="b")
    page = tree.page
    assert list(page.elements("h1", "p", "h2")) == [first, second, third]
    assert list(page.elements("h1")) == [third]
    assert list(page.elements("video")) == []
    assert list(page.with_role("paragraph", "heading")) == [first, second, third]
    assert list(page.with_attribute("title")) == [first, second]
    # An element with both attributes is found once.
    assert list(page.with_attribute("title", "id")) == [first, second, third]


def test_elements_are_found_at_the_paths_of_probes() -> None:
    tree = Tree()
    items = [tree.add(tree.body, "li") for _ in range(3)]
    assert tree.document.element_at([[0, 0, 2]]) is items[2]
    assert tree.document.element_at([[0, 0, 3]]) is None
    assert tree.document.element_at([[0, 0, 0], [0]]) is None, "no shadow tree there"
    assert tree.document.element_at(None) is None


def test_numbers_among_siblings_count_the_same_tag_only() -> None:
    tree = Tree()
    one = tree.add(tree.body, "p")
    tree.say(tree.body, "tekst")
    other = tree.add(tree.body, "div")
    two = tree.add(tree.body, "p")
    assert [number(e) for e in (one, other, two, tree.html)] == [(1, 2), (1, 1), (2, 2), (1, 1)]
    assert selector_path(two) == ("html > body > p:nth-of-type(2)",)
    assert selector_path(other) == ("html > body > div",)


def test_something_is_visible_when_something_in_it_is() -> None:
    tree = Tree()
    outer = tree.add(tree.body, "div")
    hidden = tree.add(outer, "span", styles={"visibility": "hidden"})
    tree.say(hidden, "niet te zien")
    inner = tree.add(outer, "p")
    bare = tree.add(inner, "b")
    # Asked from the inside and from the outside, before and after the answer is known.
    assert not bare.visible
    assert not tree.add(tree.body, "div").visible
    shown = tree.add(tree.body, "div")
    deep = tree.add(tree.add(shown, "div"), "i")
    text = tree.say(deep, "te zien")
    assert shown.visible
    assert deep.visible
    assert text.seen
    assert not outer.visible
    assert not hidden.visible
    assert shown.visible_text == "te zien"


def test_the_same_styles_are_looked_at_once_and_never_taken_for_others() -> None:
    tree = Tree()
    clear = {"opacity": "0", "background-color": "rgb(0, 0, 0)"}
    dark = {"background-color": "rgb(0, 0, 0)"}
    seen = [tree.add(tree.body, "div", styles=dark).visible for _ in range(2)]
    unseen = [tree.add(tree.body, "div", styles=clear).visible for _ in range(2)]
    assert seen == [True, True]
    assert unseen == [False, False]


def test_a_remembered_property_is_worked_out_once() -> None:
    class Counted:
        times = 0

        @remembered
        def answer(self) -> int:
            """The answer."""
            self.times += 1
            return 42

    counted = Counted()
    assert (counted.answer, counted.answer, counted.times) == (42, 42, 1)
    assert Counted.answer.__doc__ == "The answer."
