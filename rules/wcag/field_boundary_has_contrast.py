"""Where a field is can be seen: its boundary stands out (WCAG 2.2, 1.4.11 Non-text Contrast).

Source: WCAG 2.2 success criterion 1.4.11 and "Understanding Non-text Contrast": a border or a fill that is needed to
find a field has 3:1 with what is beside it; inactive fields and what the browser itself draws are excepted.
"""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.fields import boundary, fields
from rules.page import Page

RULE = Rule(
    id="field-boundary-has-contrast",
    title=Words("Het is te zien waar een invoerveld is", "It can be seen where a field is"),
    why=Words(
        "Wie slecht ziet, vindt een veld niet als de rand ervan bijna dezelfde kleur heeft als de pagina, en weet dan "
        "niet waar iets in te vullen of aan te vinken is.",
        "People with low vision do not find a field when its border has almost the colour of the page; they do not "
        "know where something can be filled in or ticked.",
    ),
    repair=Words(
        "Geef het veld een rand of een vlak met een contrast van minstens 3 op 1 met wat ernaast ligt.",
        "Give the field a border or a fill that has a contrast of at least 3 to 1 with what is beside it.",
    ),
    requirements=("wcag:1.4.11",),
    sentences={
        "low": Words(
            "Wat laat zien waar het veld “{name}” is, heeft op de beste plek een contrast van {ratio} op 1 ({colour} "
            "naast {ground}). Nodig is minstens 3 op 1.",
            "What shows where the field “{name}” is has a contrast of {ratio} to 1 at the best place ({colour} beside "
            "{ground}). At least 3 to 1 is needed.",
        ),
        "text": Words(
            "De rand van het veld “{name}” heeft een contrast van {ratio} op 1; nodig is minstens 3 op 1. In het veld "
            "staat tekst. Is daaraan te zien waar het veld is en waar het ophoudt?",
            "The border of the field “{name}” has a contrast of {ratio} to 1; at least 3 to 1 is needed. There is "
            "text in the field. Does that show where the field is and where it ends?",
        ),
        "beside": Words(
            "De rand van het veld “{name}” heeft een contrast van {ratio} op 1; nodig is minstens 3 op 1. Naast of in "
            "het veld staat een knop, plaatje of label. Is daaraan te zien waar het veld is?",
            "The border of the field “{name}” has a contrast of {ratio} to 1; at least 3 to 1 is needed. There is a "
            "button, picture or label beside or in the field. Does that show where the field is?",
        ),
        "drawn": Words(
            "De rand van het veld “{name}” heeft een contrast van {ratio} op 1; er is ook een schaduw, omtrek of "
            "plaatje. Heeft iets daarvan een contrast van minstens 3 op 1 met wat ernaast ligt?",
            "The border of the field “{name}” has a contrast of {ratio} to 1; there is a shadow, outline or picture "
            "too. Does any of it have a contrast of at least 3 to 1 with what is beside it?",
        ),
        "none": Words(
            "Het veld “{name}” heeft geen rand en geen eigen kleur. Is op een andere manier te zien waar het is?",
            "The field “{name}” has no border and no colour of its own. Can it be seen in another way where it is?",
        ),
        "unclear": Words(
            "De kleuren van en rond het veld “{name}” zijn niet zeker. Heeft de rand of het vlak een contrast van "
            "minstens 3 op 1 met wat ernaast ligt?",
            "The colours of and around the field “{name}” are not certain. Does its border or fill have a contrast of "
            "at least 3 to 1 with what is beside it?",
        ),
    },
)

_NEED = 3.0
_TOLERANCE = 0.02
"""Colours that had to be blended are known to one in 255 only."""
_NOTHING = 1.05
"""A contrast that nobody sees."""


def applies(page: Page) -> Iterable[Target]:
    """Text fields, drop-down lists, and checkboxes and radio buttons that the page draws itself; visible and active."""
    return [e for e, field in fields(page).items() if field.kind != "button"]


def judge(target: Target) -> Outcome:
    """Expectation: something of the boundary has 3:1 with what is beside it."""
    field = fields(target.document.page)[target]
    found = boundary(field)
    if found.best >= _NEED - _TOLERANCE or (field.kind == "check" and field.record["checked"]):
        return passed()
    details = {"name": target.name or target.get("type") or target.tag, "ratio": f"{int(found.best * 100) / 100:g}"}
    record = field.record
    if not found.known:
        return cannot_tell("unclear", name=details["name"])
    if found.ring:
        return cannot_tell("drawn", **details)
    if field.kind == "select" or record["text"] or record["placeholder"] or record["readonly"]:
        return cannot_tell("text", **details)
    if record["beside"]:
        return cannot_tell("beside", **details)
    if found.best < _NOTHING:
        return cannot_tell("none", name=details["name"])
    return failed("low", **details, colour=found.colour, ground=found.ground)


