"""The pages of the misbehaving server: apart from their misbehaviour they are small, sound and without barriers."""

from __future__ import annotations

import gzip
import html
import io
import zipfile
from collections.abc import Iterator, Sequence

MEGABYTE = 1_000_000
LARGE = 50 * MEGABYTE


def top(title: str, head: str = "") -> str:
    """The beginning of a sound page, up to and with its heading."""
    return (
        '<!doctype html>\n<html lang="nl">\n'
        f'<head><meta charset="utf-8"><title>{html.escape(title)}</title>{head}</head>\n'
        f"<body>\n<main>\n<h1>{html.escape(title)}</h1>\n"
    )


def page(title: str, content: str = "<p>Deze pagina is in orde.</p>", head: str = "") -> str:
    """A whole page with *content* (HTML) in ``main``."""
    return f"{top(title, head)}{content}\n</main>\n</body>\n</html>\n"


def _scripted(title: str, script: str, content: str = "<p>Op deze pagina loopt een script.</p>") -> str:
    return page(title, f"{content}\n<script>{script}</script>")


SCRIPTED = {
    "/alert": _scripted("Melding", "alert('Let op')"),
    "/alert-loop": _scripted("Meldingen zonder einde", "let n = 0; while (true) { alert('Melding ' + ++n); }"),
    "/confirm": _scripted("Vraag", "document.title = confirm('Weet u het zeker?') ? 'Ja gezegd' : 'Nee gezegd'"),
    "/prompt": _scripted("Invoer", "document.title = 'Antwoord: ' + prompt('Uw naam?', 'niemand')"),
    "/beforeunload": _scripted(
        "Niet weggaan",
        "addEventListener('beforeunload', (e) => { e.preventDefault(); e.returnValue = 'Blijf'; return 'Blijf'; })",
        "<p><button>Klik</button></p>",
    ),
    "/opens-windows": _scripted(
        "Vensters",
        "const open = () => { for (let i = 0; i < 5; i++) window.open('/ok?window=' + i, '_blank'); };"
        "open(); addEventListener('load', open); setInterval(open, 200);",
    ),
    "/busy": _scripted("Bezet", "addEventListener('load', () => { while (true); })"),
    "/never-settles": _scripted(
        "Nooit rustig",
        "let n = 0; setInterval(() => { document.querySelector('p').textContent = 'Teller: ' + ++n; }, 50)",
    ),
    "/long-poll": _scripted(
        "Wacht op nieuws", "const x = new XMLHttpRequest(); x.open('GET', '/never-answers'); x.send()"
    ),
    "/auto-submit": _scripted(
        "Verstuurt zichzelf",
        "addEventListener('load', () => document.forms[0].submit()); document.forms[0].requestSubmit()",
        '<form method="post" action="/posted"><label>Naam <input name="naam" value="x"></label>'
        "<button>Verstuur</button></form>",
    ),
    "/calls-tel": _scripted(
        "Belt zelf",
        "document.querySelector('a').click(); location.href = 'tel:112'; window.open('sms:112');"
        "addEventListener('load', () => { document.querySelector('a').click(); location.href = 'tel:112'; })",
        '<p><a href="tel:112">Bel 112</a></p><iframe src="tel:112" title="Bellen"></iframe>',
    ),
    "/js-redirect": _scripted("Gaat verder", "location.replace('/ok')"),
}
"""Pages that misbehave by script."""

PLAIN = {
    "/": page("Begin", "<ul>" + "".join(f'<li><a href="/page/{n}">Pagina {n}</a></li>' for n in range(1, 4)) + "</ul>"),
    "/ok": page("Goede pagina"),
    "/meta-refresh": page("Ververst", head='<meta http-equiv="refresh" content="1; url=/ok">'),
    "/private-subresource": page("Beeld van binnen", '<p><img src="http://10.0.0.1/x.png" alt="Beeld"></p>'),
    "/formula": page(
        '=HYPERLINK("http://127.0.0.1/","Klik")',
        "<p>+1+1, -2, @SUM(1), \t=A1</p>\n"
        "<p>Tekens: \x01\x02\x07\x0b\x1b[31m\x7f\u202eachterstevoren\u202c\ufeff\ufffe</p>\n"
        "<p>&lt;/script&gt;&lt;script&gt;document.title='kwaad'&lt;/script&gt; --&gt; ]]&gt; {{ 7 * 7 }} &lt;!--</p>\n"
        '<img src="=cmd&#39;/c calc&#39;!A1" alt="&quot;&gt;&lt;script&gt;alert(2)&lt;/script&gt;">\n'
        '<img src="x.png" class="=HYPERLINK(&quot;http://127.0.0.1/&quot;)">\n'
        '<button data-x="</script><script>alert(1)</script>\x01"></button>',
    ),
}
"""Pages that misbehave without script. On ``/formula`` an image and a button have no name."""

_LETTERS = "Brandweer: één café, coördinatie, ïnformatie"

