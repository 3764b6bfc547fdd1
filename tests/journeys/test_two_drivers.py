"""Playwright and Selenium see the same page; axe-core says the same through its Selenium package."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import orjson
import pytest
from axe_selenium_python import Axe
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from eaa_checker.browser.discovery import arguments, find
from eaa_checker.browser.starting import start_browser
from eaa_checker.browser.tab import Guard
from eaa_checker.capture import axe
from eaa_checker.capture.taking import page_of, take
from eaa_checker.demo import DemoServer
from eaa_checker.domain.address import Ending
from eaa_checker.errors import BadInput
from eaa_checker.judging.observing import judge_own, observe
from rules import book

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromedriver") is None, reason="chromedriver is not installed"),
]
VIEWPORT = (1280, 1024)
PAGE = "/112.html"


@pytest.fixture(scope="module")
def site() -> Iterator[DemoServer]:
    with DemoServer() as running:
        yield running


async def seen(driver: str, address: str) -> set[tuple[str, str, str]]:
    """Rule, verdict and fingerprint of everything seen at *address*."""
    browser = await start_browser(find(), "EAA-Checker/test", driver)
    try:
        tab = await browser.tab(Guard(frozenset({"127.0.0.1"}), allow_private=True), viewport=VIEWPORT, locale="nl-NL")
        landing = await tab.go(address, seconds=30)
        assert landing.ending is Ending.CAPTURED, landing
        assert landing.status == 200
        taken = await take(tab, landing, viewport=VIEWPORT)
        assert taken.settled
        await tab.close()
    finally:
        await browser.close()
    own = judge_own(page_of(taken.tree, taken.records), book.load())
    found = observe(own, orjson.loads(taken.axe), book.load(), settled=True)
    return {(o.rule, o.verdict, o.fingerprint) for o in found}


async def test_both_drivers_lead_to_the_same_observations(site: DemoServer) -> None:
    by_playwright = await seen("playwright", site.origin + PAGE)
    by_selenium = await seen("selenium", site.origin + PAGE)
    assert by_playwright
    assert by_selenium == by_playwright


async def test_an_unknown_driver_is_said_so() -> None:
    with pytest.raises(BadInput, match="Unknown driver"):
        await start_browser(find(), "x", "puppeteer")


def test_axe_through_its_selenium_package_is_our_axe(site: DemoServer) -> None:
    found = find()
    options = Options()
    options.binary_location = found.path
    headless = [] if found.headless_only else ["--headless=new"]
    for switch in (*arguments(found), *headless, "--window-size=1280,1024"):
        options.add_argument(switch)
    driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
    try:
        driver.get(site.origin + PAGE)
        script = Path(axe_playwright_python.__file__).with_name("axe.min.js")
        runner = Axe(driver, script_url=str(script))
        runner.inject()
        result = runner.run(options={"runOnly": {"type": "tag", "values": list(axe.TAGS)}})
    finally:
        driver.quit()
    assert result["testEngine"]["version"] == axe.version() == "4.12.1"
    assert {violation["id"] for violation in result["violations"]} >= {"link-name"}
