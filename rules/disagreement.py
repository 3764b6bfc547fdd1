"""Known causes why our rules and axe-core do not say the same of the same page, each with a page that shows it.

They are data for the manual, and tests: ``tests/rules/test_disagreements.py`` lets both judge each page. Found by
letting both judge every example of every rule that has a counterpart in axe-core.
"""

from __future__ import annotations

from dataclasses import dataclass

from rules.contract import Verdict, Words


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause. *own* and *axe* are the verdicts for the page as a whole; *axe* is None where it says nothing."""

    rule: str
    """Id of our rule."""
    axe_rule: str
    own: Verdict
    axe: Verdict | None
    why: Words
    html: str
    elsewhere: bool = False
    """axe-core says it too, but of another element, so that both show as rows of their own."""
    media_type: str = "text/html"


def _page(body: str, lang: str = "nl") -> str:
    return f'<!doctype html><html lang="{lang}"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


_BLACK = "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="
_P, _F, _Q, _N = Verdict.PASSED, Verdict.FAILED, Verdict.CANNOT_TELL, Verdict.INAPPLICABLE

CAUSES: tuple[Cause, ...] = (
    # -- what is looked at ------------------------------------------------------------------------------------------
    Cause(
        "aria-attribute-defined", "aria-valid-attr", _F, None,
        Words("axe-core slaat verborgen onderdelen over; een verzonnen aria-kenmerk is dat ook verborgen.",
              "axe-core passes over hidden elements; an aria attribute that does not exist is wrong there as well."),
        _page("<div hidden aria-discription=x>x</div>"),
    ),
    Cause(
        "headers-refer-to-cells", "td-headers-attr", _F, _F,
        Words("axe-core noemt de hele tabel, wij de cel die verkeerd verwijst.",
              "axe-core names the whole table, we name the cell that refers wrongly."),
        _page("<table><tr><th id=dag>Dag<tr><td headers=Dag>ma</table>"), elsewhere=True,
    ),
    Cause(
        "iframe-content-reachable", "frame-focusable-content", _F, _F,
        Words("axe-core noemt het document in het kader, wij het kader (iframe) zelf.",
              "axe-core names the document inside the frame, we name the frame itself."),
        _page("<iframe title=x tabindex=-1 srcdoc='<html lang=nl><title>x</title><a href=/>Startpagina</a>'></iframe>"),
        elsewhere=True,
    ),
    Cause(
        "document-has-lang", "html-has-lang", _N, _F,
        Words("De ACT-regel geldt voor documenten die als text/html komen; axe-core kijkt ook naar XHTML.",
              "The ACT rule is about documents sent as text/html; axe-core looks at XHTML too."),
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>x</p></body></html>',
        media_type="application/xhtml+xml",
    ),
    Cause(
        "aria-attribute-value-valid", "aria-valid-attr-value", _N, _F,
        Words("axe-core beoordeelt aria-kenmerken ook op MathML, waar onze regel over HTML en SVG gaat.",
              "axe-core judges aria attributes on MathML too, where our rule is about HTML and SVG."),
        _page('<math aria-hidden="ja"></math>'),
    ),
    Cause(
        "letter-spacing-is-adjustable", "avoid-inline-spacing", _F, _F,
        Words("axe-core noemt het onderdeel met de stijl, wij de tekst erin die de ruimte te krap krijgt.",
              "axe-core names the element with the style, we name the text inside that gets too little space."),
        _page('<div style="letter-spacing: 1px !important"><p>Erft te weinig ruimte</p></div>'), elsewhere=True,
    ),
    Cause(
        "referenced-id-is-unique", "duplicate-id-aria", _F, _Q,
        Words("axe-core noemt het eerste onderdeel met het dubbele id en vraagt het na; wij noemen de verwijzing die "
              "verkeerd uitkomt.",
              "axe-core names the first element with the double id and asks; we name the reference that goes wrong."),
        _page("<section aria-labelledby=k><h2 id=k>Planning</h2></section>"
              "<section aria-labelledby=k><h2 id=k>Kosten</h2></section>"), elsewhere=True,
    ),
    # -- where we are sure and axe-core asks or is silent -------------------------------------------------------------
    Cause(
        "aria-naming-not-prohibited", "aria-prohibited-attr", _F, _Q,
        Words("Een naam op een onderdeel zonder rol is volgens WAI-ARIA niet toegestaan; axe-core vraagt het na.",
              "WAI-ARIA does not allow a name on an element without a role; axe-core asks."),
        _page("<div aria-label=Openingstijden>9-17 uur</div>"),
    ),
    Cause(
        "aria-attribute-value-valid", "aria-valid-attr-value", _F, _Q,
        Words("Een waarde die niet in de lijst staat, is ongeldig, ook als browsers er ‘true’ van maken.",
              "A value that is not in the list is not valid, even where browsers turn it into “true”."),
        _page('<a href=# aria-current="active">Home</a>'),
    ),
    Cause(
        "aria-attribute-allowed", "aria-allowed-attr", _F, None,
        Words("Een lijstpunt kan niet in- of uitgeklapt zijn; axe-core laat aria-expanded daar toe.",
              "A list item cannot be expanded or collapsed; axe-core allows aria-expanded there."),
        _page("<ul><li aria-expanded=false><a href=/>Wonen</a></ul>"),
    ),
    Cause(
        "autocomplete-is-valid", "autocomplete-valid", _F, None,
        Words("axe-core slaat velden over die alleen te lezen zijn.", "axe-core passes over read-only fields."),
        _page('<label>Voornaam <input autocomplete="voornaam" readonly></label>'),
    ),
    Cause(
        "document-lang-is-valid", "html-lang-valid", _F, None,
        Words("axe-core kijkt niet naar een leeg eerste deel van de taalcode.",
              "axe-core does not mind an empty first part of the language code."),
        _page("<p>Bel 112</p>", lang="-nl"),
    ),
    Cause(
        "form-field-has-name", "label", _F, None,
        Words("Een teken uit een pictogramlettertype is niet te horen; voor axe-core is het een naam.",
              "A character of an icon font cannot be heard; to axe-core it is a name."),
        _page("<label for=z>&#xf002;</label><input id=z>"),
    ),
    Cause(
        "image-button-has-name", "input-image-alt", _F, None,
        Words("De standaardtekst van de browser (‘Submit Query’) zegt niet wat de knop doet; voor axe-core is het een "
              "naam.",
              "The browser's default text (“Submit Query”) does not say what the button does; axe-core takes it."),
        _page('<input type=image src=data:, alt="Submit Query">'),
    ),
    Cause(
        "image-has-name", "image-alt", _F, None,
        Words("Een alternatief van alleen een onzichtbaar teken zegt niets; voor axe-core is het een naam.",
              "An alternative that is one invisible character says nothing; to axe-core it is a name."),
        _page('<img src="data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==" '
              'alt="&#8203;">'),
    ),
    Cause(
        "meta-refresh-gives-time", "meta-refresh", _F, None,
        Words("axe-core herkent een verversing alleen in kleine letters; browsers ook in hoofdletters.",
              "axe-core knows a refresh in small letters only; browsers know it in capitals too."),
        '<!doctype html><html lang="nl"><head><title>x</title><meta http-equiv="REFRESH" content="600"></head></html>',
    ),
    # -- where axe-core is sure and we ask or pass ---------------------------------------------------------------------
    Cause(
        "button-has-name", "button-name", _P, _F,
        Words("axe-core kent de vervangende tekst bij een pictogram uit CSS niet; browsers lezen die voor.",
              "axe-core does not know the alternative text of an icon made by CSS; browsers read it."),
        _page('<style>i::before{content:"\\f002" / "Zoeken"}</style><button><i></i></button>'),
    ),
    Cause(
        "aria-attribute-value-valid", "aria-valid-attr-value", _P, _F,
        Words("Een getal met een exponent is in HTML een geldig getal; axe-core herkent het niet.",
              "A number with an exponent is a valid number in HTML; axe-core does not recognise it."),
        _page('<div role=slider aria-label=x tabindex=0 aria-valuenow=1 aria-valuemin="-2e1" aria-valuemax=9></div>'),
    ),
    Cause(
        "aria-attribute-allowed", "aria-allowed-attr", _P, _F,
        Words("HTML in ARIA staat dit kenmerk toe op een video; axe-core niet.",
              "ARIA in HTML allows this attribute on a video; axe-core does not."),
        _page("<video aria-activedescendant=x controls></video>"),
    ),
    Cause(
        "autocomplete-is-valid", "autocomplete-valid", _Q, _F,
        Words("Woorden als ‘nope’ zetten invullen door de browser uit. Of dat mag, hangt af van wat het veld vraagt.",
              "Words such as “nope” switch off filling in. Whether that is allowed depends on what the field asks."),
        _page('<label>Zoekterm <input autocomplete="nope"></label>'),
    ),
    Cause(
        "autocomplete-is-valid", "autocomplete-valid", _N, _F,
        Words("Op een selectievakje heeft autocomplete geen betekenis; de ACT-regel laat het daar buiten.",
              "On a checkbox autocomplete means nothing; the ACT rule leaves it out there."),
        _page('<label>Akkoord <input autocomplete="voornaam" type="checkbox"></label>'),
    ),
    Cause(
        "element-lang-is-valid", "valid-lang", _Q, _F,
        Words("Bij programmacode wordt lang soms voor de programmeertaal gebruikt; een mens ziet dat.",
              "In program code lang is sometimes used for the programming language; a person sees that."),
        _page('<pre><code lang="html">ul li</code></pre>'),
    ),
    Cause(
        "form-field-has-name", "label", _Q, _F,
        Words("De browser geeft een bestandsveld zelf een naam (‘Bestand kiezen’). Of die genoeg is, beslist een mens.",
              "The browser itself names a file field (“Choose file”). Whether that is enough is for a person to say."),
        _page("<input type=file>"),
    ),
    Cause(
        "iframe-has-name", "frame-title", _Q, _F,
        Words("Een kader (iframe) zonder naam dat niet te zien is, komt een bezoeker soms nooit tegen; een mens kijkt "
              "of dat zo is.",
              "Visitors sometimes never meet a frame without a name that cannot be seen; a person checks that."),
        _page("<iframe width=0 height=0 style='border:0' srcdoc='<html lang=nl><title>x</title><p>x'></iframe>"),
    ),
    Cause(
        "image-button-has-name", "input-image-alt", _Q, _F,
        Words("Sommige browsers lezen bij een knop met een plaatje de waarde (value) voor; axe-core telt die niet.",
              "Some browsers read the value of an image button; axe-core does not count it."),
        _page('<input type=image src=data:, value="Zoeken">'),
    ),
    Cause(
        "image-has-name", "image-alt", _P, _F,
        Words("Een afbeelding binnen een onderdeel dat zelf een afbeelding met naam is, wordt niet apart voorgelezen.",
              "An image inside an element that is itself an image with a name is not read apart."),
        _page('<div role=img aria-label="Vier van vijf sterren"><img src=data:,></div>'),
    ),
    Cause(
        "role-in-required-context", "aria-required-parent", _P, _F,
        Words("Een lijstpunt in een lijst met de rol tablist zegt zelf niets meer; axe-core ziet de tab er niet door.",
              "A list item in a list with the role tablist says nothing itself; axe-core does not see the tab through "
              "it."),
        _page("<ul role=tablist><li><a role=tab href=#a>Een</a></ul>"),
    ),
    Cause(
        "presentational-children-take-no-focus", "nested-interactive", _P, _F,
        Words("Een knop in een tab die niet met de Tab-toets te bereiken is, mag volgens de ACT-regel.",
              "The ACT rule allows a button inside a tab that the Tab key does not reach."),
        _page("<div role=tablist><div role=tab tabindex=0>Kaart <button tabindex=-1>×</button></div></div>"),
    ),
    # -- where axe-core asks and the screen tells ---------------------------------------------------------------------
    Cause(
        "text-has-contrast", "color-contrast", _F, _Q,
        Words("Bij tekst op een afbeelding kijken wij op het scherm welke kleuren erachter te zien zijn.",
              "Of text on a picture we look at the screen for the colours behind it."),
        _page(f"<p style='color:#555;background:url({_BLACK})'>Grijs op een zwart plaatje</p>"),
    ),
    Cause(
        "text-has-contrast", "color-contrast", _P, _Q,
        Words("Zijn alle kleuren achter de tekst ver genoeg van de letters, dan is de vraag van axe-core beantwoord.",
              "Where all colours behind a text are far enough from the letters, axe-core's question is answered."),
        _page(f"<p style='color:#fff;background:url({_BLACK})'>Wit op een zwart plaatje</p>"),
    ),
)  # fmt: skip
