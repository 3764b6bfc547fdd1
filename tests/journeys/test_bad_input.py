"""Every kind of bad input ends as a typed outcome in Dutch and English, and nothing stored earlier is lost."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from misbehaving import MisbehavingServer

from eaa_checker import settings
from eaa_checker.crawl.traps import TrapLimits
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.scan import Profile, Scan, ScanOptions, ScanState
from eaa_checker.engine import Engine
from eaa_checker.errors import NotAnAddress

pytestmark = pytest.mark.browser

QUICK = ScanOptions(
    max_pages=1,
    depth=0,
    profile=Profile.QUICK,
    sitemap=False,
    page_budget=12.0,
    settle_budget=3.0,
    ignore_robots="test",
)
PATIENT = replace(QUICK, page_budget=60.0)
"""For a page that ends by itself: what it takes on a busy machine is not its fault."""


@pytest.fixture(scope="module")
def server() -> Iterator[MisbehavingServer]:
    with MisbehavingServer() as running:
        yield running


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One engine for all of these, so that each kind of bad input meets what was stored before it."""
    folder = tmp_path_factory.mktemp("bad")
    with Engine.open(folder / "bad.sqlite3", settings.read(environment={}, file=folder / "none.toml")) as opened:
        yield opened


@pytest.fixture(scope="module")
def good(engine: Engine, server: MisbehavingServer) -> Scan:
    """A scan that went well, stored before everything else."""
    ended, _ = scan(engine, server.origin + "/ok", PATIENT)
    return ended


def scan(engine: Engine, address: str, options: ScanOptions = QUICK) -> tuple[Scan, AddressLine]:
    """Scans one address; the scan and the line of that address."""
    target = engine.target_for(address)
    ended = engine.run_scan(engine.new_scan(target.id, options).id)
    first = next(line for line in engine.addresses(ended.id) if line.found_by is FoundBy.START)
    return ended, first


@pytest.mark.parametrize(
    ("path", "ending", "state"),
    [
        ("/ok", Ending.CAPTURED, ScanState.COMPLETED),
        ("/404", Ending.NOT_FOUND, ScanState.FAILED),
        ("/500", Ending.SERVER_ERROR, ScanState.FAILED),
        ("/redirect-loop", Ending.REDIRECT_LOOP, ScanState.FAILED),
        ("/redirect-chain", Ending.CAPTURED, ScanState.COMPLETED),
        ("/redirect-away", Ending.REDIRECTED_AWAY, ScanState.FAILED),
        ("/slow-headers", Ending.TIMEOUT, ScanState.FAILED),
        ("/endless", Ending.TIMEOUT, ScanState.FAILED),
        ("/huge", Ending.TOO_LARGE, ScanState.FAILED),
        ("/large-text", Ending.TOO_LARGE, ScanState.FAILED),
        ("/alert", Ending.CAPTURED, ScanState.COMPLETED),
        ("/confirm", Ending.CAPTURED, ScanState.COMPLETED),
        ("/beforeunload", Ending.CAPTURED, ScanState.COMPLETED),
        ("/opens-windows", Ending.CAPTURED, ScanState.COMPLETED),
        ("/basic-auth", Ending.SIGN_IN, ScanState.FAILED),
        ("/download", Ending.DOWNLOAD, ScanState.FAILED),
        ("/binary", Ending.DOCUMENT, ScanState.FAILED),
        ("/pdf", Ending.DOCUMENT, ScanState.FAILED),
        ("/latin1", Ending.CAPTURED, ScanState.COMPLETED),
        ("/utf16", Ending.CAPTURED, ScanState.COMPLETED),
        ("/no-charset-windows-1252", Ending.CAPTURED, ScanState.COMPLETED),
        ("/bad-utf8", Ending.CAPTURED, ScanState.COMPLETED),
        ("/never-settles", Ending.NOT_SETTLED, ScanState.COMPLETED),
        ("/long-poll", Ending.CAPTURED, ScanState.COMPLETED),
        ("/empty", Ending.CAPTURED, ScanState.COMPLETED),
        ("/svg", Ending.CAPTURED, ScanState.COMPLETED),
        ("/deep", Ending.CAPTURED, ScanState.COMPLETED),
        ("/formula", Ending.CAPTURED, ScanState.COMPLETED),
        ("/503-retry", Ending.CAPTURED, ScanState.COMPLETED),
        ("/crash", Ending.RENDERER_CRASHED, ScanState.FAILED),
    ],
)
def test_a_page_that_misbehaves_ends_in_a_typed_way(
    engine: Engine, server: MisbehavingServer, good: Scan, path: str, ending: Ending, state: ScanState
) -> None:
    before = engine.observations(good.id)
    ended, line = scan(engine, server.origin + path, PATIENT if ending is Ending.CAPTURED else QUICK)
    assert (line.ending, ended.state) == (ending, state), line.detail
    assert line.ending.nl != line.ending.en
    assert engine.observations(good.id) == before
    assert engine.scan(good.id).state is ScanState.COMPLETED


