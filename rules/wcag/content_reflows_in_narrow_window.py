"""Nobody has to scroll sideways to read or operate at a width of 320 CSS pixels (WCAG 2.2, 1.4.10 Reflow).

Source: WCAG 2.2 success criterion 1.4.10 with its exception, and "Understanding Reflow" (1280 CSS pixels at 400%).
Data tables, maps, diagrams, code, toolbars, pictures of their own and what scrolls in a part of its own are excepted
or left to a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.page import Element, Page

RULE = Rule(
    id="content-reflows-in-narrow-window",
    awaits=("reflow",),
    title=Words("Inhoud past in een smal venster", "Content fits a narrow window"),
    why=Words(
        "Slechtzienden vergroten de pagina tot 400%; het venster is dan nog maar 320 pixels breed. Past de tekst daar "
        "niet in, dan moeten zij bij elke regel heen en weer schuiven en raken zij de draad kwijt.",
        "People with low vision enlarge the page to 400%; the window is then only 320 pixels wide. When the text does "
        "not fit, they have to scroll to and fro for every line, and lose their place.",
    ),
    repair=Words(
        "Laat de inhoud bij 320 pixels breedte onder elkaar komen in plaats van naast elkaar. Gebruik geen vaste "
        "breedtes voor vakken met tekst en laat lange regels afbreken.",
        "Let the content move below each other instead of beside each other at a width of 320 pixels. Do not fix the "
        "width of boxes with text, and let long lines wrap.",
    ),
    requirements=("wcag:1.4.10",),
    sentences={
        "wide": Words(
            "Bij een venster van 320 pixels (400% vergroting) is dit deel {width} pixels breed. Om “{text}” te lezen, "
            "moeten mensen opzij schuiven.",
            "In a window of 320 pixels (enlarged to 400%) this part is {width} pixels wide. To read “{text}”, people "
            "have to scroll sideways.",
        ),
        "nowrap": Words(
            "Bij een venster van 320 pixels (400% vergroting) breekt de tekst “{text}” niet af; de regel loopt door "
            "tot {width} pixels, en mensen moeten opzij schuiven.",
            "In a window of 320 pixels (enlarged to 400%) the text “{text}” does not wrap; the line runs on to "
            "{width} pixels, and people have to scroll sideways.",
        ),
        "control": Words(
            "Bij een venster van 320 pixels (400% vergroting) steekt het invoerveld “{text}” uit tot {width} pixels; "
            "mensen moeten opzij schuiven om het te gebruiken.",
            "In a window of 320 pixels (enlarged to 400%) the field “{text}” sticks out to {width} pixels; people have "
            "to scroll sideways to use it.",
        ),
        "lost": Words(
            "Bij een venster van 320 pixels (400% vergroting) valt een deel van “{text}” rechts buiten beeld, en de "
            "pagina laat zich niet opzij schuiven.",
            "In a window of 320 pixels (enlarged to 400%) part of “{text}” is cut off at the side, and the page cannot "
            "be scrolled sideways.",
        ),
        "slight": Words(
            "Bij een venster van 320 pixels (400% vergroting) loopt “{text}” door tot {width} pixels. Is alles te "
            "lezen en te bedienen zonder opzij te schuiven?",
            "In a window of 320 pixels (enlarged to 400%) “{text}” runs on to {width} pixels. Can everything be read "
            "and operated without scrolling sideways?",
        ),
        "word": Words(
            "Bij een venster van 320 pixels (400% vergroting) past “{text}” niet op een regel, en de pagina wordt "
            "{width} pixels breed. Kan dit woord of adres worden afgebroken?",
            "In a window of 320 pixels (enlarged to 400%) “{text}” does not fit on a line, and the page becomes "
            "{width} pixels wide. Can this word or address be broken?",
        ),
        "outside": Words(
            "Bij een venster van 320 pixels (400% vergroting) staat “{text}” buiten beeld. Is het een menu of paneel "
            "dat in beeld komt als dat nodig is, of moeten mensen er opzij voor schuiven?",
            "In a window of 320 pixels (enlarged to 400%) “{text}” is out of view. Is it a menu or panel that comes "
            "into view when needed, or do people have to scroll sideways for it?",
        ),
        "picture": Words(
            "Bij een venster van 320 pixels (400% vergroting) steekt een afbeelding ({text}) uit tot {width} pixels. "
            "Is zij alleen in haar geheel te begrijpen, zoals een kaart of tekening?",
            "In a window of 320 pixels (enlarged to 400%) a picture ({text}) sticks out to {width} pixels. Can it be "
            "understood as a whole only, as a map or drawing?",
        ),
        "table": Words(
            "Bij een venster van 320 pixels (400% vergroting) steekt een tabel met “{text}” uit tot {width} pixels. "
            "Zijn de rijen en kolommen nodig om de inhoud te begrijpen?",
            "In a window of 320 pixels (enlarged to 400%) a table with “{text}” sticks out to {width} pixels. Are its "
            "rows and columns needed to understand the content?",
        ),
    },
)


_MUCH = 1.25
"""How many times as wide as the window a part is that nobody reads without scrolling. What sticks out less may be a
margin, or the end of a longest line; a person looks."""


def _record(page: Page) -> Mapping[str, Any]:
    record = page.document.record("reflow")
    return record if isinstance(record, dict) else {}


def _parts(page: Page) -> dict[Element, list[Mapping[str, Any]]]:
    """Element → what sticks out because of it; worked out once per page."""
    cache: dict[str, dict[Element, list[Mapping[str, Any]]]] = page.__dict__.setdefault("_sticking_out", {})
    if "all" not in cache:
        found: dict[Element, list[Mapping[str, Any]]] = {}
        record = _record(page)
        for part in record.get("parts", ()):
            element = page.document.element_at(part["path"])
            if element is not None and not (part["kind"] != "image" and _data_table(page, part) == "table"):
                found.setdefault(element, []).append(part)
        cache["all"] = found
    return cache["all"]


def applies(page: Page) -> Iterable[Target]:
    """The outermost elements that stick out; when nothing does, the root element of an HTML page with visible text."""
    found = _parts(page)
    if found:
        return sorted(found, key=lambda e: e.index)
    root, record = page.document.root, _record(page)
    # Of a page that was not looked at to the end, nothing good can be said.
    return [root] if root is not None and record.get("texts") and not record.get("cut") else []


def judge(target: Target) -> Outcome:
    """Expectation: texts and fields fit a width of 320 CSS pixels, but for parts that need two dimensions."""
    page = target.document.page
    clips = bool(_record(page).get("clips"))
    asked: Outcome | None = None
    for part in _parts(page).get(target, ()):
        text = str(part["text"]) or "…"
        reach = max(part["box"], part["end"]) if part["kind"] == "wide" else part["end"]
        details = {"text": text if len(text) <= 80 else text[:77] + "…", "width": round(reach)}
        word, certain = _word(page, part, clips=clips)
        if certain:
            return failed(word, **details)
        asked = asked or cannot_tell(word, **details)
    return asked or passed()


def _word(page: Page, part: Mapping[str, Any], *, clips: bool) -> tuple[str, bool]:
    """The word for a part that sticks out, and whether it counts against the page without a person's look."""
    kind = str(part["kind"])
    if kind == "image":
        return "picture", False
    if _data_table(page, part) == "unsure":
        return "table", False
    if part["moving"] or (part["whole"] and (part["moved"] or clips)):
        return "outside", False
    if kind == "word":
        return "word", False
    record = _record(page)
    one_way = not record["vertical"] and part["lines"] < 2
    if one_way or part["end"] < _MUCH * record["width"]:
        return "slight", False
    return ("lost" if clips else kind), not (clips and part["moved"])


