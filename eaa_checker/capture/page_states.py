"""Puts a page into a state before it is captured: another window, spacing or colours, an open menu, form errors.

A state begins with ``dress`` (what must hold before the page loads) and, once it has loaded and come to rest, ``enter``
(what is done to it). That gives the window in which the page is in its state now, or why there is nothing to capture:
the page has no such state, or it could not be reached; the two are kept apart. Window, enlargement and colours are set
to definite values for every state and the page is opened afresh, so that no state leaves a trace in the next.

Sources: WCAG 2.1, 1.4.10 (320 by 256 CSS pixels), 1.4.4 (200 %), 1.4.12 (text spacing).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from eaa_checker.browser.tab import Tab
from eaa_checker.capture.scripts import script
from eaa_checker.domain.capture import StateOutcome
from eaa_checker.domain.sample import PageState
from eaa_checker.errors import BrowserDied, BrowserProblem

NARROW = (320, 256)
ENLARGED = 2.0
MOST_MENUS = 6
"""Buttons that are tried before a menu is said not to open."""

ORDER = (
    PageState.COOKIE_WALL, PageState.NARROW, PageState.ZOOMED, PageState.TEXT_SPACING, PageState.FORCED_COLOURS,
    PageState.MENU_OPEN, PageState.FORM_ERROR,
)  # fmt: skip
"""As they are visited: the visitor without a history first, the sealed tab last."""

_RESTED = "new Promise((done) => setTimeout(done, 500))"
_CHANNELS = """(() => {
  const root = document.documentElement;
  document.dispatchEvent(new Event('eaa-checker-channels'));
  const count = root.getAttribute('data-eaa-channels');
  root.removeAttribute('data-eaa-channels');
  return count === null ? -1 : Number(count);
})()"""
"""How many lines the document has opened; -1 when nobody counted (see ``state_channels.js``)."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Why a page is not captured in a state."""

    outcome: StateOutcome
    nl: str
    en: str


def _absent(nl: str, en: str) -> Missed:
    return Missed(StateOutcome.NOT_APPLICABLE, nl, en)


def failed(nl: str, en: str) -> Missed:
    """The page could not be put into the state."""
    return Missed(StateOutcome.NOT_CAPTURED, nl, en)


def window_in(state: PageState, viewport: tuple[int, int]) -> tuple[int, int]:
    """The window in CSS pixels in which *state* is captured, where the default state has *viewport*."""
    if state is PageState.NARROW:
        return NARROW
    if state is PageState.ZOOMED:
        return (round(viewport[0] / ENLARGED), round(viewport[1] / ENLARGED))
    return viewport


async def dress(tab: Tab, state: PageState, viewport: tuple[int, int]) -> None:
    """Sets window, enlargement and colours for the next page in *tab*, and forgets the visit before.

    Raises BrowserDied and BrowserProblem.
    """
    await tab.call("Network.clearBrowserCookies", seconds=5)
    await _resize(tab, window_in(state, viewport), ENLARGED if state is PageState.ZOOMED else 1.0)
    forced = "active" if state is PageState.FORCED_COLOURS else "none"
    media = {"prefers-color-scheme": "light", "prefers-reduced-motion": "no-preference", "forced-colors": forced}
    named = [{"name": name, "value": value} for name, value in media.items()]
    await tab.call("Emulation.setEmulatedMedia", {"media": "", "features": named}, seconds=5)
    if state is PageState.FORM_ERROR:
        await tab.call("Page.addScriptToEvaluateOnNewDocument", {"source": script("state_channels.js")}, seconds=5)


async def _resize(tab: Tab, window: tuple[int, int], scale: float) -> None:
    tab.scale = scale
    size = {"width": window[0], "height": window[1], "screenWidth": window[0], "screenHeight": window[1]}
    await tab.call(
        "Emulation.setDeviceMetricsOverride", {**size, "deviceScaleFactor": scale, "mobile": False}, seconds=5
    )


async def forget(tab: Tab, origin: str) -> None:
    """Leaves the page in *tab* and forgets what it has stored, so that the next visit is a first one.

    Raises BrowserDied and BrowserProblem.
    """
    await tab.call("Page.navigate", {"url": "about:blank"}, seconds=10)
    await tab.call("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"}, seconds=10)


async def enter(
    tab: Tab, state: PageState, frame_ids: tuple[str, ...], viewport: tuple[int, int]
) -> tuple[int, int] | Missed:
    """Brings the page that *tab* shows, at rest, into *state*; the window in CSS pixels in which it is in it.

    Raises BrowserDied and BrowserProblem.
    """
    if state is PageState.MENU_OPEN:
        missed = await _menu(tab)
        if missed is None or missed.outcome is not StateOutcome.NOT_APPLICABLE:
            return missed or viewport
        # Many menus are a button only where the window is narrow.
        await _resize(tab, NARROW, 1.0)
        await tab.evaluate(_RESTED, seconds=5)
        return await _menu(tab) or NARROW
    return await _enter(tab, state, frame_ids) or window_in(state, viewport)


