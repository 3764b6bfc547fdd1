"""Cases: opened, moved through four phases, numbered; rounds of re-inspection. How they end: `CaseEnding`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from eaa_checker.casework.case_ending import CaseEnding
from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.casework.powers import Powers
from eaa_checker.domain.case import Case, CaseKind, CasePhase, CaseState, NewCase, Round
from eaa_checker.domain.competence import TargetPowers
from eaa_checker.domain.organisation import TargetKind
from eaa_checker.domain.sample import SampleState
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotAllowed, NotFound
from eaa_checker.store import Store
from rules import norms
from rules.contract import Words

_SCOPE = ("kind", "examination_date", "edition")
"""What is fixed once the supervisory action has begun: no visit is made before scope and law stand."""
_PLANNED = (CaseKind.IN_DEPTH, CaseKind.SIMPLIFIED, CaseKind.REINSPECTION)
"""Kinds of examination that need a plan of approach."""
LONGEST_NUMBER = 60


class CaseDesk(CaseEnding):
    """What people do with cases. Every change is a decision in the trail.

    Where a method takes a *version*, it is that of the case as the person saw it; without one the case as it is now.
    """

    def __init__(self, store: Store, actor: Actor) -> None:
        super().__init__(store, actor)
        self._powers = Powers(store, actor)

    # -- reading ------------------------------------------------------------------------------------------------

    def list(
        self,
        *,
        states: Collection[CaseState] = (),
        phases: Collection[CasePhase] = (),
        kind: CaseKind | None = None,
        owner: str = "",
        target_id: int | None = None,
    ) -> Sequence[Case]:
        """Cases that fit, newest first."""
        return self._store.cases.cases(states=states, phases=phases, kind=kind, owner=owner, target_id=target_id)

    def show(self, id_or_number: int | str) -> Case:
        """The case with that number in this program, or that case number of the archive. Raises NotFound."""
        if isinstance(id_or_number, str):
            found = self._store.cases.numbered(id_or_number)
            if found is not None:
                return found
            if not id_or_number.isdecimal():
                raise NotFound(
                    f"Er is geen onderzoek met zaaknummer “{id_or_number}”.",
                    f"There is no case with case number “{id_or_number}”.",
                    mend="eaa-checker case list",
                )
        return self._store.cases.case(int(id_or_number))

    def rounds(self, case_id: int) -> Sequence[Round]:
        """The rounds of a case; 0 is the first examination. Raises NotFound."""
        return self._store.cases.rounds(case_id)

    def current_round(self, case_id: int) -> Round:
        """The last round. Raises NotFound."""
        return self._store.cases.rounds(case_id)[-1]

    def round(self, round_id: int) -> Round:
        """Raises NotFound."""
        return self._store.cases.round(round_id)

    def require_number(self, case_id: int) -> str:
        """The case number, without which no letter may be made. Raises NotAllowed, NotFound."""
        case = self._store.cases.case(case_id)
        if not case.number:
            raise NotAllowed(
                f"Onderzoek {case_id} heeft nog geen zaaknummer; zonder zaaknummer gaat er geen brief uit.",
                f"Case {case_id} has no case number yet; without one no letter goes out.",
                mend=f"eaa-checker case number {case_id} NUMBER",
            )
        return case.number

    # -- opening and editing ------------------------------------------------------------------------------------

    def open(self, new: NewCase) -> Case:
        """Opens a case in the first phase. The examination date (default: today) picks the norm version.

        Raises BadInput, NotFound.
        """
        title = not_too_long(new.title.strip())
        if not title:
            raise BadInput("Geef het onderzoek een titel.", "Give the case a title.")
        _window(new.planned_from, new.planned_until)
        if new.kind is CaseKind.REINSPECTION and new.follows_id is None:
            raise BadInput(
                "Een herinspectie volgt op een ander onderzoek: noem dat. Voor een nieuwe ronde in hetzelfde onderzoek "
                "opent u een ronde.",
                "A re-inspection follows another case: name it. For another round in the same case open a round.",
                mend="eaa-checker case round ID --reason …",
            )
        day = new.examination_date or date.today()
        edition = _edition(new.edition, day)
        signals = [self._store.signals.signal(id) for id in new.signal_ids]
        targets = new.target_ids or tuple(s.target_id for s in signals if s.target_id is not None)
        texts = (title, new.purpose, new.occasion, new.plan)
        for text in texts:
            not_too_long(text)
        self._keep_reporters_secret([signal.id for signal in signals], *texts)
        opened = replace(
            new,
            title=title,
            purpose=new.purpose.strip(),
            occasion=new.occasion.strip(),
            owner=new.owner.strip() or self._actor.name,
            plan=new.plan.strip(),
            target_ids=tuple(targets),
        )
        return self._store.cases.open(self._actor, opened, edition, day)

    def edit(self, case_id: int, version: int | None = None, *, reason: str = "", **values: Any) -> Case:
        """Changes *values*: kind, title, purpose, occasion, edition, examination_date, owner, planned_from,
        planned_until, plan. Kind, date and norm version are fixed once the action has begun.

        A new examination date without an edition picks the edition of that day.
        Raises EditedMeanwhile, NotAllowed, BadInput, NotFound.
        """
        case = self._open(case_id)
        if case.phase.place >= CasePhase.ACTION.place and any(
            name in values and values[name] != getattr(case, name) for name in _SCOPE
        ):
            raise _fixed(case)
        if "examination_date" in values or "edition" in values:
            day = values.get("examination_date", case.examination_date)
            values["edition"] = _edition(str(values.get("edition", "")), day)
        _window(values.get("planned_from", case.planned_from), values.get("planned_until", case.planned_until))
        stored: dict[str, Any] = {}
        for name, value in values.items():
            if name not in _EDITABLE:
                raise TypeError(f"a case has no editable {name!r}")
            stored[name] = not_too_long(value.strip()) if isinstance(value, str) else value
        for name, nl, en in (("title", "een titel", "a title"), ("owner", "een behandelaar", "an owner")):
            if stored.get(name) == "":
                raise BadInput(f"Een onderzoek heeft {nl}.", f"A case has {en}.")
        self._keep_reporters_secret(case.signal_ids, reason, *(v for v in stored.values() if isinstance(v, str)))
        return self._store.cases.change(
            self._actor, case_id, version or case.version, stored, "case.edited", ground=reason.strip()
        )

    def set_targets(
        self, case_id: int, target_ids: Sequence[int], reason: str = "", *, version: int | None = None
    ) -> Case:
        """Examines these targets and no others. Fixed once the action has begun; a target with a sample stays.

        Raises NotAllowed, EditedMeanwhile, NotFound.
        """
        case = self._open(case_id)
        if case.phase.place >= CasePhase.ACTION.place:
            raise _fixed(case)
        sampled = {sample.target_id for sample in self._store.samples.samples(case_id)} - set(target_ids)
        if sampled:
            raise NotAllowed(
                f"Voor object {min(sampled)} is al een steekproef begonnen; het kan niet uit het onderzoek.",
                f"A sample of target {min(sampled)} was begun already; it cannot leave the case.",
            )
        return self._store.cases.change(
            self._actor,
            case_id,
            version or case.version,
            {},
            "case.targets-set",
            ground=reason.strip(),
            target_ids=target_ids,
        )

    def give_number(self, case_id: int, number: str, reason: str = "", *, version: int | None = None) -> Case:
        """Records the case number (*zaaknummer*). Another number later needs a *reason*.

        Raises AlreadyExists (another case has it), BadInput, NotAllowed, EditedMeanwhile, NotFound.
        """
        case = self._open(case_id)
        given = " ".join(number.split())
        if not given or len(given) > LONGEST_NUMBER or not given.isprintable():
            raise BadInput(
                f"Een zaaknummer heeft 1 tot {LONGEST_NUMBER} leesbare tekens.",
                f"A case number has 1 to {LONGEST_NUMBER} readable characters.",
            )
        if case.number and case.number != given:
            reason = ground(reason, "om het zaaknummer te wijzigen", "to change the case number")
        return self._store.cases.give_number(
            self._actor, case_id, version or case.version, given, ground=reason.strip()
        )

    # -- phases -------------------------------------------------------------------------------------------------

    def powers(self, case_id: int, on: date | None = None) -> Sequence[TargetPowers]:
        """Per target, per law: may we act on that day (default: today)? Raises NotFound."""
        return self._powers.of(self._store.cases.case(case_id), on)

    def missing(self, case_id: int, phase: CasePhase) -> Sequence[Words]:
        """What the case still lacks before it may enter *phase*; nothing: it may. Raises NotFound."""
        case = self._store.cases.case(case_id)
        lacks: list[Words] = []
        if phase.place >= CasePhase.ANALYSIS.place and not case.occasion and not case.signal_ids:
            lacks.append(Words("een aanleiding of een gekoppeld signaal", "an occasion or a linked signal"))
        if phase.place >= CasePhase.ACTION.place:
            for absent, nl, en in (
                (not case.purpose, "het doel", "the purpose"),
                (not case.occasion, "de aanleiding", "the occasion"),
                (not case.target_ids, "ten minste één object", "at least one target"),
                (None in (case.planned_from, case.planned_until), "de planning (van–tot)", "the planning window"),
                (not case.plan and case.kind in _PLANNED, "het plan van aanpak", "the plan of approach"),
            ):
                if absent:
                    lacks.append(Words(nl, en))
        if phase is CasePhase.RESULT:
            lacks += self._not_visited(case)
        return lacks

    def move(
        self,
        case_id: int,
        phase: CasePhase,
        reason: str,
        *,
        uncertain_because: str = "",
        without_powers: str = "",
        version: int | None = None,
    ) -> Case:
        """Moves the case one phase on, or one back, for a *reason*.

        Into the phases of action and result our competence per norm and target goes into the trail. Where it is
        uncertain, *uncertain_because* says why the case goes on; where it is *no*, only a status measurement goes on,
        or a case *without_powers*, for that reason. Raises NotAllowed (a phase skipped, something lacking, not
        competent, back to the analysis after a visit was made), BadInput, EditedMeanwhile, NotFound.
        """
        why = ground(reason, "om naar een andere fase te gaan", "to move to another phase")
        case = self._open(case_id)
        step = phase.place - case.phase.place
        if abs(step) != 1:
            raise NotAllowed(
                f"Onderzoek {case_id} is in de fase {case.phase.nl}; van daar kan het niet naar de fase {phase.nl}. "
                "Een onderzoek gaat één fase vooruit of terug.",
                f"Case {case_id} is in the phase {case.phase.en}; from there it cannot go to the phase {phase.en}. "
                "A case moves one phase on or back.",
            )
        lacks = self.missing(case_id, phase) if step == 1 else []
        if lacks:
            raise NotAllowed(
                f"Voor de fase {phase.nl} ontbreekt nog: {'; '.join(one.nl for one in lacks)}.",
                f"Before the phase {phase.en} the case still lacks: {'; '.join(one.en for one in lacks)}.",
                mend=f"eaa-checker case show {case_id}",
            )
        if phase is CasePhase.ANALYSIS and step == -1 and any(r.scan_ids for r in self.rounds(case_id)):
            raise NotAllowed(
                "Er zijn al pagina's van de steekproef bezocht: normenkader en objecten staan vast. Stop dit onderzoek "
                "en open een nieuw als ze niet kloppen.",
                "Pages of the sample were visited already: norm version and targets are fixed. Stop this case and "
                "open another when they are wrong.",
            )
        self._keep_reporters_secret(case.signal_ids, why, uncertain_because, without_powers)
        competence = (
            self._powers.require(case, phase, uncertain_because=uncertain_because, without_powers=without_powers)
            if step == 1
            else {}
        )
        return self._store.cases.change(
            self._actor,
            case_id,
            version or case.version,
            {"phase": phase.value},
            "case.moved",
            ground=why,
            details=competence,
        )

    # -- rounds -------------------------------------------------------------------------------------------------

    def open_round(
        self,
        case_id: int,
        reason: str,
        *,
        planned_from: date | None = None,
        planned_until: date | None = None,
        version: int | None = None,
    ) -> Round:
        """Opens a re-inspection: the same samples once more. The case is back in the phase of action.

        Raises NotAllowed (nothing was examined yet, visits are outstanding), BadInput, EditedMeanwhile, NotFound.
        """
        why = ground(reason, "voor de nieuwe ronde", "for the new round")
        case = self._open(case_id)
        if case.phase.place < CasePhase.ACTION.place:
            raise NotAllowed(
                f"Onderzoek {case_id} is nog in de fase {case.phase.nl}; er valt nog niets opnieuw te onderzoeken.",
                f"Case {case_id} is still in the phase {case.phase.en}; there is nothing to examine again yet.",
            )
        lacks = self._not_visited(case)
        if lacks:
            raise NotAllowed(
                f"De vorige ronde is niet af: {'; '.join(one.nl for one in lacks)}.",
                f"The round before is not done: {'; '.join(one.en for one in lacks)}.",
            )
        _window(planned_from, planned_until)
        self._keep_reporters_secret(case.signal_ids, why)
        seen = replace(case, version=version or case.version)
        return self._store.cases.open_round(self._actor, seen, why, planned_from, planned_until)

    # -- rules --------------------------------------------------------------------------------------------------

    def _not_visited(self, case: Case) -> Sequence[Words]:
        """Why the current round of *case* is not done: web sites without an approved sample, visits outstanding."""
        if case.kind is CaseKind.QUICK:
            return []  # rests on whatever scan there is
        lacks: list[Words] = []
        round_ = self._store.cases.rounds(case.id)[-1]
        samples = {sample.target_id: sample for sample in self._store.samples.samples(case.id)}
        for target_id in case.target_ids:
            target = self._store.target(target_id)
            if target.kind is not TargetKind.WEB_SITE:
                continue
            sample = samples.get(target_id)
            if sample is None or sample.state is not SampleState.APPROVED:
                nl, en = f"een goedgekeurde steekproef van “{target.name}”", f"an approved sample of “{target.name}”"
                lacks.append(Words(nl, en))
                continue
            visits = self._store.samples.visits(sample.id, round_.id)
            left = [v for v in visits if v.scan_id is None or not self._store.scan(v.scan_id).state.ended]
            if left or not visits:
                count = len(left) or sample.visits
                lacks.append(
                    Words(f"{count} bezoek(en) aan “{target.name}”", f"{count} visit(s) to “{target.name}”")
                )
        return lacks


_EDITABLE = frozenset(
    (*_SCOPE, "title", "purpose", "occasion", "owner", "planned_from", "planned_until", "plan")
)  # fmt: skip


def _fixed(case: Case) -> NotAllowed:
    return NotAllowed(
        f"Onderzoek {case.id} is in de fase {case.phase.nl}: soort, objecten en normenkader staan vast. Ga eerst terug "
        "naar de fase analyse.",
        f"Case {case.id} is in the phase {case.phase.en}: kind, targets and norm version are fixed. Go back to the "
        "phase analysis first.",
        mend=f"eaa-checker case phase {case.id} analysis --reason …",
    )


def _window(begin: date | None, end: date | None) -> None:
    if begin is not None and end is not None and end < begin:
        raise BadInput(
            f"De planning eindigt ({end.isoformat()}) voordat zij begint ({begin.isoformat()}).",
            f"The planning window ends ({end.isoformat()}) before it begins ({begin.isoformat()}).",
        )


def _edition(wanted: str, day: date) -> str:
    """The edition of EN 301 549: the one that counts on *day*, or the one *wanted*. Raises BadInput."""
    known = [edition.id for edition in norms.editions()]
    if wanted:
        if wanted not in known:
            raise BadInput(
                f"EN 301 549 heeft geen editie “{wanted}”. Bekend: {', '.join(known)}.",
                f"EN 301 549 has no edition “{wanted}”. Known: {', '.join(known)}.",
            )
        return wanted
    try:
        return norms.edition_on(day).id
    except norms.UnknownEdition as error:
        raise BadInput(
            f"Op {day.isoformat()} was er nog geen aangewezen editie van EN 301 549. Kies zelf een editie.",
            f"On {day.isoformat()} no edition of EN 301 549 was cited yet. Choose an edition yourself.",
        ) from error