def _data_table(page: Page, part: Mapping[str, Any]) -> str:
    """``table`` when the part stands in a table of data, ``unsure`` when that cannot be told, else empty."""
    table = page.document.element_at(part["table"])
    if table is None:
        return ""
    role = table.get("role").strip().lower()
    if role in ("none", "presentation"):
        return ""
    inside = [e for e in table.flat_descendants() if e.is_html]
    if role in ("table", "grid", "treegrid") or any(
        e.tag in ("th", "caption", "thead") and e.closest("table") is table for e in inside
    ):
        return "table"
    # What a page is laid out with holds whole parts of a page in its cells.
    return "" if any(e.tag in _PARTS_OF_PAGES for e in inside) else "unsure"


_PARTS_OF_PAGES = frozenset(("table", "h1", "h2", "h3", "h4", "nav", "form", "header", "footer", "main", "article"))


def _page(body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title><style>{head}</style></head><body>{body}'
        '<p style="height:600px">Slot</p></body></html>'
    )


_TEXT = (
    "Bel bij brand in uw huis meteen het alarmnummer en wacht buiten op de brandweer. Ga nooit terug naar binnen. " * 2
)
_LAYOUT_TABLE = f'<table role="presentation" style="width:960px"><tr><td>{_TEXT}</td><td>{_TEXT}</td></tr></table>'
_DATA_TABLE = (
    "<table><caption>Kazernes</caption><tr>"
    + "".join(f'<th style="min-width:150px">Kolom {n}</th>' for n in range(6))
    + "</tr><tr>"
    + "".join(f"<td>Waarde {n}</td>" for n in range(6))
    + "</tr></table>"
)
_OLD_TABLE = (
    "<table><tr>"
    + "".join(f'<td style="min-width:150px">Waarde {n}</td>' for n in range(6))
    + "</tr><tr>"
    + "".join(f"<td>Getal {n}</td>" for n in range(6))
    + "</tr></table>"
)

