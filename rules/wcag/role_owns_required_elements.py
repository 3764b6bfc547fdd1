"""Lists, menus, tables and the like hold only what belongs in them (ACT bc4a75)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.aria_attributes import html_or_svg
from rules.knowledge.aria_roles import CONTENTS, OWNED
from rules.knowledge.aria_tree import has_aria, owned
from rules.knowledge.roles import explicit_role
from rules.knowledge.semantics import browser_role, custom, exposed, semantic_role
from rules.page import Element, Page

RULE = Rule(
    id="role-owns-required-elements",
    act=("bc4a75",),
    axe=("aria-required-children", "list"),
    title=Words(
        "Lijst, menu of tabel bevat alleen wat erin hoort", "List, menu or table holds only what belongs in it"
    ),
    why=Words(
        "Een schermlezer zegt hoeveel onderdelen een lijst, menu of tabel heeft en bij welk onderdeel u bent. "
        "Dat klopt "
        "alleen als er niets anders in staat. Wie niet kan zien, raakt anders het overzicht kwijt.",
        "A screen reader says how many parts a list, menu or table has and which one you are at. That is right only "
        "when nothing else is in it; otherwise people who cannot see lose track.",
    ),
    repair=Words(
        "Zet elk deel in het onderdeel dat erin hoort (bijvoorbeeld een lijstitem), verplaats wat er niet in hoort, of "
        "verwijder de rol als het geen lijst, menu of tabel is.",
        "Put every part in the element that belongs there (such as a list item), move what does not belong, or remove "
        "the role if it is not a list, menu or table.",
    ),
    requirements=("wcag:1.3.1",),
    sentences={
        "stranger": Words(
            "In dit onderdeel (rol ‘{role}’) staat iets wat er niet in hoort: {child}. Erin hoort alleen: {wanted}.",
            "This element (role “{role}”) holds something that does not belong in it: {child}. Only this belongs: "
            "{wanted}.",
        ),
        "stranger-among": Words(
            "In dit onderdeel (rol ‘{role}’) staat ook iets anders dan {wanted}: {child}. Raakt iemand met een "
            "schermlezer daardoor de samenhang kwijt?",
            "This element (role “{role}”) also holds something other than {wanted}: {child}. Does a screen reader user "
            "lose the connection because of that?",
        ),
    },
)

_TAGS = ("ul", "ol", "menu", "dir", "table", "tbody", "thead", "tfoot", "tr", "select")
_ESSENTIAL = frozenset(
    ("article", "cell", "columnheader", "gridcell", "listitem", "menuitem", "option", "radio", "row", "rowgroup",
     "rowheader", "tab", "treeitem")
)  # fmt: skip
"""The roles worth naming to a reader."""
_LOOSE = frozenset(("radiogroup", "feed"))
"""Grouping roles in which headings, hints and errors are common and do no certain harm."""


def applies(page: Page) -> Iterable[Target]:
    """Exposed HTML and SVG elements whose semantic role has required owned elements, unless something around "
    "is busy."""
    busy = {e for e in page.with_attribute("aria-busy") if e.get("aria-busy").strip().lower() == "true"}
    for element in page.elements():
        if "role" not in element.attributes and not (element.tag in _TAGS and element.is_html):
            continue
        if semantic_role(element) not in OWNED or not html_or_svg(element) or not exposed(element):
            continue
        if not busy or busy.isdisjoint((element, *element.flat_ancestors())):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: every child in the accessibility tree has one of the required owned roles.

    A ``group`` in a listbox, menu or tree holds in its turn only what belongs there.
    """
    role = semantic_role(target)
    if target.is_html and target.tag == "select" and not explicit_role(target):
        return passed()  # what the parser lets into a select, the browser exposes as options
    strangers, doubtful = _strangers(target, role)
    if not strangers and not doubtful:
        return passed()
    words = {
        "role": role,
        "wanted": ", ".join(sorted(OWNED[role] & _ESSENTIAL or OWNED[role])),
        "child": _called((strangers or doubtful)[0]),
    }
    if not strangers or role in _LOOSE:
        return cannot_tell("stranger-among", **words)
    return failed("stranger", **words)


def _strangers(target: Element, role: str) -> tuple[list[Element], list[Element]]:
    """Children that certainly, and that perhaps, do not belong in an element with *role*."""
    strangers: list[Element] = []
    doubtful: list[Element] = []
    parents, seen = [target], {target}
    while parents:
        parent = parents.pop()
        allowed = OWNED[role] if parent is target else CONTENTS[role]
        for child in owned(parent):
            child_role = semantic_role(child)
            if child_role in allowed:
                if child_role == "group" and child not in seen:
                    seen.add(child)
                    parents.append(child)
            elif child_role in ("generic", "paragraph", "") and _says_nothing(child):
                continue
            elif _doubtful(child, child_role, allowed):
                doubtful.append(child)
            else:
                strangers.append(child)
    return strangers, doubtful


def _says_nothing(child: Element) -> bool:
    """A plain element without text, image, control or name."""
    if child.name or child.focusable or next((t for t in child.flat_texts() if t.data.strip()), None) is not None:
        return False
    return not any(semantic_role(d) not in ("generic", "none", "") or d.focusable for d in child.flat_descendants())


def _doubtful(child: Element, role: str, allowed: frozenset[str]) -> bool:
    """Browsers or newer drafts may see it differently: a separator, a custom element, a plain block that "
    "takes focus."""
    if role == "separator" or browser_role(child) in allowed:
        return True
    return role == "generic" and not has_aria(child) and (custom(child) or not child.own_text)


