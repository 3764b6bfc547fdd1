"""Frames with the same name show the same content (ACT 4b1c6c)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from urllib.parse import urljoin

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.links import Resource, base_of, likeness, matching_name, normal, resource_in
from rules.knowledge.naming import speakable
from rules.knowledge.similarity import shared, stems
from rules.page import Element, Page

RULE = Rule(
    id="iframes-with-same-name-show-same",
    act=("4b1c6c",),
    axe=("frame-title-unique",),
    title=Words("Frames met dezelfde naam tonen hetzelfde", "Frames with the same name show the same"),
    why=Words(
        "Wie een schermlezer gebruikt, kiest een frame op zijn naam. Hebben frames met verschillende inhoud dezelfde "
        "naam, dan weet deze bezoeker niet in welk frame staat wat hij zoekt.",
        "Screen reader users choose a frame by its name. When frames with different content share a name, they cannot "
        "know which one holds what they need.",
    ),
    repair=Words(
        "Geef elk frame een eigen naam (title) die zegt wat erin staat.",
        "Give each frame a name (title) of its own that says what it holds.",
    ),
    requirements=("wcag:4.1.2",),
    sentences={
        "different": Words(
            "{count} frames heten ‘{name}’, maar zij tonen iets verschillends: ‘{one}’ en ‘{two}’.",
            "{count} frames are called “{name}” but show different things: “{one}” and “{two}”.",
        ),
        "compare": Words(
            "{count} frames heten ‘{name}’. Bekijk wat erin staat ({one} en {two}): dienen zij hetzelfde doel?",
            "{count} frames are called “{name}”. Look at what they show ({one} and {two}): do they serve the same "
            "purpose?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The first of each set of two or more exposed ``iframe`` elements with the same name."""
    return [group[0] for group in _groups(page).values() if len(group) > 1]


def judge(target: Target) -> Outcome:
    """Expectation: the frames embed the same resource or equivalent ones.

    Fails when two of them have almost no word in common and it is not so that both speak of what their name says;
    passes when all lead to the same address or hold the same; else a person compares them.
    """
    group = _groups(target.document.page)[matching_name(target)]
    name, count = target.name, len(group)
    unsure: tuple[str, str] | None = None
    distinct = {normal(_address(frame)) + _inline(frame): frame for frame in group}
    for one, other in combinations(list(distinct.values())[:12], 2):
        mine, theirs = _resource(one), _resource(other)
        verdict = "unsure" if mine is None or theirs is None else likeness(mine, theirs)
        if verdict == "different" and mine is not None and theirs is not None and not _as_named(name, mine, theirs):
            return failed("different", name=name, count=count, one=_short(mine), two=_short(theirs))
        if verdict != "same":
            unsure = unsure or (_address(one) or "srcdoc", _address(other) or "srcdoc")
    if unsure is not None:
        return cannot_tell("compare", name=name, count=count, one=unsure[0], two=unsure[1])
    return passed()


def _groups(page: Page) -> dict[str, list[Element]]:
    known: dict[str, list[Element]] | None = page.__dict__.get("_frames_by_name")
    if known is None:
        known = page.__dict__["_frames_by_name"] = {}
        for frame in page.elements("iframe"):
            if speakable(frame.name) and not frame.hidden_from_at:
                known.setdefault(matching_name(frame), []).append(frame)
    return known


def _address(frame: Element) -> str:
    if frame.has("srcdoc"):
        return ""
    if frame.content_document is not None and frame.content_document.address:
        return frame.content_document.address
    return urljoin(base_of(frame.document), frame.get("src")) if frame.get("src") else ""


def _inline(frame: Element) -> str:
    return frame.get("srcdoc")


def _resource(frame: Element) -> Resource | None:
    content = frame.content_document
    if content is None or content.root is None:
        return None
    resource = resource_in(content)
    return Resource(_address(frame) or f"srcdoc:{frame.index}", resource.title, resource.main, resource.text)


def _as_named(name: str, one: Resource, other: Resource) -> bool:
    """Both speak of what the name says, so both may be what it promises."""
    wanted = stems(name)
    return all(bool(shared(wanted, stems(f"{r.title} {r.text[:5000]}"))) for r in (one, other))


def _short(resource: Resource) -> str:
    text = resource.title or resource.text
    return text if len(text) <= 80 else text[:79].rsplit(" ", 1)[0] + " …"


def _frame(name: str, text: str) -> str:
    return f'<iframe title="{name}" srcdoc="{text}"></iframe>'


_TWO = "<html lang=nl>{}{}"

EXAMPLES = (
    passes(_TWO.format(*[_frame("Kaart", "<p>Kaart van de wijk Waterdam-Noord</p>")] * 2)),
    passes(
        _TWO.format('<iframe title="Kaart" src="/leeg"></iframe>', '<iframe aria-label="kaart " src="/leeg"></iframe>')
    ),
    asks(
        "compare",
        _TWO.format(
            _frame("Advertentie", "<p>Koop deze advertentie voor fietsen</p>"),
            _frame("Advertentie", "<p>Advertentie: nieuwe keukens bij Jansen</p>"),
        ),
    ),
    asks("compare", _TWO.format('<iframe title="Film" src="/a"></iframe>', '<iframe title="Film" src="/b"></iframe>')),
    fails(
        "different",
        _TWO.format(
            _frame("Inhoud", "<p>Formulier voor een melding over afval</p>"),
            _frame("Inhoud", "<p>Live beelden van de zeesluis en de haven</p>"),
        ),
    ),
    inapplicable(_TWO.format(_frame("Kaart noord", "<p>Noord</p>"), _frame("Kaart zuid", "<p>Zuid</p>"))),
    inapplicable(_TWO.format(_frame("Kaart", "<p>Noord</p>"), f"<div aria-hidden=true>{_frame('Kaart', 'x')}</div>")),
    inapplicable("<html lang=nl><iframe srcdoc=a></iframe><iframe srcdoc=b></iframe>", note="frames without a name"),
)