EXAMPLES = (
    passes(_page(f"<h1>Brand</h1><p>{_TEXT}</p>")),
    passes(
        _page(f'<div class="a"><p>{_TEXT}</p><p>{_TEXT}</p></div>',
              ".a{display:flex}.a p{width:480px}@media(max-width:700px){.a{display:block}.a p{width:auto}}"),
        note="beside each other in a wide window, below each other in a narrow one",
    ),
    passes(_page(f"<p>{_TEXT}</p>{_DATA_TABLE}"), note="a table of data may scroll"),
    passes(_page(f"<p>{_TEXT}</p><pre>{'eaa-checker scan ' * 20}</pre>"), note="code"),
    passes(_page(f'<div style="overflow:auto" tabindex="0"><div style="width:900px">{_TEXT}</div></div>'),
           note="scrolls in a part of its own, and leaves the page alone"),
    passes(_page(f'<div style="overflow:hidden"><div style="width:900px"><p>{_TEXT}</p></div></div>'),
           note="cut off is another rule's matter"),
    passes(_page(f'<p>{_TEXT}</p><div id="map" style="width:800px;height:99px"><b style="margin-left:600px">Utrecht</b>'
                 "</div>")),
    passes(_page(f'<p>{_TEXT}</p><iframe style="width:560px" srcdoc="<p>Film</p>" title="Film"></iframe>')),
    passes(_page(f'<p>{_TEXT}</p><svg width="700" height="50"><text x="500" y="20">Tekening</text></svg>')),
    passes(_page(f'<p>{_TEXT}</p><div style="width:700px;height:3px;background:red"></div>'), note="no text in it"),
    passes(_page(f'<p>{_TEXT}</p><p style="margin-right:-9px">{_TEXT}</p>'), note="next to nothing"),
    passes(_page(f'<p>{_TEXT}</p><p style="position:absolute;left:-9999px;width:900px">Voor schermlezers</p>')),
    passes(_page(f'<p>{_TEXT}</p><p style="position:absolute;left:500px;width:1px;height:1px;overflow:hidden;'
                 'white-space:nowrap">Alleen voor schermlezers</p>')),
    fails("wide", '<!doctype html><html lang="nl"><title>Kort</title><body><div style="width:1200px"><p>Bel bij brand '
          "in uw huis meteen het alarmnummer en wacht buiten.</p><p>Ga bij brand nooit terug naar binnen, ook niet "
          "voor uw huisdier.</p></div></body></html>", note="two lines to scroll to and fro for"),
    asks("slight", '<!doctype html><html lang="nl"><title>Kort</title><body><p style="white-space:nowrap">Deze ene '
           "regel is veel te lang voor een smal venster, maar hij is de hele pagina</p></body></html>",
         note="scrolling in one direction only"),
    fails("wide", _page(f"<h1>Brand</h1><p>{_TEXT}</p>", "body{min-width:1000px}")),
    fails("wide", _page(f'<div style="width:960px"><p>{_TEXT}</p></div>')),
    fails("wide", _page(f'<div style="width:960px;overflow:hidden"><p>{_TEXT}</p></div>'),
          note="the box that would cut it off sticks out itself"),
    fails("wide", _page(f'<div style="display:flex"><p style="flex:0 0 300px">{_TEXT}</p>'
                        f'<p style="flex:0 0 300px">{_TEXT}</p></div>')),
    fails("wide", _page(_LAYOUT_TABLE)),
    fails("wide", _page(f'<table width="960"><tr><td><h2>Brand</h2><p>{_TEXT}</p></td><td>{_TEXT}</td></tr></table>')),
    fails("wide", _page(f'<div style="display:grid"><p>{_TEXT}</p><pre>{"eaa-checker scan " * 20}</pre></div>'),
          note="the code makes the column wider than the window, and the text beside it with it"),
    fails("wide", _page(f'<div style="position:absolute;left:0;width:960px"><p>{_TEXT}</p></div>')),
    fails("nowrap", _page(f'<p>{_TEXT}</p><p style="white-space:nowrap">{_TEXT}</p>')),
    fails("control", _page(f'<p>{_TEXT}</p><p><label>Naam<br><input size="80"></label></p>')),
    fails("lost", _page(f'<div style="width:960px"><p>{_TEXT}</p></div>', "html{overflow-x:hidden}")),
    asks("slight", _page(f'<p>{_TEXT}</p><p><label>Naam<br><input style="width:350px"></label></p>')),
    asks("slight", _page(f'<p>{_TEXT}</p><div style="width:350px"><p>{_TEXT}</p></div>')),
    asks("word", _page(f"<p>{_TEXT}</p><p>{'https://www.voorbeeld.nl/' + 'zeer-lang-adres_' * 6}</p>"
                       .replace("-lang-adres", "langadres"))),
    asks("outside", _page(f'<p>{_TEXT}</p><nav style="position:absolute;top:0;left:100%;width:300px">Menu van de site'
                          "</nav>")),
    asks("outside", _page(f'<p>{_TEXT}</p><nav style="position:absolute;top:0;left:100%;width:300px">Menu van de site'
                          "</nav>", "body{overflow-x:hidden}")),
    asks("picture", _page(f'<p>{_TEXT}</p><img alt="Plattegrond" width="700" height="30" src="data:image/gif;base64,'
                          'R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=">')),
    asks("table", _page(f"<p>{_TEXT}</p>{_OLD_TABLE}"), note="a table without headers: data, or only lay-out?"),
    inapplicable('<!doctype html><html lang="nl"><title>Leeg</title><body><hr></body></html>'),
    inapplicable('<!doctype html><html lang="ja" style="writing-mode:vertical-rl"><title>x</title><body><p>119番'
                 "</p></body></html>", note="read from top to bottom"),
)  # fmt: skip
