"""It can be seen which element has the keyboard's focus (ACT oj04fd)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.page import Element, Page

RULE = Rule(
    id="focus-is-visible",
    act=("oj04fd",),
    awaits=("focusing",),
    title=Words("Te zien is waar de focus staat", "It can be seen where the focus is"),
    why=Words(
        "Wie met het toetsenbord werkt, moet kunnen zien welk onderdeel aan de beurt is. Verandert er niets in beeld, "
        "dan weet iemand die kan zien maar geen muis gebruikt niet wat hij bedient.",
        "People who work with the keyboard must be able to see which element is next. When nothing changes on the "
        "screen, someone who can see but does not use a mouse does not know what they are operating.",
    ),
    repair=Words(
        "Laat bij elk onderdeel dat focus krijgt duidelijk zien dat het de focus heeft, bijvoorbeeld met een rand. "
        "Haal de standaardrand van de browser niet weg zonder er iets voor terug te geven.",
        "Show clearly on every element that takes focus that it has it, for example with an outline. Do not remove the "
        "browser's own outline without giving something in its place.",
    ),
    requirements=("wcag:2.4.7",),
    sentences={
        "nothing": Words(
            "Als dit onderdeel met het toetsenbord focus krijgt, verandert er niets in beeld.",
            "When this element takes focus from the keyboard, nothing changes on the screen.",
        ),
        "open": Words(
            "Is te zien dat dit onderdeel de focus heeft als iemand er met de Tab-toets komt?",
            "Can it be seen that this element has the focus when someone reaches it with the Tab key?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Stops for the Tab key in HTML documents whose focus was tried out."""
    return sorted((e for e in _tried(page) if e.in_tab_order), key=lambda e: e.index)


def _tried(page: Page) -> dict[Element, bool | None]:
    """Element → whether its focus shows (None: not settled); worked out once per page."""
    cache: dict[str, dict[Element, bool | None]] = page.__dict__.setdefault("_focus_tried", {})
    if "all" not in cache:
        found: dict[Element, bool | None] = {}
        for document in page.documents:
            if document.content_type not in ("text/html", "application/xhtml+xml"):
                continue
            for entry in document.record("focusing") or ():
                element = document.element_at(entry["path"])
                if element is not None:
                    found[element] = entry["shown"]
        cache["all"] = found
    return cache["all"]


def judge(target: Target) -> Outcome:
    """Expectation: a pixel changes when it takes focus."""
    shown = _tried(target.document.page).get(target)
    if shown is None:
        return cannot_tell("open")
    return passed() if shown else failed("nothing")


def _page(style: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title><style>{style}</style></head>'
        f"<body>{body}</body></html>"
    )


_LINK = '<p>Lees <a href="#verder">verder</a> over 112.</p>'

EXAMPLES = (
    passes(
        '<!doctype html><html lang="nl"><style>input{opacity:0;position:absolute}input:checked:focus+label{outline:3px '
        'solid #005}</style><input type=radio name=s id=a><label for=a>Lijst</label> <input type=radio name=s id=b '
        "checked><label for=b>Kaart</label>",
        note="the keyboard reaches the chosen one of radio buttons only",
    ),
    passes(_page("", _LINK)),
    passes(_page("", '<button>Verstuur</button><input aria-label="Naam"><select aria-label="Plaats"></select>')),
    passes(_page("a:focus { outline: none; background: #ff0 }", _LINK)),
    passes(_page("a { outline: none } a:focus-visible { box-shadow: 0 0 0 3px #000 }", _LINK)),
    passes(_page("a { transition: all 1s } a:focus { outline: none; color: red }", _LINK)),
    passes(_page("a:focus { outline: none } p:focus-within { border-left: 4px solid #000 }", _LINK)),
    passes(
        _page(
            "input { position: absolute; opacity: 0 } input:focus + label { outline: 2px solid #000 }",
            '<p><input type="checkbox" id="a"><label for="a">Akkoord</label></p>',
        )
    ),
    passes(_page("input { outline: none }", '<input aria-label="Naam">'), note="the text cursor shows it"),
    passes(_page("a { position: absolute; left: -999px } a:focus { left: 0; outline: none }", _LINK), note="skip link"),
    passes(
        _page(
            "a { outline: none }",
            '<div id="d" style="width:9px;height:9px"></div>'
            '<p><a href="#x" onfocus="d.style.background=\'red\'" onblur="d.style.background=\'\'">Lees</a></p>',
        ),
        note="shown elsewhere by a script",
    ),
    fails("nothing", _page("a { outline: none }", _LINK)),
    fails("nothing", _page("* { outline: 0 !important }", "<button>Verstuur</button>")),
    fails("nothing", _page("a:focus { outline: 2px solid transparent }", _LINK)),
    fails("nothing", _page("a:focus { outline: 2px solid #fff }", _LINK)),
    fails(
        "nothing",
        _page(
            ":focus { outline: 2px solid #000 }",
            '<div style="overflow:hidden;width:200px;height:40px"><div tabindex="0" '
            'style="width:200px;height:40px">Vak</div></div>',
        ),
    ),
    fails("nothing", _page("a { outline: none }", '<a href="#a">Een</a> <a href="#b">Twee</a> <a href="#c">Drie</a>')),
    fails(
        "nothing",
        _page("input { position: absolute; opacity: 0 }", '<input type="checkbox" id="a"><label for="a">Ja</label>'),
    ),
    passes(_page("a:focus { outline: 2px solid #f90 }", _LINK), note="a colour without blue"),
    asks(
        "open",
        _page(
            "a { outline: none } a:focus { background: #ff0 }",
            _LINK + '<div style="position:fixed;inset:0;background:#fff">Cookies <button>Goed</button></div>',
        ),
        note="a cookie notice lies over the link",
    ),
    inapplicable(_page("a { outline: none }", '<a href="#a" tabindex="-1">Een</a>')),
    inapplicable(_page("", "<p>Niets te bedienen</p><button disabled>Verstuur</button><a>Geen koppeling</a>")),
)
