"""Elements with a role stand in the structure that the role needs (ACT ff89c9)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.aria_attributes import html_or_svg
from rules.knowledge.aria_roles import CONTEXT
from rules.knowledge.aria_tree import has_aria, tree_parent
from rules.knowledge.roles import explicit_role
from rules.knowledge.semantics import browser_role, custom, exposed, implicit_role, semantic_role
from rules.page import Element, Page

RULE = Rule(
    id="role-in-required-context",
    act=("ff89c9",),
    axe=("aria-required-parent",),
    title=Words("Onderdeel staat in de structuur waar het bij hoort", "Element stands in the structure it belongs to"),
    why=Words(
        "Een lijstitem hoort in een lijst, een tabblad in een rij tabbladen, een cel in een tabel. Staat het los, dan "
        "hoort wie een schermlezer gebruikt niet bij welke groep het hoort en hoeveel er zijn.",
        "A list item belongs in a list, a tab in a row of tabs, a cell in a table. When it stands alone, screen reader "
        "users do not hear which group it belongs to and how many there are.",
    ),
    repair=Words(
        "Geef het onderdeel eromheen de rol die erbij hoort (bijvoorbeeld lijst of tabbladrij), of verwijder de losse "
        "rol.",
        "Give the element around it the role that belongs there (such as list or tab list), or remove the stray role.",
    ),
    requirements=("wcag:1.3.1",),
    sentences={
        "alone": Words(
            "Dit onderdeel heeft de rol ‘{role}’ maar staat niet direct in een onderdeel met de rol {wanted}.",
            "This element has the role “{role}” but does not stand directly in an element with the role {wanted}.",
        ),
        "unsure": Words(
            "Dit onderdeel met de rol ‘{role}’ staat in een blok dat zelf niets zegt ({tag}), en niet direct in een "
            "onderdeel met de rol {wanted}. Leest een schermlezer het voor als deel van een groep?",
            "This element with the role “{role}” stands in a block that says nothing itself ({tag}), not directly in "
            "an element with the role {wanted}. Does a screen reader announce it as part of a group?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed HTML and SVG elements with an explicit role, other than their implicit one, that needs a context."""
    for element in page.with_attribute("role"):
        role = explicit_role(element)
        if role in CONTEXT and html_or_svg(element) and role != implicit_role(element) and exposed(element):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: its parent in the accessibility tree has one of the required context roles."""
    role = explicit_role(target)
    wanted = CONTEXT[role]
    parent = tree_parent(target)
    if parent is not None and semantic_role(parent) in wanted:
        return passed()
    words = {"role": role, "wanted": ", ".join(sorted(wanted))}
    if parent is not None and _unsure(parent, wanted):
        return cannot_tell("unsure", tag=parent.tag[:60], **words)
    return failed("alone", **words)


def _unsure(parent: Element, wanted: frozenset[str]) -> bool:
    """Browsers differ: a plain block that only takes focus, or a custom element, within the right context."""
    if browser_role(parent) in wanted:
        return True
    above: Element | None = parent
    while above is not None and semantic_role(above) in ("generic", "") and (custom(above) or not has_aria(above)):
        above = tree_parent(above)
    return above is not parent and above is not None and semantic_role(above) in wanted


EXAMPLES = (
    passes("<html lang=nl><div role=tablist><button role=tab>Een</button></div>"),
    passes("<html lang=nl><ul role=tablist><li><a role=tab href=#a>Een</a></ul>", note="the li is no list item there"),
    passes("<html lang=nl><ul role=menu><li role=none><a role=menuitem href=/>Wonen</a></ul>"),
    passes("<html lang=nl><div role=list><div><span><div role=listitem>x</div></span></div></div>",
           note="plain blocks may stand between"),
    passes("<html lang=nl><ul><div role=listitem>x</div></ul>", note="the native list is a list too"),
    passes("<html lang=nl><div role=list aria-owns=a></div><p id=a role=listitem>x</p>"),
    passes("<html lang=nl><table><tr><td role=rowheader>x<td>1</table>"),
    passes("<html lang=nl><div role=tree><div role=treeitem>a<div role=group><div role=treeitem>b</div></div>"
           "</div></div>"),
    passes("<html lang=nl><div role=menu><div role=group><div role=menuitemradio aria-checked=true>a</div>"
           "</div></div>"),
    fails("alone", "<html lang=nl><div role=listitem>Los</div>"),
    fails("alone", "<html lang=nl><nav><a role=menuitem href=/>Wonen</a></nav>"),
    fails("alone", "<html lang=nl><ul role=menu><li><ul><li><a role=menuitem href=/>x</a></ul></ul>",
          note="a list stands between"),
    fails("alone", "<html lang=nl><ul role=none><li role=listitem>x</ul>", note="the list is presentational"),
    fails("alone", "<html lang=nl><div role=feed><div role=listitem>x</div></div>",
          note="a subclass role is not enough"),
    fails("alone", "<html lang=nl><div role=list aria-owns=weg></div><p role=listitem>x</p>"),
    fails("alone", "<html lang=nl><div role=list><div aria-busy=false aria-label=x><p role=listitem>x</p></div></div>"),
    asks("unsure", "<html lang=nl><div role=list><div tabindex=0><p role=listitem>x</p></div></div>"),
    inapplicable("<html lang=nl><ul><li role=listitem>x</ul><div role=button>y</div>"),
    inapplicable("<html lang=nl><div role=tab hidden>x</div><div role=tab aria-hidden=true>y</div>"),
    inapplicable("<html lang=nl><button>Ja <span role=listitem>x</span></button>", note="flattened into the button"),
)  # fmt: skip
