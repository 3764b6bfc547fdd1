"""The random part of a sample: drawn from a frozen frame by a stored seed, so that anybody can draw it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from eaa_checker.casework.grounds import ground
from eaa_checker.casework.proposing import Proposing
from eaa_checker.domain import drawing
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.sample import Frame, PageDecision, PageType, Sample, SamplePage, SamplePart
from eaa_checker.errors import BadInput, NotAllowed


class Draws(Proposing):
    """The part of the sample's desk where pages are drawn."""

    def draw(
        self,
        sample_id: int,
        *,
        seed: str = "",
        count: int | None = None,
        anew: bool = False,
        reason: str = "",
    ) -> Sequence[SamplePage]:
        """Draws the random part from the pages that the crawl captured; gives all pages drawn.

        The frame is frozen and the seed kept with the first draw; a later draw only adds the next ones. The default
        *count* is 10 % of the structured part, at least one. *anew* throws the draw away, for a *reason*.
        Raises NotAllowed (proposals not decided, another seed, approved), BadInput, EditedMeanwhile, NotFound.
        """
        sample, _, target = self._composing(sample_id)
        pages = self._store.samples.pages(sample_id)
        if any(page.decision is PageDecision.PROPOSED for page in pages):
            raise NotAllowed(
                "Besluit eerst over alle voorgestelde pagina's: de omvang van de trekking hangt daarvan af.",
                "Decide all proposed pages first: the size of the draw depends on it.",
                mend=f"eaa-checker sample show {sample_id}",
            )
        why = ground(reason, "om opnieuw te trekken", "to draw anew") if anew else reason.strip()
        if sample.seed and seed and seed != sample.seed and not anew:
            raise NotAllowed(
                "De steekproef is al met een ander startgetal getrokken. Opnieuw trekken kan, met een reden.",
                "The sample was drawn with another seed already. Draw anew for a reason.",
                mend=f"eaa-checker sample draw {sample_id} --anew --reason …",
            )
        seed = seed.strip() or (sample.seed if not anew else "") or drawing.new_seed()
        if len(seed) > 200 or not seed.isprintable():
            raise BadInput(
                "Een startgetal heeft ten hoogste 200 leesbare tekens.", "A seed has at most 200 readable characters."
            )
        frame = None if anew else self._store.samples.frame(sample_id)
        frame = frame or self._frame(sample, target)
        chosen = [page for page in pages if page.decision is PageDecision.CONFIRMED]
        structured = [page for page in chosen if page.part is SamplePart.STRUCTURED]
        drawn = [] if anew else [page for page in chosen if page.part is SamplePart.RANDOM]
        wanted = drawing.share(len(structured)) if count is None else count
        if wanted < 1 and count is not None:
            raise BadInput("Trek ten minste één pagina.", "Draw at least one page.")
        taken = {page.address for page in (*structured, *drawn)}
        more = drawing.draw(frame.addresses, seed, max(0, wanted - len(drawn)), taken)
        if not more and not drawn:
            raise NotAllowed(
                "Er valt niets te trekken: elke vastgelegde pagina zit al in het gerichte deel, of dat deel is leeg.",
                "There is nothing to draw: every captured page is in the structured part already, or that is empty.",
            )
        lines = self._store.samples.lines([frame.scan_id])[frame.scan_id]
        new = [
            SamplePage(
                id=0,
                sample_id=sample_id,
                address=address,
                title=lines[address].title if address in lines else "",
                type=PageType.OTHER,
                decision=PageDecision.CONFIRMED,
                part=SamplePart.RANDOM,
                grounds=(),
                found=lines[address].found_by.value if address in lines else "",
                found_on=lines[address].found_on if address in lines else "",
                ending=lines[address].ending.value if address in lines else "",
                reason=f"{drawing.ALGORITHM}: {seed}",
                decided_by=self._actor.name,
                decided=datetime.now(UTC),
            )
            for address in more
        ]
        self._store.samples.draw(self._actor, sample, frame, seed, new, why, anew=anew)
        return [page for page in self.pages(sample_id) if page.part is SamplePart.RANDOM]

    def redraw(self, sample_id: int) -> bool:
        """The stored random part is what the stored seed draws from the stored frame, and the frame is unchanged.

        Raises NotFound, NotAllowed when nothing was drawn yet.
        """
        sample = self._store.samples.sample(sample_id)
        frame = self._store.samples.frame(sample_id)
        if frame is None:
            raise NotAllowed("Er is nog niets getrokken.", "Nothing was drawn yet.")
        pages = self._store.samples.pages(sample_id)
        drawn = {page.address for page in pages if page.part is SamplePart.RANDOM}
        # A page that is refused now was in the structured part when the draw passed it over.
        others = {page.address for page in pages} - drawn
        again = drawing.draw(frame.addresses, sample.seed, len(drawn), others)
        return set(again) == drawn and drawing.digest_of(frame.addresses) == frame.digest == sample.frame_digest

    def _frame(self, sample: Sample, target: Target) -> Frame:
        """The pages that the crawl captured, as a frame to freeze. Raises NotFound when there was no crawl."""
        scan_id = self._crawl(target, sample.scan_id)
        lines = self._store.addresses(scan_id)
        addresses = drawing.frame_of(line.address for line in lines if line.ending.tested)
        digest = drawing.digest_of(addresses)
        return Frame(sample.id, scan_id, datetime.now(UTC), digest, drawing.ALGORITHM, addresses)
