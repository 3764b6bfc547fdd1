"""Instructions do not point at something only by how it looks or where it stands (ACT 9bd38c)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.similarity import STOP_WORDS, words
from rules.knowledge.visual_references import (
    NAVIGATION,
    PARTS,
    SYMBOLS,
    about_itself,
    instructs,
    language_of,
    references,
    shape_pointed_at,
)
from rules.page import Element, Page, Text
from rules.visibility import text_visible

RULE = Rule(
    id="visual-reference-has-alternative",
    act=("9bd38c",),
    title=Words(
        "Uitleg verwijst niet alleen naar vorm, kleur of plaats",
        "Instructions do not point by shape, colour or place only",
    ),
    why=Words(
        "Wie niet kan zien, weet niet wat ‘de groene knop’ of ‘het menu rechts’ is. Wie sterk vergroot of een telefoon "
        "gebruikt, ziet onderdelen op een andere plek.",
        "People who cannot see do not know what “the green button” or “the menu on the right” is. People who enlarge a "
        "lot or use a phone see parts in another place.",
    ),
    repair=Words(
        "Noem in de uitleg ook de naam van het onderdeel, bijvoorbeeld: ‘Kies de groene knop Versturen’.",
        "Name the part in the instruction too, for instance: “Choose the green button Send”.",
    ),
    requirements=("wcag:1.3.3",),
    sentences={
        "several": Words(
            "De tekst ‘{text}’ wijst een menu alleen aan met ‘{mark}’. Er zijn {count} menu's zonder eigen naam.",
            "The text “{text}” points at a navigation only by “{mark}”. There are {count} without names of their own.",
        ),
        "shape": Words(
            "De tekst ‘{text}’ wijst iets aan met de vorm ‘{mark}’, en die vorm heeft nergens die naam.",
            "The text “{text}” points at something by the shape “{mark}”, and nothing there is called so.",
        ),
        "also-named": Words(
            "In ‘{text}’ wordt iets aangewezen met ‘{mark}’. Staat er op de pagina ook zonder zo'n woord bij wat er "
            "bedoeld is?",
            "In “{text}” something is pointed at by “{mark}”. Does the page also say what is meant without such "
            "a word?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The elements of texts that hold a visual reference word; if there are none, the first element with text.

    ACT applies the rule to every text node that can be seen or heard; those without such a word all pass, and one
    stands for them.
    """
    first: Element | None = None
    found: dict[Element, None] = {}
    for text in _texts(page):
        parent = text.flat_parent
        if parent is None:
            continue
        if first is None and _perceivable(text, parent):
            first = parent
        language = _language(parent)
        if language and parent not in found and references(text.data, language) and _perceivable(text, parent):
            found[parent] = None
    return list(found) or ([first] if first is not None else [])


def judge(target: Target) -> Outcome:
    """Expectation: no instruction identifies something by visual reference words alone.

    Passes without such words, without an instruction, when the words are in the name of something on the page, when
    the text also names what it means, or points at the only navigation there is. Fails when it points at one of
    several navigations without names, or by a shape that is drawn on the page but named nowhere. Else asks.
    """
    language = _language(target)
    own = " ".join(c.data for c in target.children if isinstance(c, Text))
    pointing = references(own, language) if language else []
    if not pointing or not instructs(own, language) or about_itself(own):
        return passed()
    page = target.document.page
    block = _block(target)
    names = _names(page)
    around = {w for w in words(block.text[:_FAR]) if len(w) >= 3 and w not in STOP_WORDS}
    wanted = set(pointing)
    if any(wanted <= named and not _within(element, block) for named, element in names.get(pointing[0], ())):
        return passed()
    if any(
        named <= around and not named & _PART_WORDS and not _within(element, block)
        for word in around
        for named, element in names.get(word, ())
    ):
        return passed()
    short = _short(own)
    if NAVIGATION.search(own.casefold()):
        count, named = _navigations(page)
        if count == 1:
            return passed()
        if count > 1 and not named:
            return failed("several", text=short, mark=pointing[0], count=count)
    shape = shape_pointed_at(own)
    links = any(e.role == "link" for e in block.flat_descendants())
    if shape and not links and _drawn(page, shape) and shape not in names:
        return failed("shape", text=short, mark=shape)
    if not PARTS.search(own.casefold()) and not shape:
        return passed()
    return cannot_tell("also-named", text=short, mark=pointing[0])


_FAR = 3000
"""Characters of a block of text that count as the surroundings of an instruction."""
_PART_WORDS = frozenset(("button", "knop", "link", "navigation", "navigatie", "here", "click", "klik"))