def _called(child: Element) -> str:
    """The child in a few words: its tag, role and the start of its text."""
    role, text = semantic_role(child), child.text[:50]
    name = f"<{child.tag[:40]}>" + (f" ({role})" if role not in ("", "generic") else "")
    return f"{name} ‘{text}’" if text else name


EXAMPLES = (
    passes("<html lang=nl><ul><li>Eén<li>Twee</ul><table><caption>x</caption><col><tr><td>1<th>2</table>"),
    passes("<html lang=nl><ul> <div><li>Eén</div><template>x</template><script></script><li hidden>x</ul>",
           note="plain blocks may stand between; script says nothing"),
    passes("<html lang=nl><ul></ul><div role=tree tabindex=0></div>", note="nothing owned, nothing wrong"),
    passes("<html lang=nl><ul role=menubar><li role=none><a role=menuitem href=#>a</a><ul role=menu><li role=none>"
           "<a role=menuitem href=#>b</a></ul></ul>"),
    passes("<html lang=nl><ul role=tablist><li><a role=tab href=#a>Een</a></ul>"),
    passes("<html lang=nl><div role=listbox><div role=group><div role=option>a</div></div></div>"),
    passes("<html lang=nl><div role=list aria-owns=a></div><p id=a role=listitem>x</p>"),
    passes("<html lang=nl><select><optgroup label=x><option>1</optgroup><hr></select><select multiple>"
           "<option>1</select>"),
    passes("<html lang=nl><ul><div aria-live=polite></div><li>x</ul>", note="an empty block says nothing"),
    passes("<html lang=nl><div role=radiogroup><input type=radio aria-label=Ja></div>"),
    fails("stranger", "<html lang=nl><ul><a href=/>Wonen</a></ul>"),
    fails("stranger", "<html lang=nl><ul><li>x</li><ul><li>y</ul></ul>", note="a list right in a list"),
    fails("stranger", "<html lang=nl><div role=list><p>Wonen</p></div>"),
    fails("stranger", "<html lang=nl><ul role=menu><li><a href=/>Wonen</a></ul>"),
    fails("stranger", "<html lang=nl><div role=table><div role=row><div>1</div></div></div>"),
    fails("stranger", "<html lang=nl><ul><li role=none><a href=/>x</a></ul>", note="the link stands in the list now"),
    fails("stranger", "<html lang=nl><div role=listbox><div role=group><a href=/>a</a></div></div>",
          note="a group may hold options only"),
    fails("stranger", "<html lang=nl><ul aria-owns=k><li>x</ul><button id=k>y</button>"),
    asks("stranger-among", "<html lang=nl><div role=radiogroup><h3>Soort</h3>"
         "<div role=radio aria-checked=true>a</div></div>"),
    asks("stranger-among", "<html lang=nl><ul><li>x<hr></ul><ul><li>x</li><hr></ul>"),
    inapplicable("<html lang=nl><ul aria-busy=true><a href=/>x</a></ul><div aria-busy=true><ul><p>x</ul></div>"),
    inapplicable("<html lang=nl><ul hidden><a href=/>x</a></ul><ul role=none><li>x</ul><dl><dt>a<dd>b</dl><p>c"),
)  # fmt: skip
