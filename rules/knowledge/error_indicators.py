"""Messages that a form shows about wrong or missing input, and the fields they are about.

Source: ACT rule 36b590, "form field error indicator". Only what is sure to be one is taken: a text with an error's
name in the code or an error's role, and an error's words; red lines and icons are for a person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rules.knowledge.form_labels import FIELD_ROLES, is_field, labels_by_field
from rules.knowledge.semantics import semantic_role
from rules.knowledge.similarity import STOP_WORDS, identifier_words, stem, stems, strongly_shared, words
from rules.page import Document, Element

_MARKS = frozenset(
    ("error", "errors", "err", "errormessage", "errormsg", "fout", "fouten", "foutmelding", "foutmeldingen",
     "foutbericht", "invalid", "validationmessage", "onjuist")
)  # fmt: skip
_GROUP = re.compile(r"\b(?:has|with|is|no|on|data|heeft|met|show|hide)[-_]", re.IGNORECASE)
"""``has-error`` stands on the group around a field, not on the message."""
_ERROR_WORDS = re.compile(
    r"\b(?:invalid|error|errors|wrong|incorrect|incorrectly|correctly|required|missing|cannot|can't|must|failed|please|"
    r"not (?:valid|correct|empty)|fout|fouten|fouts|ongeldig|ongeldige|onjuist|onjuiste|verkeerd|verplicht|verplichte|"
    r"ontbreekt|ontbreken|moet|moeten|mag niet|vul|geen geldig|geen geldige|mislukt|leeg|niet (?:juist|goed|correct|"
    r"geldig|ingevuld))\b",
    re.IGNORECASE,
)
_EMPTY_TEXT = """
invalid value values error errors wrong incorrect incorrectly correct correctly input entry field fields
please fill enter valid data check form not something went try again
ongeldig ongeldige waarde waarden fout fouten onjuist onjuiste verkeerd verkeerde invoer veld velden vul juist juiste
correct geldig geldige geldige controleer formulier gegevens niet goed ging mis probeer opnieuw iets"""
_EMPTY = frozenset(_EMPTY_TEXT.split())
_VALUE = frozenset(("value", "values", "input", "entry", "waarde", "waarden", "invoer"))
_CAUSE = re.compile(
    r"\b(?:empty|required|must|at least|at most|minimum|maximum|between|missing|characters|format|choose|select|before|"
    r"after|leeg|verplicht|verplichte|moet|moeten|minstens|minimaal|maximaal|hoogstens|tussen|ontbreekt|tekens|cijfers|"
    r"letters|kies|selecteer|geen|notatie|voor|na)\b",
    re.IGNORECASE,
)
_FIELD_WORDS = re.compile(r"\b(?:the|this|a|dit|het|een|each)? ?(?:field|fields|veld|velden|form|formulier)\b", re.I)
_LONGEST = 400
_MOST = 60
"""Messages looked at in one form."""


@dataclass(frozen=True, slots=True, eq=False)
class Indicator:
    """An error message in a form, and the fields it is about (none: it does not say)."""

    element: Element
    text: str
    fields: tuple[Element, ...]
    seen: bool = True
    """It can be seen; else only assistive technology gets it."""


def form_fields(document: Document) -> list[Element]:
    """HTML elements with one of the roles of a form field, in order."""
    known: list[Element] | None = document.__dict__.get("_form_fields")
    if known is None:
        known = document.__dict__["_form_fields"] = [
            e for e in document.elements if e.is_html and is_field(e) and semantic_role(e) in FIELD_ROLES
        ]
    return known


def label_words(field: Element) -> frozenset[str]:
    """The stems of what the field and its group are called."""
    known: frozenset[str] | None = field.__dict__.get("_label_words")
    if known is not None:
        return known
    parts = [field.name]
    parts += [label.text for label in labels_by_field(field.document).get(field, ())]
    group = field.closest("fieldset")
    if group is not None and semantic_role(field) in ("radio", "checkbox"):
        legend = next((c for c in group.element_children if c.tag == "legend"), None)
        parts += [legend.text if legend is not None else "", group.get("aria-label")]
    marked = frozenset(map(stem, ("required", "verplicht", "optional", "optioneel")))
    known = field.__dict__["_label_words"] = stems(" ".join(parts)) - marked
    return known


def fields_of(form: Element) -> list[Element]:
    """The form fields in *form*, in order."""
    known: dict[Element, list[Element]] | None = form.document.__dict__.get("_fields_by_form")
    if known is None:
        known = form.document.__dict__["_fields_by_form"] = {}
        for field in form_fields(form.document):
            around = field.closest("form")
            if around is not None:
                known.setdefault(around, []).append(field)
    return known.get(form, [])


def indicators(form: Element) -> list[Indicator]:
    """The error messages in *form* that can be seen or heard, in order; worked out once per form."""
    known: list[Indicator] | None = form.__dict__.get("_error_indicators")
    if known is not None:
        return known
    fields = fields_of(form)
    signed = [e for e in form.flat_descendants() if _signed(e)] if fields else []
    outer = {a for e in signed for a in e.flat_ancestors()}
    referring = {f: [r for a in _REFERRING for r in f.referenced(a)] for f in fields} if signed else {}
    known = form.__dict__["_error_indicators"] = []
    for element in signed:
        if element in outer or is_field(element) or (not element.visible and element.hidden_from_at):
            continue
        if len(known) >= _MOST:
            break
        text = element.visible_text or element.text
        if text and len(text) <= _LONGEST and _ERROR_WORDS.search(text):
            about = tuple(_about(element, text, referring, form))
            known.append(Indicator(element, text, about, bool(element.visible_text)))
    return known


def _signed(element: Element) -> bool:
    if element.get("role").lower() in ("alert",):
        return True
    named = " ".join(
        token for token in (element.get("id"), *element.get("class").split()) if token and not _GROUP.match(token)
    )
    return bool(named) and element.tag not in ("form", "label", "input", "fieldset", "button") and bool(
        _MARKS & set(identifier_words(named))
    )


_REFERRING = ("aria-describedby", "aria-errormessage", "aria-labelledby")


def _about(
    message: Element, text: str, referring: Mapping[Element, Sequence[Element]], form: Element
) -> list[Element]:
    """The fields the message is about: those that refer to it, that it names, or beside which it stands alone.

    *referring*: field → the elements it refers to as its name, description or message.
    """
    fields = list(referring)
    near = {message, *message.flat_ancestors(), *message.flat_descendants()} - {form, *form.flat_ancestors()}
    found = [f for f, others in referring.items() if any(r in near for r in others)]
    said = {s for s in stems(text) if len(s) >= 3}
    found += [f for f in fields if f not in found and strongly_shared(label_words(f), said)]
    if not found:
        up = {f: {f, *f.flat_ancestors()} for f in fields[:200]}
        for around in message.flat_ancestors():
            beside = [f for f, line in up.items() if around in line]
            if beside:
                groups = {f.get("name") or id(f) for f in beside}
                found = beside if len(groups) == 1 else []
                break
            if around is form:
                break
    return found


def says_nothing(text: str, labels: frozenset[str]) -> bool:
    """The message says only that something is wrong: no cause, no way to mend it."""
    said = [w for w in words(text) if w not in STOP_WORDS or w == "not"]
    rest = [w for w in said if w not in _EMPTY and not any(stem(w) == s for s in labels)]
    if rest or not said:
        return False
    named = any(stem(w) in labels for w in said)
    return not named or bool(_VALUE & set(said))


def tells_cause(text: str) -> bool:
    """It has words by which a message tells what is wrong or how to mend it ("must", "leeg", "minimaal")."""
    return bool(_CAUSE.search(text))


def speaks_of_a_field(text: str) -> bool:
    """It speaks of "the field" or "the form" without saying which."""
    return bool(_FIELD_WORDS.search(text))