def _texts(page: Page) -> Iterator[Text]:
    for document in page.documents:
        for element in document.elements:
            for child in element.children:
                if isinstance(child, Text) and child.layout is not None and not child.data.isspace():
                    yield child


def _perceivable(text: Text, parent: Element) -> bool:
    return bool(text.data.strip()) and (not parent.hidden_from_at or text_visible(text))


def _language(element: Element) -> str:
    """The language list that holds for the element: by the nearest ``lang``; worked out once per element."""
    passed_by: list[Element] = []
    found = ""
    node: Element | None = element
    while node is not None:
        known: str | None = node.__dict__.get("_language_list")
        if known is not None:
            found = known
            break
        passed_by.append(node)
        written = node.attributes.get("lang")
        if written and written.strip():
            found = language_of(written)
            break
        node = node.flat_parent
    for below in passed_by:
        below.__dict__["_language_list"] = found
    return found


def _block(element: Element) -> Element:
    node: Element | None = element
    while node is not None and node.style("display").startswith("inline") and node.flat_parent is not None:
        node = node.flat_parent
    return node or element


_NAMED = frozenset(
    """button link heading img checkbox radio textbox searchbox combobox listbox tab menuitem navigation region form
    search main complementary banner contentinfo switch slider figure table list""".split()  # noqa: SIM905
)


Named = tuple[frozenset[str], Element]


def _names(page: Page) -> dict[str, list[Named]]:
    """Word → the names of controls, images, headings and landmarks that hold it, each name once per set of words."""
    known: dict[str, list[Named]] | None = page.__dict__.get("_names_of_parts")
    if known is None:
        known = page.__dict__["_names_of_parts"] = {}
        seen: dict[frozenset[str], int] = {}
        for element in page.with_role(*_NAMED):
            if not element.name or len(element.name) > 120:
                continue
            named = frozenset(w for w in words(element.name) if len(w) >= 3 and w not in STOP_WORDS)
            # A few with the same name are enough: one of them stands outside the text that speaks of it.
            seen[named] = seen.get(named, 0) + 1
            if named and seen[named] <= 3:
                for word in named:
                    known.setdefault(word, []).append((named, element))
    return known


def _within(element: Element, block: Element) -> bool:
    return element is block or any(a is block for a in element.flat_ancestors())


def _navigations(page: Page) -> tuple[int, bool]:
    """How many navigations are exposed, and whether any of them has a name."""
    found = [e for e in page.with_role("navigation") if not e.hidden_from_at]
    return len(found), any(e.name for e in found)


def _drawn(page: Page, shape: str) -> bool:
    """A text on the page is a character that draws the shape."""
    return any(t.data.strip() in SYMBOLS[shape] for t in _texts(page) if len(t.data) < 40 and t.data.strip())


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 160 else text[:159].rsplit(" ", 1)[0] + " …"


_NAV = "<nav><a href=/{}>{}</a></nav>"

EXAMPLES = (
    passes("<html lang=nl><p>Wij zijn open van maandag tot vrijdag.</p>"),
    passes("<html lang=nl><p>De groene golf op de Kanaalweg werkt weer.</p>", note="no instruction"),
    passes("<html lang=nl><p>Klik op de groene knop ‘Versturen’ om te melden.</p><button>Versturen</button>"),
    passes("<html lang=nl><p>Gebruik de ronde knop.</p><button>Ronde knop</button>", note="it is called so"),
    passes("<html lang=nl><p>Vul het formulier hieronder in.</p><form><input></form>", note="an order of reading"),
    passes("<html lang=nl><p>Volg de links op deze pagina.</p><a href=/a>Nieuws</a>", note="hyperlinks"),
    passes("<html lang=nl><p>Bij code rood: ga naar binnen en open de site.</p>"),
    passes(f"<html lang=nl><p>Gebruik de navigatie rechts.</p>{_NAV.format('a', 'Nieuws')}"),
    passes("<html lang=fr><p>Cliquez sur le bouton vert à droite.</p>", note="no list for this language"),
    asks("also-named", "<html lang=nl><p>Klik op de groene knop.</p><button>Ja</button><button>Nee</button>"),
    asks("also-named", "<html lang=nl><p>Zie de <a href=/b>andere pagina</a>. Kies daar het menu rechts.</p>"),
    fails(
        "several",
        f"<html lang=nl>{_NAV.format('a', 'Nieuws')}<p>Gebruik de navigatie rechts.</p>{_NAV.format('b', 'Agenda')}",
    ),
    fails("shape", "<html lang=nl><p>Kijk onder de ster.</p><p>★</p><ul><li>Zandzakken</ul>"),
    inapplicable("<html lang=nl><img src=x alt='Klik op de groene knop'>"),
    inapplicable("<html lang=nl><p hidden>Klik op de groene knop.</p>"),
)
