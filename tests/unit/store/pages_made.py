"""Pages as a scan makes them, for the tests of the store and the processes they start."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.capture import Capture, Part, PartKind
from eaa_checker.domain.observation import Observation, Place, Witness
from rules.contract import Verdict, Words

NOON = datetime(2026, 11, 2, 12, 0, 0, 250_000, tzinfo=UTC)


def address(number: int) -> str:
    return f"https://voorbeeld.test/{number}"


def line(number: int, ending: Ending = Ending.WAITING) -> AddressLine:
    return AddressLine(address(number), FoundBy.LINK, depth=1, found_on="https://voorbeeld.test/", ending=ending)


def captured(number: int) -> AddressLine:
    return replace(
        line(number, Ending.CAPTURED),
        final_address=address(number) + "#top",
        status=200,
        media_type="text/html",
        title=f"Pagina {number}",
        attempts=1,
        visited=NOON,
    )


def capture(number: int, *, state: str = "default", parts: int = 2) -> Capture:
    return Capture(
        address=address(number),
        final_address=address(number) + "#top",
        instant=NOON,
        settled=True,
        status=200,
        title=f"Pagina {number}",
        language="nl",
        state=state,
        parts=tuple(
            Part(PartKind.CROP, hashlib.sha256(b"%d" % n).hexdigest(), n, "image/png", f"p{n}", (0.0, 1.5, 20.0, n))
            for n in range(parts)
        ),
        timings={"load": 12.5},
        notes=("geen MHTML",),
    )


def place(number: int, element: int = 0) -> Place:
    return Place(
        address=address(number),
        path=("iframe#kaart", f"ul > li:nth-child({element + 1}) > a"),
        html=f'<a href="/n{element}"><img src="x.png"></a>',
        box=(1.0, 2.5, 30.0, 40.0),
        crop=hashlib.sha256(b"crop").hexdigest(),
    )


def fingerprint(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def observation(
    name: str, places: Sequence[Place], *, verdict: Verdict = Verdict.FAILED, disputed: bool = False
) -> Observation:
    return Observation(
        fingerprint=fingerprint(name),
        rule="image-has-name",
        verdict=verdict,
        title=Words("Afbeelding heeft een tekstalternatief", "Image has a text alternative"),
        explanation=Words(f"De afbeelding {name} heeft geen naam.", f"The image {name} has no name."),
        why=Words("Wie niet ziet, weet niet wat er staat.", "Who cannot see does not know what is there."),
        repair=Words("Beschrijf de afbeelding.", "Describe the image."),
        requirements=("wcag:1.1.1",),
        clauses=("9.1.1.1",),
        hits=("4.2.1", "4.2.2"),
        witnesses=(Witness("own", "image-has-name", verdict, "geen naam"),),
        places=tuple(places),
        element=f"img {name}",
        disputed=disputed,
    )
