"""ARIA roles as tables: which exist, which are widgets, name themselves from content, or flatten what is inside them.

Sources: WAI-ARIA 1.2 (sections 5.2.8.4, 5.2.8.5, 5.3, 5.4, 6.5.1), WAI-ARIA Graphics Module 1.0, Digital Publishing
WAI-ARIA Module 1.0. Roles that WAI-ARIA 1.3 adds and browsers already expose are in ``ARIA_1_3``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.page import Element



def _words(text: str, prefix: str = "") -> frozenset[str]:
    return frozenset(prefix + word for word in text.split())


ARIA = _words(
    """alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox
    complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid
    gridcell group heading img insertion link list listbox listitem log main marquee math menu menubar menuitem
    menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio
    radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong
    subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid
    treeitem"""
)
ARIA_1_3 = frozenset(("comment", "image", "mark", "sectionfooter", "sectionheader", "suggestion"))
GRAPHICS = frozenset(("graphics-document", "graphics-object", "graphics-symbol"))
PUBLISHING = _words(
    """abstract acknowledgments afterword appendix backlink biblioentry bibliography biblioref chapter
    colophon conclusion cover credit credits dedication endnote endnotes epigraph epilogue errata example footnote
    foreword glossary glossref index introduction noteref notice pagebreak pagefooter pageheader pagelist part preface
    prologue pullquote qna subtitle tip toc""",
    "doc-",
)
ROLES = ARIA | ARIA_1_3 | GRAPHICS | PUBLISHING
"""All roles an author may use; abstract roles are not among them."""

SYNONYMS = {"presentation": "none", "image": "img", "directory": "list"}
"""Roles that mean the same as another; the browser exposes the other."""

LINKS = frozenset(("link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"))
"""``link`` and the roles that inherit from it."""

WIDGETS_NAMED_BY_CONTENT = _words(
    """button checkbox gridcell link menuitem menuitemcheckbox menuitemradio option radio searchbox switch tab
    treeitem"""
)
"""Widget roles that support name from content, as ACT rule 2ee8b8 lists them."""

PRESENTATIONAL_CHILDREN = _words(
    """button checkbox img meter menuitemcheckbox menuitemradio option progressbar radio scrollbar separator slider
    switch tab"""
)
"""Roles whose descendants are presentational: assistive technology is given the whole as one thing (5.2.8.5)."""

GLOBAL_ATTRIBUTES = _words(
    """atomic braillelabel brailleroledescription busy controls current describedby description details
    dropeffect flowto grabbed hidden keyshortcuts label labelledby live owns relevant roledescription""",
    "aria-",
)
"""States and properties allowed on every element (6.5.1), without those deprecated as global in ARIA 1.2."""


def explicit_role(element: Element) -> str:
    """ACT "explicit semantic role": the first valid token of the ``role`` attribute, synonyms folded; else ``""``."""
    for token in element.get("role").lower().split():
        if token in ROLES:
            return SYNONYMS.get(token, token)
    return ""


def marked_as_decorative(element: Element) -> bool:
    """ACT "marked as decorative": explicit role ``none``, or an ``img`` with ``alt=""`` and no explicit role."""
    role = explicit_role(element)
    if role:
        return role == "none"
    return element.tag == "img" and element.is_html and element.has("alt") and element.get("alt") == ""


def named_by_author(element: Element) -> bool:
    """It has a name, and that name comes from the author's ``aria-label``, ``aria-labelledby`` or ``title``."""
    if not any(a in element.attributes for a in ("aria-label", "aria-labelledby", "title")) or not element.name:
        return False
    if element.ax is None or not element.ax.name_sources:
        return True
    used = next((s for s in element.ax.name_sources if s.value.strip() and not s.superseded), None)
    return used is None or used.attribute in ("aria-label", "aria-labelledby", "title")
