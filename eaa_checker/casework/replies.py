"""Replies of the organisation per finding, our answer, and what it does to the finding."""

from __future__ import annotations

from datetime import date

from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.grounds import ground, not_too_long, plain_ground
from eaa_checker.casework.testing import keep_reporters_secret, open_case
from eaa_checker.domain.finding import Exemption, Finding, FindingState
from eaa_checker.domain.reply import Effect, Reply, ReplyKind, fitting
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, EditedMeanwhile, NotAllowed
from eaa_checker.store import Store


class ReplyDesk:
    """What people do with replies. Every change is a decision in the trail."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor
        self._findings = FindingDesk(store, actor)

    def find(
        self, case_id: int | None = None, *, finding_id: int | None = None, open_only: bool = False
    ) -> list[Reply]:
        """Replies in a case, to a finding, or those that still wait for our answer."""
        return self._store.replies.replies(case_id, finding_id=finding_id, open_only=open_only)

    def show(self, id: int) -> Reply:
        """Raises NotFound."""
        return self._store.replies.reply(id)

    def add(
        self, finding_id: int, kind: ReplyKind, body: str = "", *, sender: str = "", received: date | None = None
    ) -> Reply:
        """Records a reply to an approved finding. Who disputes or claims a burden says why.

        Raises NotAllowed, BadInput, NotFound.
        """
        finding = self._established(finding_id)
        on = received or date.today()
        if on > date.today():
            raise BadInput(
                f"Een reactie kan niet op {on.isoformat()} zijn ontvangen; die dag moet nog komen.",
                f"A reply cannot have been received on {on.isoformat()}; that day is still to come.",
            )
        text = not_too_long(body.strip())
        if kind in (ReplyKind.DISPUTED, ReplyKind.BURDEN) and not text:
            raise BadInput(
                f"Leg vast waarom de instantie dit vindt ({kind.nl}).",
                f"Record why the organisation says so ({kind.en}).",
                mend="--text …",
            )
        return self._store.replies.add(self._actor, finding.id, kind, on, " ".join(sender.split()), text)

    def answer(self, id: int, answer: str, effect: Effect, *, version: int | None = None) -> Reply:
        """Records our answer and carries out its effect.

        *Withdrawn* withdraws the finding. *Exempted* makes it exempt, so that it must be reviewed again. *Amended*
        asks that it was changed after the reply. Raises NotAllowed, BadInput, EditedMeanwhile, NotFound.
        """
        why = ground(answer, "met ons antwoord", "with our answer")
        reply = self.show(id)
        seen = version or reply.version
        if seen != reply.version:
            # Before anything is done to the finding: an answer is given whole or not at all.
            raise EditedMeanwhile(
                yours={"effect": effect.value}, theirs={"effect": reply.effect.value}, version=reply.version
            )
        finding = self._store.findings.finding(reply.finding_id)
        case = open_case(self._store, finding.examination_id)
        keep_reporters_secret(self._store, case, why)
        if reply.effect is Effect.MISTAKEN:
            raise NotAllowed(
                "Deze reactie is bij vergissing vastgelegd en krijgt geen antwoord. Leg de juiste reactie vast.",
                "This reply was recorded by mistake and gets no answer. Record the right reply.",
            )
        if effect not in fitting(reply.kind):
            fit = fitting(reply.kind)
            raise NotAllowed(
                f"Op “{reply.kind.nl}” kan niet volgen: {effect.nl}. Wel: {', '.join(e.nl for e in fit)}.",
                f"“{reply.kind.en}” cannot be followed by: {effect.en}. But: {', '.join(e.en for e in fit)}.",
            )
        if effect is Effect.AMENDED and finding.changed <= reply.instant:
            raise NotAllowed(
                f"Pas eerst {finding.label} aan; daarna is dit het antwoord.",
                f"Change {finding.label} first; then this is the answer.",
                mend=f"eaa-checker finding edit {finding.id} …",
            )
        if effect is Effect.WITHDRAWN and finding.state is not FindingState.WITHDRAWN:
            self._findings.withdraw(finding.id, why)
        if effect is Effect.EXEMPTED and finding.text.exemption is not Exemption.DISPROPORTIONATE:
            self._findings.edit(
                finding.id, reason=why, exemption=Exemption.DISPROPORTIONATE, exemption_reason=why
            )
        return self._store.replies.answer(self._actor, id, seen, why, effect)

    def take_back(self, id: int, version: int, reason: str) -> Reply:
        """A reply that was recorded by mistake, and not answered yet, waits no longer; it stays on record as such.

        Raises NotAllowed, BadInput without a reason, EditedMeanwhile, NotFound.
        """
        reply = self._in_open_case(id)
        if reply.version == version and reply.effect is not Effect.OPEN:
            raise _dealt_with(reply)
        return self._store.replies.take_back(self._actor, id, version, plain_ground(reason))

    def take_back_answer(self, id: int, version: int, reason: str) -> Reply:
        """An answer that left the finding as it was is taken back: the reply waits for one again.

        Raises NotAllowed, for an answer that withdrew or exempted the finding too; BadInput without a reason,
        EditedMeanwhile, NotFound.
        """
        reply = self._in_open_case(id)
        if reply.version == version and reply.effect.acts:
            raise NotAllowed(
                f"Met dit antwoord is de bevinding veranderd ({reply.effect.nl}); dat is een besluit en blijft staan.",
                f"With this answer the finding was changed ({reply.effect.en}); that is a decision and stands.",
            )
        if reply.version == version and reply.effect in (Effect.OPEN, Effect.MISTAKEN):
            raise _dealt_with(reply)
        return self._store.replies.take_back_answer(self._actor, id, version, plain_ground(reason))

    def _in_open_case(self, id: int) -> Reply:
        reply = self.show(id)
        open_case(self._store, self._store.findings.finding(reply.finding_id).examination_id)
        return reply

    def _established(self, finding_id: int) -> Finding:
        finding = self._store.findings.finding(finding_id)
        open_case(self._store, finding.examination_id)
        if finding.state is not FindingState.APPROVED:
            raise NotAllowed(
                f"{finding.label} is {finding.state.nl}; een instantie reageert op wat is vastgesteld.",
                f"{finding.label} is {finding.state.en}; an organisation replies to what was approved.",
            )
        return finding


def _dealt_with(reply: Reply) -> NotAllowed:
    return NotAllowed(
        f"Bij deze reactie staat: {reply.effect.nl}. Er is niets ongedaan gemaakt.",
        f"This reply has: {reply.effect.en}. Nothing was undone.",
    )
