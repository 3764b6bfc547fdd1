"""Norm sets and competence: which norms count on a day, and whether the inspectorate may act on them there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from eaa_checker.domain.competence import Answer, Assessment, Competence, NewAssessment, Standing, weigh
from eaa_checker.domain.organisation import Organisation, Role, Target, TargetKind
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotAllowed, NotFound
from eaa_checker.store import Store
from rules import norms
from rules.norms import norm_sets as book
from rules.norms.norm_sets import NormSet


class Norms:
    """The norm sets, and decisions on competence, of one store."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    def norm_sets(self, on: date | None = None, target_kind: TargetKind | None = None) -> tuple[NormSet, ...]:
        """Every norm set that exists on that day (default: today), of a kind of target or all."""
        return book.norm_sets_on(on or date.today(), target_kind.value if target_kind else "")

    def norm_set(self, norm_set_id: str) -> NormSet:
        """One norm set. Raises NotFound."""
        try:
            return book.norm_set(norm_set_id)
        except book.UnknownNormSet as error:
            raise NotFound(
                f"Er is geen normenkader “{norm_set_id}”. Bekijk welke er zijn.",
                f"There is no norm set “{norm_set_id}”. See which there are.",
                mend="eaa-checker norm list",
            ) from error

    def norm_set_on(self, on: date, family: str = "en301549") -> NormSet:
        """The version of a norm that an examination on that day is held against. Raises NotFound."""
        try:
            return book.norm_set_on(on, family)
        except book.UnknownNormSet as error:
            raise NotFound(
                f"Op {on:%d-%m-%Y} gold geen normenkader van deze familie: {family}.",
                f"On {on.isoformat()} no norm set of this family was in force: {family}.",
            ) from error

    def points(self, norm_set_id: str) -> tuple[str, ...]:
        """The requirement keys of a norm set. Raises NotFound."""
        return book.points(self.norm_set(norm_set_id).id)

    def citation(self, requirement: str, language: str, edition: str = norms.CITED) -> str:
        """How a requirement may be cited; empty where nothing verified can be. Raises NotFound."""
        try:
            return book.citation(requirement, language, edition)
        except (norms.UnknownRequirement, norms.UnknownEdition) as error:
            raise NotFound(
                f"Het toetspunt “{requirement}” is onbekend.", f"The requirement “{requirement}” is unknown."
            ) from error

    def standing(self, norm_set_id: str, on: date) -> Standing:
        """Whether a norm set can be held against anybody on that day. Raises NotFound."""
        return Standing(self.norm_set(norm_set_id).standing_on(on))

    # -- competence --------------------------------------------------------------------------------------------------

    def competence(self, norm_set_id: str, target_id: int, on: date) -> Competence:
        """May we act on that norm set at that target on that day? Unknown is uncertain, never yes.

        A decision of the inspectorate goes before what comes with the program; among decisions the most specific
        (target, then both kinds, then one, then none), among those the newest. Raises NotFound.
        """
        found = self.norm_set(norm_set_id)
        target = self._store.target(target_id)
        bodies = self._addressees(target, on)
        outcomes = [self._for(found, target, body, on) for body in bodies] or [self._for(found, target, None, on)]
        ids = tuple(body.id for body in bodies)
        if any(one.answer is not outcomes[0].answer for one in outcomes):
            return Competence(
                norm_set=found.id,
                target_id=target.id,
                on=on,
                answer=weigh(tuple(one.answer for one in outcomes)),
                standing=Standing(found.standing_on(on)),
                ground_nl="Voor de normadressaten van dit object is de uitkomst niet gelijk.",
                ground_en="The outcome differs between the norm addressees of this target.",
                organisation_ids=ids,
            )
        return replace(outcomes[0], organisation_ids=ids)

    def may_act(self, norm_set_id: str, target_id: int, on: date) -> Competence:
        """The competence, where it allows to act. Raises NotAllowed with the ground where it does not."""
        found = self.competence(norm_set_id, target_id, on)
        if not found.may_act:
            name = self.norm_set(norm_set_id).short
            why_nl = found.ground_nl if found.answer is not Answer.YES else f"Dit normenkader is {found.standing.nl}."
            why_en = found.ground_en if found.answer is not Answer.YES else f"This norm set is {found.standing.en}."
            raise NotAllowed(
                f"Op grond van {name.nl} kan hier niet worden opgetreden ({found.answer.nl}). {why_nl}",
                f"No action can be taken here under {name.en} ({found.answer.en}). {why_en}",
                mend="eaa-checker norm competence",
            )
        return found

    def assess(
        self,
        norm_set_id: str,
        answer: Answer,
        *,
        legal_basis: str = "",
        ground: str,
        since: date,
        until: date | None = None,
        target_kind: TargetKind | None = None,
        organisation_kind: str = "",
        target_id: int | None = None,
    ) -> Assessment:
        """Stores a decision on competence. Raises BadInput without a ground, or for *yes* without a legal basis."""
        found = self.norm_set(norm_set_id)
        if not ground.strip():
            raise BadInput(
                "Een besluit over bevoegdheid heeft een motivering nodig.",
                "A decision on competence needs a ground.",
            )
        if answer is Answer.YES and not legal_basis.strip():
            raise BadInput(
                "“Bevoegd” kan alleen met een wettelijke grondslag. Noem wet en artikel.",
                "“Competent” needs a legal basis. Name act and article.",
            )
        if until is not None and until < since:
            raise BadInput(
                "De einddatum ligt voor de begindatum.", "The end date lies before the start date."
            )
        if target_kind is not None and target_kind.value not in found.target_kinds and answer is Answer.YES:
            raise NotAllowed(
                f"{found.title.nl} gaat niet over objecten van de soort {target_kind.nl}.",
                f"{found.title.en} does not concern targets of the kind {target_kind.en}.",
            )
        new = NewAssessment(
            norm_set=found.id,
            answer=answer,
            legal_basis=legal_basis.strip(),
            ground=ground.strip(),
            since=since,
            target_kind=target_kind.value if target_kind else "",
            organisation_kind=" ".join(organisation_kind.split()),
            target_id=target_id,
            until=until,
        )
        return self._store.competence.assess(self._actor, new)

    def end_assessment(self, number: int, version: int, until: date, *, ground: str) -> Assessment:
        """Ends a decision: after *until* what it said is no longer so. Raises BadInput, NotFound, EditedMeanwhile."""
        if not ground.strip():
            raise BadInput("Beëindigen heeft een reden nodig.", "Ending needs a reason.")
        return self._store.competence.end_assessment(self._actor, number, version, until, ground=ground.strip())

    def assessments(self, norm_set_id: str | None = None, *, target_id: int | None = None) -> list[Assessment]:
        """Decisions on competence, newest first."""
        return self._store.competence.assessments(norm_set_id, target_id=target_id)

    def _addressees(self, target: Target, on: date) -> list[Organisation]:
        links = [link for link in self._store.registers.links(target_id=target.id) if link.holds_on(on)]
        for role in (Role.NORM_ADDRESSEE, Role.RESPONSIBLE):
            ids = dict.fromkeys(link.organisation_id for link in links if link.role is role)
            if ids:
                return [self._store.organisation(number) for number in ids]
        return []

    def _for(self, found: NormSet, target: Target, body: Organisation | None, on: date) -> Competence:
        kinds = body.kinds if body else ()
        standing = Standing(found.standing_on(on))
        laws = [one.id for one in book.norm_sets() if found.family in one.requires]
        own = self._decision((found.id,), target, kinds, on) or self._decision(laws, target, kinds, on)
        if own is not None:
            return Competence(
                norm_set=found.id,
                target_id=target.id,
                on=on,
                answer=own.answer,
                standing=standing,
                ground_nl=own.ground,
                ground_en=own.ground,
                legal_basis=own.legal_basis,
                since=own.since,
                until=own.until,
                assessed_by=own.assessed_by,
                assessed=own.assessed,
                assessment_id=own.id,
            )
        shipped = book.shipped_competence(found.id, target.kind.value, kinds, on)
        return Competence(
            norm_set=found.id,
            target_id=target.id,
            on=on,
            answer=Answer(shipped.answer),
            standing=standing,
            ground_nl=shipped.ground.nl,
            ground_en=shipped.ground.en,
            legal_basis=shipped.basis.nl if shipped.basis else "",
            since=shipped.since,
            until=shipped.until,
        )

    def _decision(
        self, norm_set_ids: Collection[str], target: Target, kinds: Collection[str], on: date
    ) -> Assessment | None:
        mine = {kind.casefold() for kind in kinds}
        fit = [
            one
            for norm_set_id in norm_set_ids
            for one in self._store.competence.assessments(norm_set_id, target_id=target.id)
            if one.holds_on(on)
            and one.target_kind in ("", target.kind.value)
            and (not one.organisation_kind or one.organisation_kind.casefold() in mine)
        ]
        return max(fit, key=_precedence, default=None)


def _precedence(one: Assessment) -> tuple[bool, int, int]:
    return (one.target_id is not None, bool(one.target_kind) + bool(one.organisation_kind), one.id)
