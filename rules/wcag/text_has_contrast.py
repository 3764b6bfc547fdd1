"""Text stands out from its background (ACT afw4f7)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, fails, inapplicable, passes
from rules.knowledge.low_contrast import judge_element
from rules.knowledge.text_contrast import readings
from rules.page import Page

SENTENCES = {
    "low": Words(
        "De tekst “{text}” heeft een contrast van {ratio} op 1 met de achtergrond (tekst {foreground}, achtergrond "
        "{background}). Nodig is minstens {need} op 1.",
        "The text “{text}” has a contrast of {ratio} to 1 with its background (text {foreground}, background "
        "{background}). At least {need} to 1 is needed.",
    ),
    "low-large": Words(
        "De grote tekst “{text}” heeft een contrast van {ratio} op 1 met de achtergrond (tekst {foreground}, "
        "achtergrond {background}). Voor grote letters is minstens {need} op 1 nodig.",
        "The large text “{text}” has a contrast of {ratio} to 1 with its background (text {foreground}, background "
        "{background}). Large letters need at least {need} to 1.",
    ),
    "low-picture": Words(
        "De tekst “{text}” staat op een afbeelding of kleurverloop die te veel op de letters lijkt. Achter een deel "
        "van de tekst is het contrast ook op de beste plek maar {ratio} op 1. Nodig is minstens {need} op 1.",
        "The text “{text}” stands on a picture or colour gradient that is too much like the letters. Behind part of "
        "the text the contrast is only {ratio} to 1 even at the best place. At least {need} to 1 is needed.",
    ),
    "low-shadow": Words(
        "De tekst “{text}” heeft een schaduw die te veel op de letters lijkt. Rond een deel van de letters is het "
        "contrast ook op de beste plek maar {ratio} op 1. Nodig is minstens {need} op 1.",
        "The text “{text}” has a shadow that is too much like the letters. Around part of the letters the contrast is "
        "only {ratio} to 1 even at the best place. At least {need} to 1 is needed.",
    ),
    "picture": Words(
        "De tekst “{text}” staat op een afbeelding. Is het contrast op elke plek onder de letters minstens {need} op "
        "1?",
        "The text “{text}” stands on a picture. Is the contrast at least {need} to 1 everywhere under the letters?",
    ),
    "gradient": Words(
        "De tekst “{text}” staat op een kleurverloop. Op de slechtste plek is het contrast {ratio} op 1. Hebben alle "
        "letters een contrast van minstens {need} op 1?",
        "The text “{text}” stands on a colour gradient. At the worst place the contrast is {ratio} to 1. Do all "
        "letters have a contrast of at least {need} to 1?",
    ),
    "gradient-text": Words(
        "De letters van “{text}” zijn zelf gevuld met een afbeelding of kleurverloop. Is het contrast van elke letter "
        "met de achtergrond minstens {need} op 1?",
        "The letters of “{text}” are themselves filled with a picture or gradient. Is the contrast of each letter "
        "with the background at least {need} to 1?",
    ),
    "shadow": Words(
        "De tekst “{text}” heeft een schaduw. Is het contrast tussen de letters en wat er direct omheen te zien is "
        "minstens {need} op 1?",
        "The text “{text}” has a shadow. Is the contrast between the letters and what is seen directly around them at "
        "least {need} to 1?",
    ),
    "effect": Words(
        "Op de tekst “{text}” of zijn achtergrond werkt een grafisch effect dat kleuren verandert. Is het contrast op "
        "het scherm minstens {need} op 1?",
        "A graphic effect changes the colours of the text “{text}” or its background. Is the contrast on the screen "
        "at least {need} to 1?",
    ),
    "order": Words(
        "Rond de tekst “{text}” liggen onderdelen over elkaar heen, zodat niet zeker is welke achtergrond te zien is. "
        "Is het contrast op het scherm minstens {need} op 1?",
        "Parts overlap around the text “{text}”, so it is not certain which background can be seen. Is the contrast "
        "on the screen at least {need} to 1?",
    ),
    "moving": Words(
        "De tekst “{text}” wordt zichtbaar of onzichtbaar met een animatie. Is het contrast minstens {need} op 1 als "
        "de animatie klaar is?",
        "The text “{text}” appears or disappears with an animation. Is the contrast at least {need} to 1 when the "
        "animation has ended?",
    ),
    "hidden": Words(
        "De tekst “{text}” heeft een contrast van {ratio} op 1 en is voor hulpsoftware verborgen. Is het alleen "
        "versiering? Zo niet, dan is een contrast van minstens {need} op 1 nodig.",
        "The text “{text}” has a contrast of {ratio} to 1 and is hidden from assistive software. Is it mere "
        "decoration? If not, a contrast of at least {need} to 1 is needed.",
    ),
    "logo": Words(
        "De tekst “{text}” heeft een contrast van {ratio} op 1. Hoort deze tekst bij een logo of merknaam? Zo niet, "
        "dan is een contrast van minstens {need} op 1 nodig.",
        "The text “{text}” has a contrast of {ratio} to 1. Is it part of a logo or brand name? If not, a contrast of "
        "at least {need} to 1 is needed.",
    ),
    "inactive": Words(
        "De tekst “{text}” heeft een contrast van {ratio} op 1. Hoort deze tekst bij een onderdeel dat op dit moment "
        "niet te bedienen is? Zo niet, dan is een contrast van minstens {need} op 1 nodig.",
        "The text “{text}” has a contrast of {ratio} to 1. Does it belong to a control that cannot be operated at "
        "this moment? If not, a contrast of at least {need} to 1 is needed.",
    ),
}

RULE = Rule(
    id="text-has-contrast",
    act=("afw4f7",),
    axe=("color-contrast",),
    title=Words("Tekst steekt af tegen de achtergrond", "Text stands out from its background"),
    why=Words(
        "Tekst met te weinig contrast is niet te lezen voor mensen die slecht zien of kleuren slecht onderscheiden, en "
        "voor iedereen die buiten in fel licht op een telefoon kijkt.",
        "Text with too little contrast cannot be read by people with low vision or colour blindness, nor by anyone "
        "who looks at a phone outdoors in bright light.",
    ),
    repair=Words(
        "Maak de tekst donkerder of de achtergrond lichter (of andersom), tot het contrast minstens 4,5 op 1 is, en "
        "minstens 3 op 1 voor grote letters.",
        "Make the text darker or the background lighter (or the other way round) until the contrast is at least 4.5 "
        "to 1, and at least 3 to 1 for large letters.",
    ),
    requirements=("wcag:1.4.3",),
    secondary=("wcag:1.4.6",),
    sentences=SENTENCES,
)


def applies(page: Page) -> Iterable[Target]:
    """HTML elements with visible text of their own, disabled parts and their labels left out."""
    return readings(page)


def judge(target: Target) -> Outcome:
    """Expectation: 4.5:1, or 3:1 for large scale text, unless the text is no language."""
    return judge_element(target, 4.5, 3.0)


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


_PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="
_STRIPES = (
    "url(&quot;data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><rect width='8' "
    "height='8' fill='white'/><rect width='4' height='8' fill='black'/></svg>&quot;)"
)
_HALVES = (
    "url(&quot;data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='480' height='80'><rect width='480' "
    "height='80' fill='white'/><rect width='240' height='80' fill='black'/></svg>&quot;)"
)

EXAMPLES = (
    passes(_page("<p>Bel bij spoed 112.</p>")),
    passes(_page('<p style="color:#767676">Net genoeg</p>')),
    fails("low", _page('<p style="color:#777">Net te weinig</p>')),
    fails("low", _page('<p>Goed <b style="color:#bbb">en niet goed</b></p>')),
    passes(_page('<p style="color:#949494;font-size:24px">Grote letters</p>')),
    passes(_page('<p style="color:#949494;font-size:18.67px;font-weight:bold">Vet en vrij groot</p>')),
    fails("low-large", _page('<p style="color:#999;font-size:24px">Grote letters</p>')),
    fails("low", _page('<p style="color:#949494;font-size:18.67px">Vrij groot, niet vet</p>')),
    fails("low", _page('<p style="color:rgba(0,0,0,.4)">Half doorzichtig</p>')),
    fails(
        "low",
        _page("<style>label{position:relative}label::before{content:'';position:absolute;left:-24px;top:4px;width:16px;"
              'height:16px;background:#ccc}</style><p style="color:#999">Te licht</p><p style="margin:50px">'
              "<label>Vinkje</label></p>"),
        note="the drawn box of a label further on does not cover the text",
    ),
    fails("low", _page('<p style="color:oklch(0.7 0.1 200)">Moderne kleurnotatie</p>')),
    passes(_page('<p style="color:lab(20 10 10);background:color(display-p3 1 1 1)">Moderne kleurnotatie</p>')),
    fails("low", _page('<p style="color:black;-webkit-text-fill-color:#ccc">De vulkleur telt</p>')),
    fails("low", _page('<div style="opacity:.4"><p>Vervaagd blok</p></div>')),
    passes(
        _page('<div style="opacity:.95;background:#000"><p style="color:#fff">Blok iets doorzichtig</p></div>')
    ),
    fails("low", _page('<div style="background:#000"><p style="background:rgba(255,255,255,.5);color:#555">'
                       "Lagen</p></div>")),
    passes(_page('<div style="background:#000"><p style="background:rgba(255,255,255,.9)">Lagen</p></div>')),
    passes(
        _page('<div style="background:#fff"><div style="position:relative;background:#003">'
              '<p style="color:#fff">Wit op donkerblauw</p></div></div>')
    ),
    passes(
        _page('<div style="position:relative"><div style="position:absolute;inset:0;background:#003"></div>'
              '<p style="position:relative;color:#fff;margin:0">Over een broer heen</p></div>'),
        note="background by a sibling beneath",
    ),
    fails(
        "low",
        _page('<div style="position:relative"><div style="position:absolute;inset:0;background:#003"></div>'
              '<p style="position:relative;color:#225;margin:0">Over een broer heen</p></div>'),
    ),
    passes(
        _page('<div style="position:relative;z-index:0"><div style="position:absolute;inset:0;background:#003;'
              'z-index:-1"></div><p style="color:#fff;margin:0">Achtergrond met z-index -1</p></div>')
    ),
    passes(
        _page("<style>.h{position:relative}.h::before{content:'';position:absolute;inset:0;background:#003}"
              '.h p{position:relative;color:#fff;margin:0}</style><div class="h"><p>Achtergrond uit ::before</p></div>')
    ),
    inapplicable(
        _page('<div style="position:relative"><p style="color:#ccc;margin:0">Bedekt</p>'
              '<div style="position:absolute;inset:0;background:#003"></div></div>'),
        note="an opaque box lies over the text",
    ),
    passes(
        _page('<p>Tekst</p><div style="position:fixed;inset:0;background:rgba(0,0,0,.7)"></div>'),
        note="a fixed overlay is there for a moment only",
    ),
    passes(_page('<table><tr style="background:#003;color:#fff"><td>Cel op rij</td></tr></table>')),
    passes(
        _page('<p style="color:#333;background:linear-gradient(to right,#fff,#00f);width:500px">Kort begin</p>'),
        note="the text stands on the light end only",
    ),
    fails(
        "low",
        _page('<p style="color:#333;background:linear-gradient(to right,#fff,#00f);width:14em">'
              "Deze zin loopt door tot op het donkere deel</p>"),
    ),
    passes(
        _page('<div style="padding:1em 4em;background-repeat:no-repeat;background-position:0 0,0 100%;background-size:'
              '2.5rem 100%,100% 1px;background-image:linear-gradient(0deg,#18753c,#18753c),linear-gradient(#333,#333)">'
              '<p style="color:#333">Naast een gekleurde balk</p></div>'),
        note="gradients of a size of their own draw a bar and a line beside the text",
    ),
    fails(
        "low-picture",
        _page('<div style="padding:1em;background-repeat:no-repeat;background-size:90% 100%;background-image:'
              'linear-gradient(#18753c,#18753c)"><p style="color:#333">Op een gekleurd vlak</p></div>'),
        note="the screen shows that it lies behind the text",
    ),
    fails("low", _page('<p style="color:#aaa;background:radial-gradient(#fff,#eee)">Overal te licht</p>')),
    passes(_page('<p style="color:#000;background:radial-gradient(#fff,#ddd)">Overal genoeg</p>')),
    fails(
        "low-picture",
        _page('<p style="color:#555;background:radial-gradient(#fff,#111)">Hangt ervan af</p>'),
        note="the first words stand on the dark rim only, the screen shows",
    ),
    asks(
        "gradient",
        _page('<p style="color:#777;background:repeating-radial-gradient(#fff 0 9px,#777 9px 18px)">Kringen</p>'),
        note="behind each word is enough contrast in places only",
    ),
    fails("low", _page('<p style="color:#fff;background:linear-gradient(#fff,#fff),#000">Verloop boven kleur</p><p>'
                       '<span style="color:#ddd">licht</span></p>')),
    fails("low-picture", _page(f'<p style="color:#555;background:url({_PIXEL})">Grijs op een zwart plaatje</p>')),
    passes(_page(f'<p style="color:#fff;background:url({_PIXEL})">Wit op een zwart plaatje</p>')),
    passes(
        _page(f'<div style="position:relative;height:50px"><img src="{_PIXEL}" alt="" style="position:absolute;'
              'width:100%;height:50px;left:0"><span style="position:relative;color:#fff">Op een foto</span></div>'),
    ),
    fails("low-picture", _page(f'<style>.b{{position:relative;z-index:0;width:300px}}.b::before{{content:"";position:'
                               f'absolute;inset:0;z-index:-1;background:url({_PIXEL})}}</style><div class="b">'
                               "<span>Zwart op een zwart plaatje</span></div>")),
    asks("picture", _page(f'<p style="color:#777;background:{_STRIPES}">Op strepen</p>'),
         note="dark and light stripes behind every letter"),
    passes(_page(f'<p style="background:{_STRIPES}"><span style="background:#fff">Wit vlak op strepen</span></p>')),
    fails("low-picture", _page(f'<p style="width:30em;color:#000;background:{_HALVES}">Dit begint donker op donker en '
                               "gaat dan over op licht, ver naar rechts toe in deze zin</p>")),
    fails("low-picture", _page(f'<p style="color:#000;background:url({_PIXEL});text-shadow:0 0 4px #fff">Flauw</p>'),
          note="the shadow does too little"),
    asks("picture", _page(f'<p style="color:#000;background:url({_PIXEL});text-shadow:0 0 2px #fff,0 0 2px #fff">'
                          "Met rand</p>")),
    passes(_page('<p style="text-shadow:1px 1px 1px #fff;background:#eee">Zwart met een witte schaduw</p>')),
    fails("low-shadow", _page('<p style="color:#666;text-shadow:#999 2px 2px 3px,#999 -2px 2px 3px,#999 2px -2px 3px,'
                              '#999 -2px -2px 3px">Schaduwen die samen de achtergrond bedekken</p>')),
    asks("picture", _page(f'<p style="position:relative;color:#555;background:url({_PIXEL})">Onder glas<i style="'
                          'position:absolute;inset:0;background:rgba(255,255,255,.1)"></i></p>'),
         note="something else is painted over the text"),
    asks("picture", _page(f'<div style="opacity:.9"><p style="color:#555;background:url({_PIXEL})">Half</p></div>')),
    asks("logo", _page(f'<a class="logo" style="color:#555;background:url({_PIXEL})" href="/">Merk</a>')),
    passes(
        _page(f'<div style="background:url({_PIXEL})"><p style="background:#fff">Wit vlak op een plaatje</p></div>'),
        note="an opaque box hides the picture",
    ),
    asks(
        "gradient-text",
        _page('<h1 style="background:linear-gradient(red,blue);background-clip:text;color:transparent">Titel</h1>'),
    ),
    passes(_page('<p style="text-shadow:1px 1px 2px #ccc">Zwart met lichte schaduw</p>')),
    asks("shadow", _page('<p style="color:#fff;background:#f90;text-shadow:0 0 2px #000,0 0 2px #000">Met rand</p>')),
    fails("low-shadow", _page('<p style="color:#fff;background:#f90;text-shadow:0 0 4px #000">Vage schaduw</p>')),
    fails("low-shadow", _page('<p style="color:#fff;background:#f90;text-shadow:0 0 4px #fc0">Schaduw helpt niet</p>')),
    asks("effect", _page('<p style="filter:brightness(.5);color:#aaa">Met filter</p>')),
    asks("hidden", _page('<p aria-hidden="true" style="color:#bbb">Versiering?</p>')),
    asks("logo", _page('<a class="site-logo" href="/" style="color:#bbb">Regio</a>')),
    asks("inactive", _page('<ul><li class="page disabled"><span style="color:#bbb">Vorige</span></li></ul>')),
    passes(_page('<p style="color:#bbb">— • — ★ —</p>'), note="no human language"),
    passes(_page('<button style="color:#666;background:#000" aria-label="Sluiten">X</button>'), note="X as a sign"),
    passes(_page('<i style="color:#bbb;font-family:\'Material Icons\'">home</i>'), note="an icon font"),
    inapplicable(_page('<p style="color:#fff">Wit op wit is geen zichtbare tekst</p>')),
    inapplicable(_page('<p style="display:none;color:#ccc">Weg</p>')),
    inapplicable(_page('<p style="visibility:hidden;color:#ccc">Weg</p>')),
    inapplicable(_page('<p style="position:absolute;left:-9999px;color:#ccc">Buiten beeld</p>')),
    inapplicable(_page('<svg><text y="15" fill="#ccc">Tekst in een tekening</text></svg>')),
    inapplicable(_page('<button disabled style="color:#ccc;background:#fff">Verstuur</button>')),
    inapplicable(_page('<div role="button" aria-disabled="true" style="color:#ccc"><span>Verstuur</span></div>')),
    inapplicable(_page('<label for="n" style="color:#ccc">Naam</label><input id="n" disabled>')),
    inapplicable(_page('<label style="color:#ccc">Naam <input disabled></label>')),
    inapplicable(_page('<fieldset disabled style="color:#ccc"><legend>Adres</legend><label>Plaats <input></label>'
                       "</fieldset>")),
    inapplicable(_page('<span id="l" style="color:#ccc">Ja</span><div role="checkbox" aria-disabled="true" '
                       'aria-labelledby="l" style="width:9px;height:9px"></div>')),
    fails("low", _page('<div aria-disabled="true"><p style="color:#ccc">Gewone tekst in een blok</p></div>')),
    fails("low", _page('<body style="background:#333"><p style="color:#555">Donkere pagina</p></body>')),
    passes(_page('<style>body{background:#111;color:#eee;height:9px}</style><p>Canvas over de pagina</p>')),
    passes(_page('<style>html{background:#111}body{background:#fff}</style><p>Body met eigen vlak</p>')),
    fails("low", _page('<div id="h" style="color:#ccc"></div><script>document.getElementById("h")'
                       '.attachShadow({mode:"open"}).innerHTML="<span>Tekst in schaduwboom</span>"</script>')),
    fails("low", _page('<iframe srcdoc="<p style=\'color:#ccc\'>Tekst in een frame</p>"></iframe>')),
    passes(
        _page('<div style="overflow:auto;width:200px;background:#003;color:#fff"><div style="width:900px">'
              '<span style="position:relative;left:600px">Verderop</span></div></div>'),
        note="text to scroll to stands on the background of its scroll area",
    ),
)  # fmt: skip