ENCODED = {
    "/latin1": (
        "text/html; charset=iso-8859-1",
        page("Café", f"<p>{_LETTERS}</p>").replace('<meta charset="utf-8">', "").encode("iso-8859-1"),
    ),
    "/utf16": (
        "text/html; charset=utf-16",
        page("Café", f"<p>{_LETTERS} €</p>").replace('<meta charset="utf-8">', "").encode("utf-16"),
    ),
    "/no-charset-windows-1252": (
        "text/html",
        page("Café", f"<p>{_LETTERS} “€”</p>").replace("utf-8", "windows-1252").encode("windows-1252"),
    ),
    "/bad-utf8": (
        "text/html; charset=utf-8",
        page("Café", "<p>Goed ##</p>").encode().replace(b"##", b"\xff\xfe\xc3\x28\xed\xa0\x80 en verder"),
    ),
}
"""Media type and bytes of pages in an unusual or broken encoding."""

XML = b'<?xml version="1.0" encoding="UTF-8"?>\n<meldingen><melding>Brand in Zuidveen</melding></meldingen>\n'
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><title>Kaart</title>'
    b'<rect width="100" height="40" fill="#0b4f7a"/></svg>\n'
)


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("rooster.txt", "maandag")
    return buffer.getvalue()


ZIP = _zip()


def pdf() -> bytes:
    """A PDF of one empty page with a correct cross-reference table."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 4\n0000000000 65535 f \n" + table + end


def huge() -> Iterator[bytes]:
    """50 MB of real elements: some 700,000 of them."""
    yield top("Heel groot").encode()
    block = "".join(
        f'<section><h2>Blok {n}</h2><p>Tekst <a href="/page/{n}">naar pagina {n}</a> en <em>meer</em> tekst.</p>'
        f'<ul><li>Een</li><li>Twee</li></ul></section>\n'
        for n in range(500)
    ).encode()
    for _ in range(LARGE // len(block) + 1):
        yield block
    yield b"</main></body></html>"


def large_text() -> Iterator[bytes]:
    """50 MB of text in one paragraph."""
    yield (top("Heel veel tekst") + "<p>").encode()
    block = ("De brandweer oefent vandaag bij het water van Merenland. " * 2000).encode()
    for _ in range(LARGE // len(block) + 1):
        yield block
    yield b"</p></main></body></html>"


def crash() -> str:
    """Kills the renderer of Chromium within a second: its layout recurses and runs out of stack.

    Only a script can nest this deep; the HTML parser stops at 512 (which is why ``/deep`` does no harm).
    """
    return _scripted(
        "Stuk",
        "let e = document.body; for (let i = 0; i < 12000; i++) { const d = document.createElement('div');"
        " e.append(d); e = d; } e.textContent = 'diep'; document.body.offsetHeight;",
    )


def deep() -> str:
    return page("Diep", "<div>" * 5000 + "Onderin" + "</div>" * 5000)


def many_elements() -> str:
    """30,000 elements beside the page's own."""
    row = '<tr><th scope="row">{0}</th><td>a</td><td><a href="/page/{0}">Pagina {0}</a></td></tr>\n'
    rows = "".join(row.format(n) for n in range(6000))
    return page("Heel veel", f"<table><caption>Lijst</caption>{rows}</table>")


def many_frames() -> str:
    frames = (f'<iframe src="/ok?frame={n}" title="Kader {n}" width="80" height="40"></iframe>' for n in range(200))
    return page("Veel kaders", "\n".join(frames))


def calendar(year: int, month: int) -> str:
    """A month of an agenda that goes on for ever in both directions."""
    months = year * 12 + month - 1
    links = "".join(
        f'<li><a href="/calendar/{m // 12:04}/{m % 12 + 1:02}">Maand {m % 12 + 1} van {m // 12}</a></li>'
        for m in (months - 1, months + 1, months + 12)
    )
    return page(f"Agenda {month}-{year}", f"<ul>{links}</ul>")


def session(sid: str) -> str:
    """Two pages under ever new addresses: each visit hands out the next session id."""
    number = int(sid, 36) if sid.isalnum() and sid.isascii() else 0
    following = f"{(number * 48271 + 11) % 2147483647:08x}"
    links = (
        f'<li><a href="/session?sid={following}">Dezelfde pagina</a></li>'
        f'<li><a href="/session?deel=2&amp;sid={following}">Deel 2</a></li>'
    )
    return page("Sessie", f"<ul>{links}</ul>")


def params(a: str) -> str:
    """Links whose parameters never end."""
    number = int(a) if a.isdecimal() and a.isascii() and len(a) < 12 else 0
    links = (
        f'<li><a href="/params?a={number + 1}">Volgende</a></li>'
        f'<li><a href="/params?a={number + 1}&amp;sorteer=naam&amp;blad={number * 7 + 1}">Gesorteerd</a></li>'
    )
    return page("Lijst", f"<ul>{links}</ul>")


def sitemap(origin: str, paths: Sequence[str]) -> bytes:
    entries = "".join(f"<url><loc>{origin}{path}</loc></url>" for path in paths)
    return _xml(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>')


def sitemap_index(origin: str, paths: Sequence[str]) -> bytes:
    entries = "".join(f"<sitemap><loc>{origin}{path}</loc></sitemap>" for path in paths)
    return _xml(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>')


def zipped_sitemap(origin: str, paths: Sequence[str]) -> bytes:
    return gzip.compress(sitemap(origin, paths), mtime=0)


def _xml(content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{content}\n'.encode()
