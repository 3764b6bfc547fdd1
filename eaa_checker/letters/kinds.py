"""Which blocks each kind of letter has, in order. A block that does not belong to the kind is never offered."""

from __future__ import annotations

from collections.abc import Mapping

from eaa_checker.domain.letter import BlockKind as B
from eaa_checker.domain.letter import LetterKind as K
from eaa_checker.domain.letter import LetterMatter
from eaa_checker.errors import NotAllowed

BLOCKS: Mapping[K, tuple[B, ...]] = {
    K.INFORMATION: (B.REASON, B.ROLE, B.QUESTIONS, B.NEXT, B.CONTACT, B.NO_OBJECTION, B.SIGNATURE),
    K.FINDINGS: (
        B.REASON, B.ROLE, B.EXAMINED, B.FINDINGS, B.DONE_WELL, B.STATEMENT, B.REPLY, B.REPAIR, B.NEXT, B.PUBLICITY,
        B.CONTACT, B.NO_OBJECTION, B.SIGNATURE,
    ),
    K.INTENTION: (
        B.REASON, B.ROLE, B.EXAMINED, B.FINDINGS, B.STATEMENT, B.INTENDED, B.WEIGHING, B.VIEWS, B.PUBLICITY,
        B.CONTACT, B.NO_OBJECTION, B.SIGNATURE,
    ),
    K.DECISION: (
        B.REASON, B.ROLE, B.EXAMINED, B.FINDINGS, B.VIEWS, B.WEIGHING, B.OPERATIVE, B.PUBLICITY, B.CONTACT,
        B.OBJECTION, B.SIGNATURE,
    ),
    K.REINSPECTION: (
        B.REASON, B.EXAMINED, B.COMPARISON, B.REPLY, B.NEXT, B.PUBLICITY, B.CONTACT, B.NO_OBJECTION, B.SIGNATURE,
    ),
    K.CLOSING: (B.REASON, B.COMPARISON, B.DONE_WELL, B.PUBLICITY, B.CONTACT, B.NO_OBJECTION, B.SIGNATURE),
    K.OPINION: (
        B.REASON, B.ROLE, B.EXAMINED, B.FINDINGS, B.DONE_WELL, B.STATEMENT, B.RECOMMENDATIONS, B.REPLY, B.PUBLICITY,
        B.CONTACT, B.NO_OBJECTION, B.SIGNATURE,
    ),
    K.FORWARDING: (B.REASON, B.FORWARDED, B.CONTACT, B.NO_OBJECTION, B.SIGNATURE),
}  # fmt: skip
"""LETTERS: B is the findings letter; C = B with the intended decision; D = C with the answer and the decision."""


def blocks_of(matter: LetterMatter) -> tuple[B, ...]:
    """The blocks of this letter: those of its kind, without those it has nothing for."""
    empty = {
        B.DONE_WELL: not matter.done_well,
        B.STATEMENT: not matter.statement_status,
        B.REPAIR: matter.repair_by is None and not any(f.term for f in matter.findings),
        B.COMPARISON: not any(f.outcome for f in matter.findings),
        B.RECOMMENDATIONS: not matter.findings,
    }
    return tuple(block for block in BLOCKS[matter.kind] if not empty.get(block, False))


def demand_reachable(matter: LetterMatter) -> None:
    """Raises NotAllowed when a letter of this kind may not even be begun.

    A decision is unreachable unless we are competent for every norm it cites (Awb 5:4, 3:46) and a mandated
    signatory is set; an intention announces a decision and needs the same competence.
    """
    if matter.kind not in (K.DECISION, K.INTENTION):
        return
    lacking = [norm.title for norm in matter.norms if norm.competence != "yes"]
    kind_nl, kind_en = matter.kind.nl, matter.kind.en
    if not matter.norms or lacking:
        which = "; ".join(lacking) or "–"
        raise NotAllowed(
            f"Een {kind_nl} kan niet: de bevoegdheid is niet voor elke aangehaalde norm “ja” ({which}). Leg eerst "
            "de bevoegdheidstoets vast, of kies een bevindingenbrief of een oordeel.",
            f"A letter of the kind {kind_en} cannot be made: competence is not “yes” for every norm cited ({which}). "
            "Record the competence first, or choose a findings letter or an opinion.",
        )
    if matter.kind is K.DECISION and (matter.signatory is None or not matter.signatory.mandate.strip()):
        raise NotAllowed(
            "Een besluit kan niet zonder ondertekenaar met mandaat.",
            "A decision cannot be made without a signatory with a mandate.",
        )
