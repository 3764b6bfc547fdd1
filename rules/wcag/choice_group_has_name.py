"""Radio buttons and checkboxes of one question stand in a group with a name (WCAG techniques H71 and ARIA17)."""

from __future__ import annotations

from collections.abc import Iterable

from rules import focus
from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable, passed, passes
from rules.knowledge.naming import speakable
from rules.page import Element, Page

RULE = Rule(
    id="choice-group-has-name",
    title=Words("Keuzes bij één vraag staan in een groep met een naam", "Choices of one question have a named group"),
    why=Words(
        "Wie met een schermlezer van keuze naar keuze gaat, hoort “ja” en “nee”, maar niet op welke vraag dat het "
        "antwoord is.",
        "People who go from choice to choice with a screen reader hear “yes” and “no”, but not which question that "
        "answers.",
    ),
    repair=Words(
        "Zet de keuzes in een fieldset met de vraag als legend, of in een groep die de vraag als naam heeft.",
        "Put the choices in a fieldset with the question as its legend, or in a group named by the question.",
    ),
    requirements=("wcag:1.3.1",),
    secondary=("wcag:3.3.2",),
    sentences={
        "no-group": Words(
            "Deze {count} keuzes ({names}) staan niet in een groep met een naam. Zegt elke keuze uit zichzelf waar hij "
            "over gaat?",
            "These {count} choices ({names}) stand in no group with a name. Does each choice say by itself what it is "
            "about?",
        ),
        "no-legend": Words(
            "De fieldset om deze {count} keuzes ({names}) heeft geen legend met tekst. Zegt elke keuze uit zichzelf "
            "waar hij over gaat?",
            "The fieldset round these {count} choices ({names}) has no legend with text. Does each choice say by "
            "itself what it is about?",
        ),
    },
)

_LEAST = {"radio": 2, "checkbox": 3}
_WHOLE_SENTENCE = 4
"""Words from which a choice is taken to say by itself what it is about: “Ik wil de nieuwsbrief ontvangen”."""


def applies(page: Page) -> Iterable[Target]:
    """The first of two or more radio buttons, or of three or more checkboxes, with one name in one form."""
    return [members[0] for members in _groups(page).values()]


def judge(target: Target) -> Outcome:
    """Expectation: the question is the name of a group around the choices, or every choice repeats it."""
    members = _groups(target.document.page)[target]
    if all(_in_named_group(m) for m in members) or _say_it_themselves(members):
        return passed()
    word = "no-legend" if target.closest("fieldset") is not None else "no-group"
    names = ", ".join(f"“{m.name[:40]}”" for m in members[:3])
    return cannot_tell(word, count=len(members), names=names + (", …" if len(members) > 3 else ""))


def _groups(page: Page) -> dict[Element, list[Element]]:
    """First member → all members of each group that is large enough; worked out once per page."""
    known: dict[Element, list[Element]] | None = page.__dict__.get("_choice_groups")
    if known is None:
        found: dict[tuple[object, ...], list[Element]] = {}
        for element in page.elements("input"):
            kind, name = element.get("type").strip().lower(), element.get("name")
            if kind not in _LEAST or not name or not element.rendered or element.hidden_from_at:
                continue
            if focus.disabled(element) or element.role not in ("radio", "checkbox"):
                continue
            form = element.by_id(element.get("form")) if element.has("form") else element.closest("form")
            found.setdefault((kind, name, form, id(element.root)), []).append(element)
        known = {members[0]: members for key, members in found.items() if len(members) >= _LEAST[str(key[0])]}
        page.__dict__["_choice_groups"] = known
    return known


def _in_named_group(element: Element) -> bool:
    for around in element.flat_ancestors():
        if around.role in ("group", "radiogroup") and speakable(around.name):
            return True
        if around.tag == "tr" and any(c.tag == "th" and c.text for c in around.element_children):
            return True
    return False


def _say_it_themselves(members: list[Element]) -> bool:
    """Every choice is a sentence, begins with the same words, or is labelled by an element that all share."""
    shared = [set(m.get("aria-labelledby").split()) for m in members]
    if set.intersection(*shared):
        return True
    names = [m.name.split() for m in members]
    if all(len(words) >= _WHOLE_SENTENCE for words in names):
        return True
    same = 0
    for words in zip(*names, strict=False):
        if len(set(words)) > 1:
            break
        same += 1
    return same >= 2 or (same == 1 and names[0][0].endswith(":"))


def _choices(kind: str, *labels: str) -> str:
    return "".join(f"<label><input type={kind} name=k value={n}>{label}</label>" for n, label in enumerate(labels))


_YES = _choices("radio", "Ja", "Nee")
_DAYS = _choices("checkbox", "Maandag", "Dinsdag", "Zondag")

EXAMPLES = (
    asks("no-group", f"<html lang=nl><form><p>Bent u verhuisd?</p>{_YES}</form>"),
    asks("no-group", f"<html lang=nl><form><p>Wanneer kunt u?</p>{_DAYS}</form>"),
    asks("no-group", f"<html lang=nl><div role=group><p>Bent u verhuisd?</p>{_YES}</div>", note="a group without name"),
    asks("no-legend", f"<html lang=nl><form><fieldset><p>Bent u verhuisd?</p>{_YES}</fieldset></form>"),
    asks("no-legend", f"<html lang=nl><fieldset><legend> </legend><p>Wanneer kunt u?</p>{_DAYS}</fieldset>"),
    passes(f"<html lang=nl><fieldset><legend>Bent u verhuisd?</legend>{_YES}</fieldset>"),
    passes(f"<html lang=nl><p id=v>Bent u verhuisd?</p><div role=radiogroup aria-labelledby=v>{_YES}</div>"),
    passes(f"<html lang=nl><div role=group aria-label='Wanneer kunt u?'>{_DAYS}</div>"),
    passes("<html lang=nl><table><tr><th>Balie<td><input type=radio name=b aria-label=Goed><td>"
           "<input type=radio name=b aria-label=Slecht></table>", note="the header of the row is the question"),
    passes("<html lang=nl>" + _choices("radio", "Ja, ik ben dit jaar verhuisd", "Nee, ik ben niet verhuisd")),
    passes("<html lang=nl>" + _choices("radio", "Verhuisd: ja", "Verhuisd: nee")),
    passes("<html lang=nl><p id=v>Verhuisd?<p><input type=radio name=k aria-labelledby='v j'><span id=j>Ja</span>"
           "<input type=radio name=k aria-labelledby='v n'><span id=n>Nee</span>"),
    inapplicable("<html lang=nl>" + _choices("checkbox", "Maandag", "Dinsdag")),
    inapplicable("<html lang=nl>" + _choices("radio", "Ja")),
    inapplicable(f"<html lang=nl><div hidden>{_YES}</div>"),
    inapplicable("<html lang=nl><form><label><input type=radio name=k>Ja</label></form>"
                 "<form><label><input type=radio name=k>Nee</label></form>", note="two forms"),
)  # fmt: skip