def test_an_unknown_host(engine: Engine) -> None:
    ended, line = scan(engine, "http://bestaat-niet.invalid/")
    assert (line.ending, ended.state) == (Ending.UNKNOWN_HOST, ScanState.FAILED)
    assert "onbekende hostnaam" in ended.error


def test_a_refused_connection(engine: Engine) -> None:
    with contextlib.closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    _, line = scan(engine, f"http://127.0.0.1:{port}/")
    assert line.ending is Ending.REFUSED


def test_a_certificate_that_nobody_vouches_for(engine: Engine) -> None:
    with MisbehavingServer(tls=True) as secure:
        _, line = scan(engine, secure.origin + "/ok")
    assert line.ending is Ending.TLS_ERROR


@pytest.mark.parametrize("words", ["", "geen adres", "mailto:a@b.nl", "tel:112", "javascript:alert(1)", "file:///etc"])
def test_an_address_that_is_none(engine: Engine, words: str) -> None:
    with pytest.raises(NotAnAddress):
        engine.target_for(words)
    assert not [target for target in engine.targets() if target.address == words]


def test_text_in_another_encoding_is_read_right(engine: Engine, server: MisbehavingServer) -> None:
    for path in ("/latin1", "/utf16", "/no-charset-windows-1252"):
        _, line = scan(engine, server.origin + path)
        assert "�" not in line.title, path


def test_nothing_is_submitted_and_nobody_is_called(engine: Engine, server: MisbehavingServer) -> None:
    before = server.posts
    for path in ("/auto-submit", "/calls-tel"):
        _, line = scan(engine, server.origin + path)
        assert line.ending.tested, (path, line.detail)
    assert server.posts == before


def test_nothing_on_a_private_network_is_asked_for(engine: Engine, server: MisbehavingServer) -> None:
    ended, line = scan(engine, server.origin + "/private-subresource")
    assert line.ending.tested
    (capture,) = engine.report(ended.id).captures.values()
    assert any("refused (private)" in note and "10.0.0.1" in note for note in capture.notes)


def test_dialogs_and_windows_are_in_the_record(engine: Engine, server: MisbehavingServer) -> None:
    for path, sign in (("/alert", "dialog closed (alert)"), ("/opens-windows", "window opened")):
        ended, _ = scan(engine, server.origin + path)
        captures = engine.report(ended.id).captures.values()
        (capture,) = captures or pytest.fail(str(engine.addresses(ended.id)))
        assert any(sign in note for note in capture.notes), capture.notes


def test_what_is_seen_on_a_page_that_does_not_settle_is_indicative(engine: Engine, server: MisbehavingServer) -> None:
    ended, _ = scan(engine, server.origin + "/never-settles")
    (capture,) = engine.report(ended.id).captures.values()
    assert not capture.settled
    assert all(o.indicative for o in engine.observations(ended.id))


@pytest.mark.parametrize("path", ["/calendar/2026/11", "/session", "/params"])
def test_endless_links_are_bounded(engine: Engine, server: MisbehavingServer, path: str) -> None:
    options = ScanOptions(max_pages=60, depth=60, profile=Profile.QUICK, sitemap=False, ignore_robots="test")
    target = engine.target_for(server.origin + path)
    ended = engine.run_scan(engine.new_scan(target.id, options).id)
    assert ended.state is ScanState.COMPLETED
    limits = TrapLimits.for_pages(options.max_pages)
    assert 1 < ended.tested <= max(limits.calendar, limits.combinations, limits.sessions) + 1


def test_too_many_requests_ends_as_blocked(engine: Engine, server: MisbehavingServer) -> None:
    _, line = scan(engine, server.origin + "/429")
    assert line.ending is Ending.BLOCKED


def test_the_request_budget_ends_a_scan(engine: Engine, server: MisbehavingServer) -> None:
    options = ScanOptions(max_pages=50, max_requests=4, profile=Profile.QUICK, sitemap=False, ignore_robots="test")
    target = engine.target_for(server.origin + "/calendar/2026/11")
    ended = engine.run_scan(engine.new_scan(target.id, options).id)
    assert ended.state is ScanState.COMPLETED
    assert ended.tested < 6
    assert any(line.ending is Ending.LIMIT for line in engine.addresses(ended.id))


def test_formulas_and_scripts_in_titles_are_harmless_in_every_export(
    engine: Engine, server: MisbehavingServer, tmp_path: Path
) -> None:
    ended, _ = scan(engine, server.origin + "/formula")
    for format_ in ("csv", "xlsx", "json", "earl", "html"):
        path = engine.export(ended.id, format_, tmp_path / f"x.{format_}")
        if format_ == "csv":
            text = path.read_text("utf-8-sig")
            assert ";=HYPERLINK" not in text
            assert not text.startswith("=HYPERLINK")
