"""A case made public: heard first, not before its day, nobody's name in it, and nothing half-made."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import bagit
import pytest
from cases_made import STATEMENT, Examined
from PIL import Image
from scans_made import Made, fingerprint

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.publication import PublicationDesk
from eaa_checker.casework.publication_time import publication_time
from eaa_checker.casework.redacting import Redactor, Term
from eaa_checker.casework.signals import SignalDesk
from eaa_checker.domain.deadline import Length, Unit
from eaa_checker.domain.dossier import Person
from eaa_checker.domain.finding import FindingText, Proof, ProofKind
from eaa_checker.domain.package import HearingOutcome
from eaa_checker.domain.signal import NewSignal, Reporter, SignalSource
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, BadInput, EaaCheckerError, ExportProblem, NotAllowed, StoreIsFull
from eaa_checker.settings import Settings
from eaa_checker.store import Store

LOGO = fingerprint("logo")
ME = Person("toezichthouder", "aanwijzing 2026-4", sign=True)
ARTICLE = "artikel zoals de jurist het opgaf"
HOSTILE = "</script><script>alert(1)</script>\u202e\x07 =HYPERLINK(1) Anna\u200b de Vries anna@werkplek.nl 06-12345678"


@pytest.fixture
def case(examined_store: Store, anna: Actor, bram: Actor) -> Examined:
    """A case with one established finding with a photo, a contact, and a signal with a reporter."""
    case = Examined(examined_store, anna, 1, 1)
    store = case.store
    home, contact = Made("/", "Home", failed=("logo",)), Made("/contact", "Contact", failed=("logo",))
    case.visited(*[[home, contact, STATEMENT]] * 3)
    signals = SignalDesk(store, anna)
    new = NewSignal(SignalSource.REPORT, date(2026, 11, 1), "kan 112 niet bereiken", target_id=1, confidential=True)
    signals.link(signals.add(new, Reporter("Willemijn Geheim", "willemijn@geheim.test")).id, case.id)
    text = FindingText(
        "Logo zonder naam " + HOSTILE, "Het logo heeft geen naam. Bram Jansen zag het, en A. de Vries ook.",
        "Wie niet ziet, weet niet van wie de site is. Bel Karel Contact op 088-1234567.", repair="Geef een naam.",
    )  # fmt: skip
    one = FindingDesk(store, anna).add(case.id, observations=[LOGO], text=text)
    photo = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "gemaakt door Willemijn"
    Image.new("RGB", (60, 40), "navy").save(photo, "JPEG", exif=exif)
    sha256, _ = store.evidence.put(photo.getvalue(), "image/jpeg")
    one = FindingDesk(store, anna).add_evidence(one.id, Proof(ProofKind.PICTURE, sha256, "foto"))
    FindingDesk(store, anna).submit(one.id)
    FindingDesk(store, bram).approve(one.id, "zelf nagekeken")
    return case


def sealed(case: Examined) -> None:
    DossierDesk(case.store, case.actor, Settings(database=case.store.path)).make_of_case(case.id, ME)


def heard(desk: PublicationDesk, case: Examined) -> None:
    (body,) = desk.stakeholders(case.id)
    desk.ask(case.id, body.id, date(2026, 11, 2))
    desk.hear(case.id, body.id, HearingOutcome.AGREES, heard=date(2026, 11, 5), view="prima")


def test_nothing_is_published_before_everybody_was_heard(case: Examined, tmp_path: Path) -> None:
    desk = PublicationDesk(case.store, case.actor)
    head = case.store.trail.head()
    with pytest.raises(NotAllowed) as caught:
        desk.make(case.id, tmp_path / "uit", article=ARTICLE)
    assert "Veiligheidsregio Voorbeeld is niet gehoord" in caught.value.nl
    assert "een verzegeld dossier" in caught.value.nl
    sealed(case)
    (body,) = desk.stakeholders(case.id)
    with pytest.raises(NotAllowed):
        desk.hear(case.id, body.id, HearingOutcome.AGREES)
    today = date.today()
    asked = desk.ask(case.id, body.id, today, length=Length(10, Unit.DAYS))
    with pytest.raises(AlreadyExists):
        desk.ask(case.id, body.id)
    with pytest.raises(NotAllowed, match="the term for Veiligheidsregio"):
        desk.make(case.id, tmp_path / "uit", article=ARTICLE)
    with pytest.raises(NotAllowed, match="up to and including"):
        desk.hear(case.id, body.id, HearingOutcome.SILENT)
    with pytest.raises(BadInput):
        desk.hear(case.id, body.id, HearingOutcome.OBJECTS, view="liever niet")
    hold = asked.due + timedelta(days=14)
    desk.hear(case.id, body.id, HearingOutcome.OBJECTS, view="liever niet", answer="openbaar belang", hold_until=hold)
    time = desk.when(case.id)
    assert time.earliest is not None
    assert hold < time.earliest <= hold + timedelta(days=6)
    with pytest.raises(NotAllowed, match=f"before {time.earliest.isoformat()}"):
        desk.make(case.id, tmp_path / "uit", article=ARTICLE)
    assert list(tmp_path.glob("uit*")) == []
    made = desk.make(case.id, tmp_path / "uit", article=ARTICLE, today=time.earliest)
    assert not made.draft
    actions = [e.action for e in case.store.trail.entries("case:1") if e.number > head[0]]
    assert [a for a in actions if a.startswith("publication")] == [
        "publication.asked", "publication.heard", "publication.made",
    ]  # fmt: skip
    assert "liever niet" not in str([entry.details for entry in case.store.trail.entries()])


def test_nobody_can_be_found_in_what_is_published(case: Examined, tmp_path: Path) -> None:
    store, desk = case.store, PublicationDesk(case.store, case.actor)
    from eaa_checker.domain.contact import NewContact

    store.registers.add_contact(case.actor, 1, NewContact("Karel Contact", "functionaris", "karel@vr.test"), None)
    desk.redact(case.id, "zag het", kind="weggelaten", article="ander artikel", reason="oefening")
    (crop_or_photo, *_) = [p.reference for p in store.findings.findings(1)[0].proofs if p.kind is ProofKind.PICTURE]
    dossiers = DossierDesk(store, case.actor, Settings(database=store.path))
    dossiers.mark_by_catch(crop_or_photo, "een gezicht", (0, 0, 20, 20))
    heard(desk, case)
    sealed(case)
    with pytest.raises(NotAllowed, match="By-catch"):
        desk.make(case.id, tmp_path / "uit", article=ARTICLE)
    assert list(tmp_path.glob("*uit*")) == []
    dossiers.blur(crop_or_photo, [(0, 0, 30, 30)], "gezicht")
    made = desk.make(case.id, tmp_path / "uit", article=ARTICLE)
    bagit.Bag(str(tmp_path / "uit")).validate()
    data = tmp_path / "uit" / "data"
    for file in (tmp_path / "uit").rglob("*"):
        if file.is_file():
            raw = file.read_bytes()
            for name in (b"Willemijn", b"willemijn", b"de Vries", b"Jansen", b"Karel", b"088-1234567", b"06-12345678",
                         b"anna@", b"zag het"):  # fmt: skip
                assert name not in raw, (name, file)
    html = (data / "index.html").read_text("utf-8")
    assert "&lt;/script&gt;" in html
    assert "<script" not in html
    assert "[inspecteur " in html
    assert "\u202e" not in html
    (finding,) = json.loads((data / "open-data" / "findings.json").read_bytes())
    assert finding["fact"] == "Het logo heeft geen naam. [inspecteur 2] [weggelaten], en A. [inspecteur 1] ook."
    assert finding["consequence"].endswith("Bel [contactpersoon 1] op [telefoonnummer].")
    table = (data / "open-data" / "findings.csv").read_text("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table), delimiter=";"))) == 2
    listed = {one.what.nl: (one.times, one.article) for one in made.redacted}
    assert listed["vlakken in beelden"] == (1, ARTICLE)
    assert listed["weggelaten"] == (1, "ander artikel")
    assert listed["telefoonnummers"][0] >= 2
    (picture,) = data.glob("pictures/*.png")
    with Image.open(picture) as opened:
        assert (opened.size, dict(opened.getexif())) == ((60, 40), {})
    metadata = json.loads((data / "metadata.json").read_bytes())
    assert (metadata["draft"], metadata["identifier"]) == (False, made.package.identifier)
    assert store.packages.package(made.package.identifier).digest == made.package.digest


def test_a_draft_is_for_who_is_asked_and_says_so(case: Examined, tmp_path: Path) -> None:
    desk = PublicationDesk(case.store, case.actor)
    made = desk.make(case.id, tmp_path / "concept.zip", article=ARTICLE, draft=True)
    assert made.draft
    assert made.package.parts == ("draft",)
    first = (tmp_path / "concept.zip").read_bytes()
    with pytest.raises(AlreadyExists):
        desk.make(case.id, tmp_path / "concept.zip", article=ARTICLE, draft=True)
    assert (tmp_path / "concept.zip").read_bytes() == first


@pytest.mark.parametrize("article", ["", " ", "x" * 301, "regel\x07"])
def test_the_program_names_no_article_of_its_own(case: Examined, tmp_path: Path, article: str) -> None:
    with pytest.raises(BadInput):
        PublicationDesk(case.store, case.actor).make(1, tmp_path / "uit", article=article, draft=True)
    assert list(tmp_path.glob("*uit*")) == []


def test_a_full_disk_or_a_link_leaves_nothing(case: Examined, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from eaa_checker.dossier.parcel import Parcel

    desk = PublicationDesk(case.store, case.actor)
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(ExportProblem, match="symlink"):
        desk.make(case.id, tmp_path / "link", article=ARTICLE, draft=True)
    real, count = Parcel.add, []

    def full(self: Parcel, path: str, content: bytes) -> str:
        count.append(path)
        if len(count) == 4:
            raise OSError(28, "No space left on device")
        return real(self, path, content)

    monkeypatch.setattr(Parcel, "add", full)
    before = case.store.trail.head()
    for name in ("vol", "vol.zip"):
        count.clear()
        with pytest.raises(StoreIsFull):
            desk.make(case.id, tmp_path / name, article=ARTICLE, draft=True)
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("examined", "link")] == []
    assert case.store.trail.head() == before
    monkeypatch.undo()

    def refused(*_: object, **__: object) -> None:
        raise StoreIsFull("vol", "full")

    monkeypatch.setattr(case.store.packages, "add", refused)
    for name in ("vol", "vol.zip"):
        with pytest.raises(StoreIsFull):
            desk.make(case.id, tmp_path / name, article=ARTICLE, draft=True)
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("examined", "link")] == []


def test_a_sanction_is_published_within_two_weeks_after_it_is_irrevocable() -> None:
    def when(irrevocable: date | None, today: date = date(2026, 11, 23)) -> object:
        return publication_time([], [], today=today, sealed=True, decided=[date(2026, 9, 1)], irrevocable=irrevocable)

    assert [one.en for one in when(None).lacking] == ["the day on which the decision became irrevocable"]  # type: ignore[attr-defined]
    for wrong in (date(2026, 10, 13), date(2026, 11, 24)):  # the term for objection runs up to 13 October
        with pytest.raises(BadInput):
            when(wrong)
    found = when(date(2026, 11, 20))  # a Friday
    assert (found.earliest, found.latest) == (date(2026, 11, 23), date(2026, 12, 4))  # type: ignore[attr-defined]
    assert "3.3(5)(g)" in found.to_verify.en  # type: ignore[attr-defined]


def test_christmas_is_no_day_to_publish() -> None:
    found = publication_time([], [], today=date(2026, 12, 25), sealed=True, decided=[], irrevocable=None)
    assert found.earliest == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Anna de Vries was er", "[i] was er"), ("ANNA DE VRIES", "[i]"), ("anna-de-vries.html", "[i].html"),
        ("Anna\u00a0de\nVries", "[i]"), ("An\u200bna de Vries", "[i]"), ("mevrouw De Vries", "mevrouw [i]"),
        ("vriesweer", "vriesweer"), ("Jose\u0301 Brand", "[j]"), ("er was brand", "er was brand"),
        ("bel 0612345678 of +31 (0)6 1234 5678", "bel [telefoonnummer] of [telefoonnummer]"), ("bel 112", "bel 112"),
        ("van 2026-11-02 2026-11-30", "van 2026-11-02 2026-11-30"), ("bsn 111222333", "bsn [burgerservicenummer]"),
        ("nummer 123456789", "nummer 123456789"), ("a.b@c.nl!", "[e-mailadres]!"),
    ],
)  # fmt: skip
def test_names_are_found_however_they_are_written(said: str, left: str) -> None:
    redactor = Redactor([Term("Anna de Vries", "i", "inspector"), Term("Jos\u00e9 Brand", "j", "inspector")])
    assert redactor.text(said) == left


def test_a_million_characters_take_no_time_to_speak_of() -> None:
    redactor = Redactor([Term("Anna de Vries", "i", "inspector")])
    for text in ("a" * 1_000_000, "0 " * 500_000, "Anna " * 200_000, "@." * 500_000):
        redactor.text(text)


def test_wrong_things_are_said_in_two_languages(case: Examined) -> None:
    desk = PublicationDesk(case.store, case.actor)
    acts = [
        lambda: desk.ask(case.id, 77),
        lambda: desk.ask(case.id, 1, date.today() + timedelta(days=1)),
        lambda: desk.redact(case.id, "x", kind="y", article=ARTICLE, reason="z"),
        lambda: desk.redact(case.id, "woorden", kind="y", article="", reason="z"),
        lambda: desk.restore(case.id, 5, "reden"),
        lambda: desk.when(99),
    ]
    for act in acts:
        with pytest.raises(EaaCheckerError) as caught:
            act()
        assert caught.value.nl != caught.value.en
    assert CaseDesk(case.store, case.actor).show(case.id).version >= 1
