"""What each ARIA role asks for, allows, forbids, owns and stands in.

Source: WAI-ARIA 1.2, section 5.4 (the characteristics of each role) and 5.2.8.6 (roles that cannot be named); WAI-ARIA
Graphics Module 1.0; Digital Publishing WAI-ARIA Module 1.0. Where the WAI-ARIA 1.3 draft allows more than 1.2, the
wider answer is taken, so that nobody is accused of what the next version permits. Global attributes are in
``rules.knowledge.aria_attributes``; synonyms are folded (``presentation`` is ``none``, ``directory`` is ``list``).
"""

from __future__ import annotations

from collections.abc import Mapping

from rules.knowledge.roles import PUBLISHING


def _attributes(text: str) -> frozenset[str]:
    return frozenset("aria-" + word for word in text.split())


def _roles(text: str) -> frozenset[str]:
    return frozenset(text.split())


REQUIRED: Mapping[str, frozenset[str]] = {
    "checkbox": _attributes("checked"),
    "combobox": _attributes("controls expanded"),
    "heading": _attributes("level"),
    "menuitemcheckbox": _attributes("checked"),
    "menuitemradio": _attributes("checked"),
    "meter": _attributes("valuenow"),
    "radio": _attributes("checked"),
    "scrollbar": _attributes("controls valuenow"),
    "slider": _attributes("valuenow"),
    "switch": _attributes("checked"),
}
"""Required states and properties without a default value (section 5.2.2). A ``separator`` that takes focus needs
``aria-valuenow`` too. ``aria-selected`` of options and tabs has a default."""

_RANGE = "valuemax valuemin valuenow valuetext "
_CELL = "colindex colindextext colspan rowindex rowindextext rowspan "
_GRIDCELL = _CELL + "expanded readonly required selected "
_SET = "posinset setsize "

SUPPORTED: Mapping[str, frozenset[str]] = {
    role: _attributes(text)
    for role, text in {
        "alertdialog": "modal",
        "application": "activedescendant expanded",
        "article": _SET,
        "button": "expanded pressed",
        "cell": _CELL,
        "checkbox": "checked expanded readonly required",
        "columnheader": _GRIDCELL + "sort",
        "combobox": "activedescendant autocomplete expanded readonly required",
        "comment": _SET + "level",
        "dialog": "modal",
        "grid": "activedescendant colcount multiselectable readonly rowcount",
        "gridcell": _GRIDCELL,
        "group": "activedescendant",
        "heading": "level",
        "link": "expanded",
        "listbox": "activedescendant expanded multiselectable orientation readonly required",
        "listitem": _SET + "level",
        "menu": "activedescendant orientation",
        "menubar": "activedescendant orientation",
        "menuitem": _SET + "expanded",
        "menuitemcheckbox": _SET + "checked expanded readonly",
        "menuitemradio": _SET + "checked expanded readonly",
        "meter": _RANGE,
        "option": _SET + "checked selected",
        "progressbar": _RANGE,
        "radio": _SET + "checked required",
        "radiogroup": "activedescendant orientation readonly required",
        "row": _SET + "activedescendant colindex colindextext expanded level rowindex rowindextext selected",
        "rowheader": _GRIDCELL + "sort",
        "scrollbar": _RANGE + "orientation",
        "searchbox": "activedescendant autocomplete multiline placeholder readonly required",
        "separator": _RANGE + "orientation",
        "slider": _RANGE + "orientation readonly required",
        "spinbutton": _RANGE + "activedescendant readonly required",
        "switch": "checked expanded readonly required",
        "tab": _SET + "expanded selected",
        "table": "colcount rowcount",
        "tablist": "activedescendant level multiselectable orientation",
        "textbox": "activedescendant autocomplete multiline placeholder readonly required",
        "toolbar": "activedescendant orientation",
        "tree": "activedescendant multiselectable orientation required",
        "treegrid": "activedescendant colcount multiselectable orientation readonly required rowcount",
        "treeitem": _SET + "checked expanded level selected",
        "graphics-document": "expanded",
        "graphics-object": "activedescendant",
        # The publishing module builds on WAI-ARIA 1.1, where sections could be expanded.
        **dict.fromkeys(PUBLISHING, "expanded"),
        "doc-biblioentry": _SET + "level expanded",
        "doc-endnote": _SET + "level expanded",
        "doc-pagebreak": _RANGE + "orientation expanded",
        "doc-subtitle": "level expanded",
    }.items()
}
"""Supported, inherited and required attributes of each role, without the global ones; none for others."""

NAMING = _attributes("label labelledby braillelabel")
UNNAMEABLE = _roles("caption code deletion emphasis generic insertion none paragraph strong subscript superscript")
"""Roles that WAI-ARIA 1.2 does not let authors name."""


def prohibited(role: str) -> frozenset[str]:
    """Global attributes that *role* prohibits."""
    if role == "generic":
        return NAMING | _attributes("roledescription brailleroledescription")
    return NAMING if role in UNNAMEABLE else frozenset()


_MENU_ITEMS = _roles("menuitem menuitemcheckbox menuitemradio")
_CELLS = _roles("cell columnheader gridcell rowheader")

OWNED: Mapping[str, frozenset[str]] = {
    "feed": _roles("article"),
    "grid": _roles("row rowgroup caption"),
    "list": _roles("listitem"),
    "listbox": _roles("option group"),
    "menu": _MENU_ITEMS | _roles("group menu separator"),
    "menubar": _MENU_ITEMS | _roles("group menu separator"),
    "radiogroup": _roles("radio"),
    "row": _CELLS,
    "rowgroup": _roles("row"),
    "table": _roles("row rowgroup caption"),
    "tablist": _roles("tab"),
    "tree": _roles("treeitem group"),
    "treegrid": _roles("row rowgroup caption"),
}
"""Roles that an element of the role may own. A caption has these tables as its required context, so it belongs there;
separators in menus are from WAI-ARIA 1.3, and W3C's own menu patterns put a submenu beside the item that opens it."""

CONTENTS: Mapping[str, frozenset[str]] = {
    "listbox": _roles("option"),
    "menu": _MENU_ITEMS | _roles("group menu separator"),
    "menubar": _MENU_ITEMS | _roles("group menu separator"),
    "tree": _roles("treeitem group"),
}
"""What a ``group`` owned by such an element may own in its turn (the arrow in "group → option")."""

CONTEXT: Mapping[str, frozenset[str]] = {
    "caption": _roles("figure grid table treegrid"),
    "cell": _roles("row"),
    "columnheader": _roles("row"),
    "gridcell": _roles("row"),
    "listitem": _roles("list"),
    "menuitem": _roles("group menu menubar"),
    "menuitemcheckbox": _roles("group menu menubar"),
    "menuitemradio": _roles("group menu menubar"),
    "option": _roles("group listbox"),
    "row": _roles("grid rowgroup table treegrid"),
    "rowgroup": _roles("grid table treegrid"),
    "rowheader": _roles("row"),
    "tab": _roles("tablist"),
    "treeitem": _roles("group tree"),
}
"""Required context roles: what an element of the role must stand in."""
