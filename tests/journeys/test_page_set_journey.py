"""A scan compares the pages of a site with one another, also after a break; what it said can be judged again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_stopping import Worker

from eaa_checker.domain.observation import Observation
from eaa_checker.domain.scan import Profile, Scan, ScanOptions, ScanState
from eaa_checker.engine import Engine
from eaa_checker.serving import FolderServer
from rules.contract import Verdict

pytestmark = pytest.mark.browser

SLOWLY = ScanOptions(profile=Profile.QUICK, settle_budget=3, sitemap=False, delay=0.3)
MENU = ("rampen", "brandweer", "zorg", "werken", "contact")
PAGE = """<!doctype html><html lang="nl"><title>{title}</title><body>
<header><nav aria-label="Menu"><a href="/">Begin</a> {links}</nav></header>
<main><h1>{heading}</h1><p>Over {heading}.</p></main></body></html>"""


def page(heading: str, *, title: str = "", menu: tuple[str, ...] = MENU, zorg: str = "Zorg") -> str:
    names = {"zorg": zorg}
    links = " ".join(f'<a href="/{one}.html">{names.get(one, one.title())}</a>' for one in menu)
    return PAGE.format(title=title or f"{heading} | Rijnmark", links=links, heading=heading)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[FolderServer]:
    folder = tmp_path / "site"
    folder.mkdir()
    turned = ("contact", *MENU[:-1])
    pages = {
        "index": page("Welkom", title="Rijnmark"),
        "rampen": page("Rampen"),
        "brandweer": page("Brandweer"),
        "zorg": page("Gezondheid", title="Gezondheid | Rijnmark"),
        "werken": page("Vacatures", title="Rijnmark", menu=turned),
        "contact": page("Bel ons", title="Rijnmark", zorg="Dokters"),
    }
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, "utf-8")
    with FolderServer(folder) as running:
        yield running


def seen(engine: Engine, scan: Scan, rule: str) -> list[Observation]:
    both = (Verdict.FAILED, Verdict.CANNOT_TELL)
    return [one for one in engine.observations(scan.id, verdicts=both) if one.rule == rule]


def pages_of(observation: Observation) -> list[str]:
    return [place.address.rsplit("/", 1)[1] for place in observation.places]


def put(engine: Engine, site: FolderServer, options: ScanOptions = SLOWLY) -> Scan:
    owner = engine.add_organisation("Veiligheidsregio Rijnmark")
    target = engine.add_target(owner.id, "Site", site.origin + "/")
    return engine.new_scan(target.id, options)


def test_pages_are_compared_also_with_those_before_a_break(engine: Engine, site: FolderServer) -> None:
    scan = put(engine, site)
    worker = Worker(engine, scan)
    worker.until(3)
    worker.process.kill()
    worker.end()
    assert engine.interrupted(scan.id).state is ScanState.INTERRUPTED
    assert engine.run_scan(scan.id, resume=True).state is ScanState.COMPLETED

    (order,) = seen(engine, scan, "menu-keeps-its-order")
    assert (order.verdict, pages_of(order)) == (Verdict.FAILED, ["werken.html"])
    assert order.requirements == ("wcag:3.2.3",)
    assert "‘Contact’" in order.explanation.nl
    assert "Pagina's met die volgorde, eerder bezocht: 4" in order.explanation.nl

    titles = seen(engine, scan, "title-tells-pages-apart")
    asked, failed = sorted(titles, key=lambda one: one.verdict is Verdict.FAILED)
    assert (asked.verdict, pages_of(asked)) == (Verdict.CANNOT_TELL, ["werken.html"])
    assert (failed.verdict, pages_of(failed)) == (Verdict.FAILED, ["contact.html"])
    assert "het menu noemt haar ‘Contact’" in failed.explanation.nl

    (named,) = seen(engine, scan, "same-function-keeps-its-name")
    assert (named.verdict, pages_of(named)) == (Verdict.CANNOT_TELL, ["contact.html"])
    assert "hier ‘Dokters’" in named.explanation.nl
    assert "‘Zorg’" in named.explanation.nl

    # Each capture holds what it was compared with: judged again without the others it says the same.
    (replayed,) = engine.dossiers.rehearse([scan.id])
    assert (replayed.captures, list(replayed.differences)) == (6, [])


def test_a_page_alone_is_not_said_to_be_compared(engine: Engine, site: FolderServer) -> None:
    scan = put(engine, site, ScanOptions(profile=Profile.QUICK, max_pages=1, settle_budget=3, sitemap=False))
    engine.run_scan(scan.id)
    alone = engine.report(scan.id)
    assert "menu-keeps-its-order" not in alone.ran
    assert "wcag:3.2.3" not in alone.looked_at()