def _page(body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title><style>{head}</style></head><body>{body}</body>'
        "</html>"
    )


def _named(field: str) -> str:
    return f"<label for='n'>Naam</label><div>{field}</div>"


_PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="
_BOX = "input{appearance:none;width:16px;height:16px;border:1px solid "

EXAMPLES = (
    passes(_page(_named('<input id="n">')), note="as the browser draws it"),
    passes(_page(_named('<input id="n">'), "body{background:#bbb}"), note="as the browser draws it"),
    passes(_page(_named('<textarea id="n"></textarea>'))),
    passes(_page(_named('<select id="n"><option>Utrecht</option></select>'))),
    passes(_page(_named('<input id="n">'), "input{border:1px solid #949494}")),
    passes(_page(_named('<input id="n">'), "input{border:0;border-bottom:2px solid #666}"), note="a line below it"),
    passes(_page(_named('<input id="n">'), "body{background:#036}input{border:1px solid #036;background:#fff}"),
           note="the fill stands out"),
    passes(_page(_named('<span class="w"><input id="n"></span>'),
                 ".w{display:inline-block;border:1px solid #666;padding:4px}input{border:0}"),
           note="the part around it draws the border"),
    passes(_page(_named('<table><tr><td><input id="n"></td></tr></table>'),
                 "td{border:1px solid #000}input{border:0}")),
    passes(_page('<label><input type="checkbox"> Akkoord</label>', _BOX + "#767676}")),
    passes(_page('<label><input type="checkbox" checked> Akkoord</label>', _BOX + "#ddd}"),
           note="how it looks when ticked is not known from this"),
    fails("low", _page(_named('<input id="n">'), "input{border:1px solid #ccc}")),
    fails("low", _page(_named('<textarea id="n"></textarea>'), "textarea{border:1px solid #bbb;border-radius:4px}")),
    fails("low", _page(_named('<input id="n" type="date">'), "input{border:1px solid rgba(0,0,0,.2)}")),
    fails("low", _page(_named('<input id="n">'), "input{border:0;background:#f2f2f2}")),
    fails("low", _page(_named('<input id="n">'), "body{background:#222}input{border:1px solid #444;background:#222}")),
    fails("low", _page(_named('<input id="n">'), "input{border:0;border-bottom:1px solid #ccc}")),
    fails("low", _page(_named('<span class="w"><input id="n"></span>'),
                       ".w{display:inline-block;border:1px solid #ccc;padding:4px}input{border:0}")),
    fails("low", _page('<label><input type="checkbox"> Akkoord</label>', _BOX + "#ccc}")),
    asks("text", _page(_named('<input id="n" placeholder="Zoeken">'), "input{border:1px solid #ccc}")),
    asks("text", _page(_named('<input id="n" value="Utrecht">'), "input{border:1px solid #ccc}")),
    asks("text", _page(_named('<select id="n"><option>Utrecht</option></select>'), "select{border:1px solid #ccc}")),
    asks("beside", _page(_named('<div style="display:inline-block"><input id="n"><button>Zoek</button></div>'),
                         "input{border:1px solid #ccc}")),
    asks("beside", _page('<div style="position:relative"><input id="n" style="width:200px;height:40px"><label for="n" '
                         'style="position:absolute;left:8px;top:12px">Naam</label></div>',
                         "input{border:1px solid #ccc}"), note="a label that floats in the field"),
    asks("drawn", _page(_named('<input id="n">'), "input{border:1px solid #ccc;box-shadow:0 0 2px #333}")),
    asks("none", _page(_named('<input id="n">'), "input{border:0}")),
    asks("unclear", _page(f'<div style="background:url({_PIXEL})"><label for="n">Naam</label><input id="n"></div>',
                          "input{border:1px solid #ccc}")),
    asks("unclear", _page(_named('<input id="n">'), "div{opacity:.5}input{border:1px solid #999}")),
    inapplicable(_page(_named('<input id="n" disabled>'), "input{border:1px solid #ccc}")),
    inapplicable(_page('<label><input type="checkbox"> Akkoord</label>'), note="the browser draws it"),
    inapplicable(_page('<input type="submit" value="Verstuur" style="border:1px solid #ccc">'), note="a button"),
    inapplicable(_page('<input type="hidden" value="x"><p>Tekst</p>')),
    inapplicable(_page('<label>Naam <input id="n" style="opacity:0"></label>')),
)  # fmt: skip
