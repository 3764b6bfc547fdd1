"""The visible label of a form field says what to fill in (ACT cc0f0a)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.form_labels import labels_by_field, labels_of
from rules.knowledge.generic_words import bare, generic_label, silent_mark
from rules.knowledge.similarity import content_words, identifier_words, shared, stem, stems
from rules.page import Document, Element, Page

RULE = Rule(
    id="form-label-is-descriptive",
    act=("cc0f0a",),
    title=Words("Het label van een invoerveld zegt wat u moet invullen", "A form field's label says what to fill in"),
    why=Words(
        "Een onduidelijk label treft iedereen die een formulier invult, maar het meest mensen die moeilijk lezen of "
        "maar een klein deel van het scherm zien: zij kunnen de bedoeling niet uit de omgeving halen.",
        "An unclear label hits everyone who fills in a form, most of all people who find reading hard or see a small "
        "part of the screen: they cannot gather the meaning from around it.",
    ),
    repair=Words(
        "Geef het veld een zichtbaar label dat zegt wat er ingevuld moet worden. Staan er meer velden met hetzelfde "
        "label, zet er dan een zichtbare kop bij die het verschil noemt.",
        "Give the field a visible label that says what to fill in. Where several fields share a label, add a visible "
        "heading that tells them apart.",
    ),
    requirements=("wcag:2.4.6",),
    routine=True,
    sentences={
        "generic": Words(
            "Het label van dit veld is ‘{label}’. Dat zegt niet wat u moet invullen.",
            "The label of this field is “{label}”, which does not say what to fill in.",
        ),
        "same-label": Words(
            "Meer velden hebben het label ‘{label}’. Wat het verschil is (‘{difference}’), is niet te zien.",
            "Several fields have the label “{label}”. What tells them apart (“{difference}”) cannot be seen.",
        ),
        "same-label-unclear": Words(
            "{count} velden hebben het label ‘{label}’. Is bij elk veld te zien wat het verschil is?",
            "{count} fields have the label “{label}”. Can one see at each field what the difference is?",
        ),
        "clear": Words(
            "Het label van het veld is ‘{label}’. Weet u hiermee, en met wat er zichtbaar omheen staat, wat u moet "
            "invullen?",
            "The field's label is “{label}”. Does it, with what can be seen around it, tell what to fill in?",
        ),
    },
)

_COMPARED = 6
"""Labels with the same text that a label is compared with."""
_TEXT_ROLES = frozenset(("textbox", "searchbox", "combobox", "spinbutton"))
_KNOWN = stems(
    "naam voornaam achternaam tussenvoegsel initialen voorletters adres straat huisnummer postcode woonplaats plaats "
    "gemeente land telefoon telefoonnummer mobiel email mailadres geboortedatum datum tijd leeftijd geslacht bericht "
    "opmerking opmerkingen vraag toelichting zoek zoeken zoekterm wachtwoord gebruikersnaam bedrijf organisatie "
    "onderwerp kenteken iban rekeningnummer bsn burgerservicenummer "
    "name surname address street postcode zip city town country phone telephone mobile birth date time age gender "
    "message comment comments question search password username company organisation organization subject"
)
"""Words that by themselves say what to fill in."""


def applies(page: Page) -> Iterable[Target]:
    """Visible programmatic labels of visible form fields."""
    for document in page.documents:
        for label, fields in labels_of(document).items():
            if label.visible and any(f.visible for f in fields):
                yield label


def judge(target: Target) -> Outcome:
    """Expectation: with what can be seen around it, the label describes the purpose of the field.

    Fails when the label of a text field is a word that cannot be a question and has nothing to do with the field's own
    name; or when several groups of fields share their labels and what tells the groups apart is hidden from sight.
    Passes when it names something well known or what the field is called in the code. Else a person is asked.
    """
    label = " ".join(target.visible_text.split()) or _picture_text(target)
    fields = [f for f in labels_of(target.document)[target] if f.visible]
    field = fields[0]
    code = _code_words(field)
    if (generic_label(label) or (silent_mark(label) and label)) and field.role in _TEXT_ROLES | {"none"}:
        other = " ".join(lb.visible_text for lb in _labels(field) if lb is not target and lb.visible)
        hint = stems(f"{other} {field.get('placeholder')}")
        if not hint and not shared(stems(label), code) and _code_says_other(code):
            return failed("generic", label=label)
        return cannot_tell("clear", label=label)
    same = _same_labels(target, label)
    if same:
        difference = _hidden_difference(target, same)
        if difference:
            return failed("same-label", label=label, difference=difference)
        if not _told_apart(target, same):
            return cannot_tell("same-label-unclear", label=label, count=_count(target, label))
    wanted = stems(label)
    if wanted & _KNOWN or shared(wanted, code) or len(content_words(label)) >= 4:
        return passed()
    return cannot_tell("clear", label=label)


def _count(label: Element, text: str) -> int:
    return len(_by_text(label.document).get((bare(text), label.closest("form")), ()))


def _picture_text(label: Element) -> str:
    return " ".join(e.name for e in label.flat_descendants() if e.tag in ("img", "svg") and e.visible and e.name)


def _labels(field: Element) -> list[Element]:
    return labels_by_field(field.document).get(field, [])


def _code_words(field: Element) -> frozenset[str]:
    """The words by which the field goes in the code: name, id, autocomplete, type."""
    text = " ".join(field.get(a) for a in ("name", "id", "autocomplete", "data-name"))
    kind = field.get("type").strip().lower()
    return frozenset(stem(w) for w in identifier_words(text)) | (
        {kind} if kind in ("email", "tel", "search") else set()
    )


def _code_says_other(code: frozenset[str]) -> bool:
    """The code calls the field something that means something, or nothing at all: not a bare number or random id."""
    return all(not any(c.isdigit() for c in w) for w in code)


def _by_text(document: Document) -> dict[tuple[str, Element | None], list[Element]]:
    """Visible labels of visible text fields by their text and form."""
    known: dict[tuple[str, Element | None], list[Element]] | None = document.__dict__.get("_labels_by_text")
    if known is None:
        known = document.__dict__["_labels_by_text"] = {}
        for label, fields in labels_of(document).items():
            if any(f.role in _TEXT_ROLES and f.visible for f in fields) and label.visible:
                known.setdefault((bare(label.visible_text), label.closest("form")), []).append(label)
    return known


def _same_labels(label: Element, text: str) -> list[Element]:
    """Other labels with the same text, of other fields in the same form (or both in none); the first few."""
    mine = labels_of(label.document)[label]
    found: list[Element] = []
    for other in _by_text(label.document).get((bare(text), label.closest("form")), ()):
        if other is not label and not set(mine) & set(labels_of(label.document)[other]):
            found.append(other)
            if len(found) >= _COMPARED:
                break
    return found


def _group(label: Element, other: Element) -> Element:
    """The largest element around *label* that does not hold *other*."""
    around = {other, *other.flat_ancestors()}
    group = label
    for ancestor in label.flat_ancestors():
        if ancestor in around:
            break
        group = ancestor
    return group


def _all_text(group: Element) -> str:
    return " ".join(" ".join(t.data for t in group.flat_texts()).split())


def _hidden_difference(label: Element, same: list[Element]) -> str:
    """What tells the groups of fields apart for those who hear it, when nothing that can be seen does; else ""."""
    other = same[0]
    one, two = _group(label, other), _group(other, label)
    if one is label or one.visible_text != two.visible_text or _pictures(one) or _pictures(two):
        return ""
    if _speaks_between(one, two):
        return ""
    mine, theirs = set(content_words(_all_text(one))), set(content_words(_all_text(two)))
    if not mine - theirs or not theirs - mine:
        return ""
    return " / ".join(
        " ".join(w for w in content_words(_all_text(g)) if w in own)
        for g, own in ((one, mine - theirs), (two, theirs - mine))
    )


def _pictures(group: Element) -> bool:
    return any(
        e.tag in ("img", "svg", "canvas") or e.style("background-image") not in ("", "none") or e.pseudo
        for e in group.flat_descendants()
    )


def _speaks_between(one: Element, two: Element) -> bool:
    """In the element that holds both groups some text can be seen, or several other parts; or no element holds both."""
    parent = one.flat_parent
    if parent is None or two.flat_parent is not parent:
        return True
    others = (c for c in parent.children if isinstance(c, Element) and c is not one and c is not two and c.visible)
    shown = list(islice(others, 2))
    return len(shown) > 1 or any(s.visible_text for s in shown) or bool(parent.own_text)


def _told_apart(label: Element, same: list[Element]) -> bool:
    """Something visible before each label, or in its group, differs from the others."""
    for other in same[:2]:
        one, two = _group(label, other), _group(other, label)
        if one is not label and one.visible_text != two.visible_text:
            continue
        parent = one.flat_parent
        if parent is None or not _heading_between(parent, one, two):
            return False
    return True


def _heading_between(parent: Element, one: Element, two: Element) -> bool:
    """A visible heading or legend stands in *parent* between the two groups."""
    first, last = sorted((one.index, two.index))
    headings = _headings(parent.document)
    for heading in headings[bisect_right(headings, first, key=_place) :]:
        if heading.index >= last:
            break
        if heading.visible and any(a is parent for a in heading.flat_ancestors()):
            return True
    return False


def _headings(document: Document) -> list[Element]:
    """The headings and legends of the document, in order."""
    known: list[Element] | None = document.__dict__.get("_headings_and_legends")
    if known is None:
        tags = ("legend", "h1", "h2", "h3", "h4", "h5", "h6")
        known = [e for e in document.elements if e.role == "heading" or e.tag in tags]
        document.__dict__["_headings_and_legends"] = known
    return known


def _place(element: Element) -> int:
    return element.index


_HIDE = 'style="position:absolute;left:-9999px"'

EXAMPLES = (
    passes("<html lang=nl><label for=v>Voornaam</label><input id=v>"),
    passes("<html lang=nl><span id=l aria-hidden=true>E-mailadres</span><input aria-labelledby=l>"),
    passes("<html lang=nl><label>Datum van de melding <input type=date></label>"),
    passes(
        "<html lang=nl><h2>Bezoekadres</h2><label>Straat <input name=s1></label><h2>Postadres</h2>"
        "<label>Straat <input name=s2></label>"
    ),
    passes(
        "<html lang=nl><fieldset><legend>Van</legend><label>Straat <input name=s1></label></fieldset>"
        "<fieldset><legend>Naar</legend><label>Straat <input name=s2></label></fieldset>"
    ),
    asks("clear", "<html lang=nl><label>Referentie <input name=x1></label>"),
    passes("<html lang=nl><input type=checkbox id=menu><label for=menu>Menu</label>", note="opens the menu"),
    asks("clear", "<html lang=nl><label>Tekst <input name=tekst></label>", note="a question may be just that"),
    asks(
        "same-label-unclear",
        "<html lang=nl><label>Wachtwoord <input type=text name=w1></label><label>Wachtwoord <input name=w2></label>",
    ),
    fails("generic", "<html lang=nl><label for=a>Klik hier</label><input id=a name=achternaam>"),
    fails("generic", "<html lang=nl><button id=b>OK</button><input name=zoek aria-labelledby=b>"),
    fails(
        "same-label",
        f"<html lang=nl><form><fieldset><legend {_HIDE}>Aanvrager</legend><label>Naam<input name=n1></label></fieldset>"
        f"<fieldset><legend {_HIDE}>Partner</legend><label>Naam<input name=n2></label></fieldset></form>",
    ),
    inapplicable("<html lang=nl><label for=p>Naam</label><p id=p></p>"),
    inapplicable(f"<html lang=nl><label>Naam <input {_HIDE}></label>"),
    inapplicable(f"<html lang=nl><label for=v {_HIDE}>Naam</label><input id=v>"),
    inapplicable("<html lang=nl><label>Versturen <button>Ga</button></label>"),
)