async def _enter(tab: Tab, state: PageState, frame_ids: tuple[str, ...]) -> Missed | None:
    if state is PageState.NARROW or state is PageState.ZOOMED:
        return await _window(tab, state)
    if state is PageState.FORCED_COLOURS:
        if not await tab.evaluate("matchMedia('(forced-colors: active)').matches", seconds=5):
            return failed("De browser kent geen geforceerde kleuren.", "The browser does not know forced colours.")
        return None
    if state is PageState.TEXT_SPACING:
        return await _spacing(tab, frame_ids)
    if state is PageState.COOKIE_WALL:
        if not await tab.evaluate(_with_sight("state_consent.js"), seconds=10):
            return _absent("geen cookiemelding gevonden", "no cookie dialog found")
        return None
    if state is PageState.FORM_ERROR:
        return await _form(tab, frame_ids)
    raise ValueError(f"{state} is no state to enter")


async def _window(tab: Tab, state: PageState) -> Missed | None:
    width, scale = await tab.evaluate("[innerWidth, devicePixelRatio]", seconds=5)
    if abs(scale - tab.scale) > 0.01 or (state is PageState.NARROW and abs(width - NARROW[0]) > 1):
        return failed(
            f"Het venster kreeg een andere maat ({width} px, schaal {scale}).",
            f"The window got another size ({width} px, scale {scale}).",
        )
    return None


async def _spacing(tab: Tab, frame_ids: tuple[str, ...]) -> Missed | None:
    for number, frame in enumerate(frame_ids[:20]):
        try:
            done = await tab.evaluate(script("state_spacing.js"), frame_id=frame, seconds=5)
        except BrowserDied:
            raise
        except BrowserProblem:
            if number == 0:
                raise
            continue  # a frame that is gone or not done yet has no text to space
        if number == 0 and not done:
            return failed("De tekstafstand kon niet worden gezet.", "The text spacing could not be set.")
    return None


async def _menu(tab: Tab) -> Missed | None:
    found = await tab.evaluate(_with_sight("state_menu.js", "('list')"), seconds=10)
    if not found:
        return _absent(
            "geen knop gevonden die een menu opent, ook niet op 320 px",
            "no button found that opens a menu, not at 320 px either",
        )
    before = await tab.evaluate("location.href.split('#')[0]", seconds=5)
    for number in range(min(found, MOST_MENUS)):
        answer = await tab.evaluate(_with_sight("state_menu.js", f"({number})"), seconds=10)
        if await tab.evaluate("location.href.split('#')[0]", seconds=5) != before:
            return failed(
                "De knop van het menu leidde naar een andere pagina.", "The menu's button led to another page."
            )
        if answer["opened"]:
            return None
    return failed(
        f"Geen van {min(found, MOST_MENUS)} knoppen liet een menu zien.",
        f"None of {min(found, MOST_MENUS)} buttons showed a menu.",
    )


async def _form(tab: Tab, frame_ids: tuple[str, ...]) -> Missed | None:
    """Only in a tab that nothing can leave any more: sealed, and without a line that was open before."""
    if not await tab.evaluate(_with_sight("state_form.js", "('find')"), seconds=10):
        return _absent("geen formulier met verplichte of open velden", "no form with required or open fields")
    for frame in frame_ids:
        if await tab.evaluate(_CHANNELS, frame_id=frame, seconds=5) != 0:
            return failed(
                "De pagina houdt een lijn open waarlangs gegevens kunnen vertrekken; het formulier is niet aangeraakt.",
                "The page keeps a line open by which data may leave; the form was not touched.",
            )
    if await tab.evaluate(
        "isSecureContext && 'serviceWorker' in navigator"
        " ? navigator.serviceWorker.getRegistrations().then((all) => all.length, () => 0) : 0",
        seconds=5,
    ):
        return failed(
            "De pagina heeft een service worker, die zelf verzoeken doet; het formulier is niet aangeraakt.",
            "The page has a service worker, which makes requests itself; the form was not touched.",
        )
    await tab.seal()
    answer: dict[str, Any] = await tab.evaluate(_with_sight("state_form.js", "('send')"), seconds=10)
    if not answer["errors"]:
        return failed(
            "Het lege formulier gaf geen foutmelding; het zou zijn verzonden.",
            "The empty form gave no error; it would have been sent.",
        )
    return None


def _with_sight(name: str, call: str = "") -> str:
    return f"{{ {script('state_sight.js')}\n {script(name)}{call} }}"
