"""A page as a municipality makes them, of any length and from a seed: something for every kind of rule to judge.

Coloured text on coloured grounds, links alone and in sentences, forms, tables, pictures, headings, landmarks, parts
in another language, folded parts, lists, and in a few of a hundred blocks a barrier.
"""

from __future__ import annotations

import random

_NOUNS = (
    "afvalkalender", "bestemmingsplan", "brandweer", "buurthuis", "fietspad", "gemeenteraad", "grofvuil", "huisarts",
    "inwoners", "kapvergunning", "kinderopvang", "leerlingenvervoer", "meldkamer", "milieustraat", "noodnummer",
    "ondernemers", "parkeervergunning", "paspoort", "rijbewijs", "riolering", "speeltuin", "stadhuis",
    "straatverlichting", "trouwzaal", "uitkering", "verkiezingen", "veiligheid", "wegwerkzaamheden", "wijkteam",
    "zorgtoeslag",
)  # fmt: skip
_SENTENCES = (
    "U vraagt een {a} aan bij het loket van de {b}.",
    "De {a} is op werkdagen open van negen tot vijf uur.",
    "Vanaf maandag werken wij aan de {a} in de buurt van de {b}.",
    "Wilt u weten wat de {a} voor u betekent, bel dan met de gemeente.",
    "De raad besloot in juni over de {a} en over de {b}.",
    "Met een {a} regelt u sneller uw {b}.",
)
_COLOURS = (("#1b1b1b", "#ffffff"), ("#ffffff", "#154273"), ("#0b4f2c", "#e8f5ee"), ("#5a1010", "#fdecea"))
_AUTOCOMPLETE = ("given-name", "family-name", "email", "tel", "street-address", "postal-code")

STYLE = """
body{font:16px/1.5 sans-serif;margin:0;color:#222;background:#fff}
header{background:#154273;color:#fff;padding:1rem}header a{color:#fff}
nav ul{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0}
.skip{position:absolute;left:-999px}.skip:focus{left:0}
section{border-top:1px solid #ccc;padding:1rem;overflow:hidden}
.card{background:linear-gradient(#f4f6f8,#e9edf1);padding:.5rem}
.hidden-label{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}
.badge{background:#ffd54f;color:#111;border-radius:4px;padding:0 .3rem}
a{color:#01689b}footer{background:#f3f3f3}
"""


def municipal_page(number: int, elements: int) -> str:
    """The HTML of page *number* with about *elements* elements."""
    rng = random.Random(number)

    def word() -> str:
        return rng.choice(_NOUNS)

    def words(count: int) -> str:
        return " ".join(word() for _ in range(count)).capitalize()

    def sentence() -> str:
        return rng.choice(_SENTENCES).format(a=word(), b=word())

    def link(text: str) -> str:
        return f'<a href="/{word()}/{rng.randrange(10_000)}">{text}</a>'

    def story(at: int) -> str:
        ink, ground = rng.choice(_COLOURS)
        pale = ' style="color:#9a9a9a"' if rng.random() < 0.03 else ""
        return (
            f"<h2>{words(3)}</h2><p{pale}>{sentence()} {sentence()} {link(words(2))}. {sentence()}</p>"
            f'<p style="color:{ink};background:{ground}">{sentence()} <strong>{word()}</strong> <em>{word()}</em></p>'
            f'<p lang="en">The town hall is closed on Monday. <span class="badge">{at}</span></p>'
            f"<ul><li>{link(words(3))}</li><li>{sentence()}</li><li><span>{sentence()}</span></li></ul>"
        )

    def card(at: int) -> str:
        described = "" if rng.random() < 0.03 else f' alt="{words(3)}"'
        return (
            f'<div class="card"><h3>{words(2)}</h3><figure><img src="/beeld.svg"{described} width="60" height="40">'
            f"<figcaption>{sentence()}</figcaption></figure><p>{sentence()} {link('Lees meer over ' + word())}</p>"
            f'<p><a href="/nieuws/{at}"><img src="/beeld.svg" alt="" width="16" height="16"> {words(2)}</a></p>'
            f'<svg role="img" aria-label="{words(2)}" width="20" height="20"><path d="M0 0h20v20H0z"/></svg></div>'
        )

    def form(at: int) -> str:
        fields = "".join(
            f'<div><label for="v{at}-{kind}">{words(2)}</label>'
            f'<input id="v{at}-{kind}" name="{kind}{at}" autocomplete="{kind}"></div>'
            for kind in rng.sample(_AUTOCOMPLETE, 3)
        )
        choices = "".join(f"<option>{words(1)}</option>" for _ in range(3))
        loose = f"<input name='los{at}'>" if rng.random() < 0.05 else ""
        return (
            f'<form action="/zoek"><fieldset><legend>{words(2)}</legend>{fields}<label>{words(1)} <select '
            f'name="keuze{at}">{choices}</select></label><label><input type="checkbox" name="akkoord{at}"> '
            f'{sentence()}</label></fieldset>{loose}<p id="uitleg{at}">{sentence()}</p><button type="submit" '
            f'aria-describedby="uitleg{at}">Verstuur {word()}</button></form>'
        )

    def table(at: int) -> str:
        rows = "".join(
            f'<tr><th scope="row">{words(1)}</th><td>{rng.randrange(100)}</td><td>{words(2)}</td></tr>'
            for _ in range(4)
        )
        return (
            f"<table><caption>{words(3)}</caption><thead><tr><th>Onderwerp</th><th>Aantal</th><th>Waar</th></tr>"
            f"</thead><tbody>{rows}</tbody></table>"
        )

    def folded(at: int) -> str:
        state = "true" if rng.random() < 0.5 else "false"
        return (
            f"<details><summary>{words(3)}</summary><p>{sentence()}</p></details>"
            f'<button type="button" aria-expanded="{state}" aria-controls="deel{at}">{words(2)}</button>'
            f'<div id="deel{at}"><dl><dt>{words(1)}</dt><dd>{sentence()}</dd><dt>{words(1)}</dt><dd>{link(words(2))}'
            f'</dd></dl><span class="hidden-label">{words(2)}</span><time>2026-11-{at % 28 + 1:02}</time></div>'
        )

    kinds = (story, card, form, table, folded)
    blocks: list[str] = []
    length = 60
    while length < elements:
        block = f"<section>{kinds[len(blocks) % len(kinds)](len(blocks))}</section>"
        length += block.count("<") - block.count("</")
        blocks.append(block)
    menu = "".join(f"<li>{link(words(1))}</li>" for _ in range(12))
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{words(2)} – Gemeente Meetdorp</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head><body>'
        f'<a class="skip" href="#inhoud">Naar de inhoud</a><header><p>Gemeente Meetdorp</p><nav aria-label="Hoofdmenu">'
        f'<ul>{menu}</ul></nav><form role="search" action="/zoek"><label for="zoek">Zoeken</label>'
        f'<input id="zoek" type="search" name="q"><button>Zoek</button></form></header><main id="inhoud"><h1>{words(2)}'
        f'</h1>{"".join(blocks)}</main><aside aria-label="Actueel"><h2>Actueel</h2><ul>{menu}</ul></aside><footer>'
        f"<p>{sentence()}</p><ul><li>{link('Privacy')}</li><li>{link('Toegankelijkheid')}</li></ul></footer>"
        f"</body></html>"
    )
