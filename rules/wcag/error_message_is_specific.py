"""An error message says which field is wrong and why, for everybody (ACT 36b590)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.error_indicators import (
    Indicator,
    fields_of,
    form_fields,
    indicators,
    label_words,
    says_nothing,
    speaks_of_a_field,
    tells_cause,
)
from rules.page import Element, Page

RULE = Rule(
    id="error-message-is-specific",
    act=("36b590",),
    title=Words(
        "Een foutmelding zegt welk veld fout is en waarom", "An error message says which field is wrong and why"
    ),
    why=Words(
        "Wie niet kan zien of moeilijk leest, kan een fout alleen herstellen als de melding zegt om welk veld het gaat "
        "en wat eraan mankeert, in tekst die ook de schermlezer voorleest.",
        "People who cannot see or find reading hard can only mend an error when the message says which field it is "
        "about and what is wrong, in text that a screen reader reads out too.",
    ),
    repair=Words(
        "Noem in de melding het veld en de oorzaak of de oplossing, bijvoorbeeld: ‘Vul bij Postcode vier cijfers en "
        "twee letters in’. Zorg dat de schermlezer de melding ook krijgt.",
        "Name the field and the cause or remedy in the message, for instance: “Postcode: enter four digits and two "
        "letters”. Make sure screen readers get the message too.",
    ),
    requirements=("wcag:3.3.1",),
    sentences={
        "no-field": Words(
            "De foutmelding ‘{text}’ zegt niet om welk veld van het formulier het gaat.",
            "The error message “{text}” does not say which field of the form it is about.",
        ),
        "no-cause": Words(
            "De foutmelding ‘{text}’ zegt niet wat er fout is en hoe het wel moet.",
            "The error message “{text}” does not say what is wrong or how to mend it.",
        ),
        "hidden": Words(
            "De foutmelding ‘{text}’ is te zien, maar is verborgen voor schermlezers.",
            "The error message “{text}” can be seen but is hidden from screen readers.",
        ),
        "which-field": Words(
            "In het formulier staat de melding ‘{text}’. Is te zien om welk veld het gaat en wat er fout is?",
            "The form shows the message “{text}”. Can one see which field it is about and what is wrong?",
        ),
        "clear": Words(
            "Bij dit veld hoort de melding ‘{text}’. Zegt die wat er fout is of hoe het wel moet?",
            "This field has the message “{text}”. Does it say what is wrong or how to mend it?",
        ),
        "heard-only": Words(
            "Alleen een schermlezer krijgt de melding ‘{text}’. Is bij het veld te zien dat het fout is? Zo ja, staat "
            "er in zichtbare tekst waarom?",
            "Only screen readers get the message “{text}”. Can one see that the field is wrong? If so, does visible "
            "text say why?",
        ),
        "marked-only": Words(
            "Dit veld is in de code als fout gemarkeerd, maar er is geen foutmelding gevonden. Is bij het veld te zien "
            "dat het fout is? Zo ja, staat er in tekst waarom?",
            "This field is marked as wrong in the code but no error message was found. Can one see that it is wrong? "
            "If so, does a text say why?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """HTML elements with the role of a form field."""
    for document in page.documents:
        yield from form_fields(document)


def judge(target: Target) -> Outcome:
    """Expectations: if the field has error messages, one of them identifies it (1), one says in visible text what is
    wrong or how to mend it (2), and one does so in text that assistive technology gets (3).

    Fails when all messages about the field are empty of cause, or all that are not are hidden; and, on the first field
    of the form, when a message about "the field" names none of several. Passes without messages.
    """
    form = target.closest("form")
    found = indicators(form) if form is not None else []
    messages = [m for m in found if m.seen]
    own = [m for m in messages if target in m.fields]
    if own:
        return _judge_own(target, own)
    heard = next((m for m in found if not m.seen and target in m.fields), None)
    if heard is not None:
        return cannot_tell("heard-only", text=heard.text)
    if form is not None and messages and not any(m.fields for m in messages) and target is fields_of(form)[0]:
        text = messages[0].text
        several = sum(1 for f in fields_of(form) if f.visible) > 1
        if several and len(messages) == 1 and speaks_of_a_field(text) and says_nothing(text, frozenset()):
            return failed("no-field", text=text)
        return cannot_tell("which-field", text=text)
    if target.get("aria-invalid").strip().lower() == "true" and target.visible:
        return cannot_tell("marked-only")
    return passed()


def _judge_own(field: Element, own: list[Indicator]) -> Outcome:
    labels = label_words(field)
    telling = [m for m in own if not says_nothing(m.text, labels)]
    if not telling:
        return failed("no-cause", text=own[0].text)
    heard = [m for m in telling if not m.element.hidden_from_at or _described_by(field, m.element)]
    if not heard:
        return failed("hidden", text=telling[0].text)
    return passed() if any(tells_cause(m.text) for m in heard) else cannot_tell("clear", text=heard[0].text)


def _described_by(field: Element, message: Element) -> bool:
    """The message is part of the field's name or description, for which it may be hidden itself."""
    near = {message, *message.flat_ancestors()}
    if any(r in near for a in ("aria-describedby", "aria-labelledby") for r in field.referenced(a)):
        return True
    description = field.ax.description if field.ax is not None else ""
    return bool(message.text) and message.text in f"{field.name} {description}"


_FORM = "<html lang=nl><form>{}<label>Leeftijd <input name=l></label> <label>Naam <input name=n></label></form>"
_ONE = "<html lang=nl><form><label for=p>Postcode</label> <input id=p {}>{}</form>"

EXAMPLES = (
    passes(_FORM.format("")),
    passes(_FORM.format("<p>Wilt u alles zien? Laat dan het veld leeg.</p>"), note="help, no error"),
    passes(_FORM.format("<p class=fout>De leeftijd moet minstens 18 zijn.</p>")),
    passes(_FORM.format("<p class=fout hidden>Vul het veld juist in.</p>"), note="not shown"),
    passes(
        _ONE.format("aria-describedby=e", "<p id=e class=error>Vul vier cijfers en twee letters in; leeg mag niet.")
    ),
    passes(
        '<html lang=nl><div class="error-404"><h1>Fout: pagina niet gevonden</h1></div><form><input title=Zoek></form>'
    ),
    passes(
        "<html lang=nl><form><p class=error>Kleur is verplicht.</p><fieldset><legend>Kies een kleur</legend>"
        "<label><input type=radio name=k>Rood</label><label><input type=radio name=k>Wit</label></fieldset></form>"
    ),
    asks("which-field", _FORM.format("<p class=foutmelding>Er zijn 2 fouten gevonden.</p>")),
    asks("clear", _ONE.format("", "<span class=error>Ongeldige postcode</span>"), note="it names what it expects"),
    asks(
        "heard-only",
        _ONE.format("", "<span class=error style='position:absolute;left:-999px'>De postcode moet kloppen</span>"),
    ),
    asks("marked-only", _ONE.format("aria-invalid=true", "")),
    fails("no-field", _FORM.format("<p class=error>Vul het veld juist in.</p>")),
    fails("no-cause", _ONE.format("", "<span class=error>Ongeldige waarde voor postcode.</span>")),
    fails("no-cause", _ONE.format("aria-invalid=true", "<span role=alert>Ongeldige invoer</span>")),
    fails("hidden", _ONE.format("", "<span class=error aria-hidden=true>De postcode moet zes tekens hebben.</span>")),
    inapplicable("<html lang=nl><p class=error>Fout</p><form><button>Ga</button><input type=hidden></form>"),
)
