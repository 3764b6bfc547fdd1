"""How a navigation went, from what the tab recorded of its traffic: the same for every driver."""

from __future__ import annotations

from eaa_checker.browser import endings
from eaa_checker.browser.tab import Landing
from eaa_checker.browser.traffic import MainAnswer, TrafficRecord
from eaa_checker.domain.address import Ending


def failed_ending(main: MainAnswer, words: str) -> Ending:
    """The ending of a navigation that the browser gave up with these *words*; *main*: the answer it had, if any.

    The driver adds ``download`` to the words where it knows that the answer is one.
    """
    if "download" in words or ("ERR_ABORTED" in words and main.status is not None):
        attachment = "attachment" in main.headers.get("content-disposition", "").lower()
        media = endings.of_media_type(main.media_type)
        return Ending.DOWNLOAD if attachment or media is Ending.CAPTURED else Ending.DOCUMENT
    if main.status is not None and endings.of_status(main.status) is not Ending.CAPTURED:
        return endings.of_status(main.status)
    return endings.of_net_error(words)


def landing(
    record: TrafficRecord,
    requested: str,
    ending: Ending,
    detail: str = "",
    *,
    loaded: bool = True,
    milliseconds: dict[str, float] | None = None,
) -> Landing:
    """Where the navigation to *requested* ended, with the answer and the redirects on *record*."""
    main = record.main
    return Landing(
        requested=requested,
        final_address=main.address or (record.hops[-1].location if record.hops else requested),
        ending=ending,
        detail=detail,
        status=main.status,
        headers=tuple(sorted(main.headers.items())),
        media_type=main.media_type,
        hops=tuple(record.hops),
        remote=main.remote,
        retry_after=main.headers.get("retry-after", ""),
        loaded=loaded,
        milliseconds=milliseconds or {},
    )
