"""When a case may be made public: stakeholders heard first, then the earliest day, and for a sanction the latest.

Sources: the working notes of the inspectorate on the Wet open overheid (Woo), articles 3.1(3) and 3.3(5)(g). That the
latter is in force, and how its term is counted, was not verified; the program says so wherever it uses it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from eaa_checker.domain.deadline import SIX_WEEKS, count_term, next_working_day
from eaa_checker.domain.organisation import Organisation
from eaa_checker.domain.package import Hearing, HearingOutcome, PublicationTime
from eaa_checker.errors import BadInput
from rules.contract import Words

SANCTION_TERM = timedelta(weeks=2)
"""Within this time after a corrective sanction became irrevocable it is to be published (Woo 3.3(5)(g), to verify)."""
TO_VERIFY = Words(
    "Te controleren door een jurist: of Woo artikel 3.3, vijfde lid, onder g, in werking is en hoe de termijn van twee "
    "weken telt.",
    "To be verified by a lawyer: whether Woo Article 3.3(5)(g) is in force, and how the term of two weeks is counted.",
)


def publication_time(
    stakeholders: Iterable[Organisation],
    hearings: Sequence[Hearing],
    *,
    today: date,
    sealed: bool,
    decided: Sequence[date],
    irrevocable: date | None,
) -> PublicationTime:
    """From when a case may be published.

    *sealed*: a dossier of its last round holds. *decided*: days on which decisions in it were issued; *irrevocable*:
    the day on which the last of them became so. Raises BadInput when that day lies before the end of the term for
    objection, or in the future.
    """
    known = {one.organisation_id: one for one in hearings}
    lacking: list[Words] = []
    days: list[date] = []
    why: list[Words] = []
    if not sealed:
        lacking.append(Words("een verzegeld dossier van de laatste ronde", "a sealed dossier of the last round"))
    for body in stakeholders:
        hearing = known.get(body.id)
        lacks = _lacks(body.name, hearing, today)
        if lacks is not None:
            lacking.append(lacks)
        elif hearing is not None:
            day = _free_after(hearing)
            days.append(day)
            why.append(
                Words(
                    f"{body.name} {hearing.outcome.nl}; dat telt tot en met {day:%d-%m-%Y}",
                    f"{body.name} {hearing.outcome.en}; that counts up to and including {day.isoformat()}",
                )
            )
    latest = None
    if decided:
        first = max(count_term(day, SIX_WEEKS, statutory=True).due for day in decided)
        if irrevocable is None:
            lacking.append(
                Words(
                    "de dag waarop het besluit onherroepelijk werd",
                    "the day on which the decision became irrevocable",
                )
            )
        elif irrevocable <= first or irrevocable > today:
            raise BadInput(
                f"Het besluit kan niet onherroepelijk zijn op {irrevocable:%d-%m-%Y}: de bezwaartermijn loopt tot en "
                f"met {first:%d-%m-%Y}, en de dag kan niet in de toekomst liggen.",
                f"The decision cannot be irrevocable on {irrevocable.isoformat()}: the term for objection runs up to "
                f"and including {first.isoformat()}, and the day cannot lie in the future.",
            )
        else:
            days.append(irrevocable)
            latest = irrevocable + SANCTION_TERM
            why.append(
                Words(
                    f"het besluit werd onherroepelijk op {irrevocable:%d-%m-%Y}; uiterlijk twee weken later wordt "
                    "gepubliceerd",
                    f"the decision became irrevocable on {irrevocable.isoformat()}; publication within two weeks after",
                )
            )
    if lacking:
        return PublicationTime(None, None, tuple(why), tuple(lacking), TO_VERIFY if decided else None)
    earliest = next_working_day(max(days, default=today - timedelta(days=1)) + timedelta(days=1))
    return PublicationTime(earliest, latest, tuple(why), (), TO_VERIFY if decided else None)


def _lacks(name: str, hearing: Hearing | None, today: date) -> Words | None:
    if hearing is None:
        return Words(f"{name} is niet gehoord", f"{name} was not heard")
    if hearing.outcome is not HearingOutcome.ASKED:
        return None
    if today <= hearing.due:
        return Words(
            f"de termijn voor {name} loopt tot en met {hearing.due:%d-%m-%Y}",
            f"the term for {name} runs up to and including {hearing.due.isoformat()}",
        )
    return Words(
        f"leg vast wat {name} liet weten, of dat de termijn voorbijging",
        f"record what {name} said, or that the term went by",
    )


def _free_after(hearing: Hearing) -> date:
    """The last day on which their being heard stands in the way."""
    day = hearing.due if hearing.outcome is HearingOutcome.SILENT else hearing.heard or hearing.due
    return max(day, hearing.hold_until or day)
