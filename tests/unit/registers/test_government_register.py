"""The register of government bodies: only bodies that exist, never the people in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from eaa_checker.errors import UnreadableFile
from eaa_checker.registers import RegisterFile, read_organisations

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "norms" / "samples"
TODAY = date(2026, 11, 23)
NAMESPACE = "https://organisaties.overheid.nl/static/schema/oo/export/2.6.9"
OIN = "00000001234567890000"


def register(tmp_path: Path, inner: str, prolog: str = "", namespace: str = NAMESPACE) -> Path:
    path = tmp_path / "exportOO.xml"
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n{prolog}<p:overheidsorganisaties xmlns:p="{namespace}">'
        f"<p:organisaties>{inner}</p:organisaties></p:overheidsorganisaties>",
        encoding="utf-8",
    )
    return path


def body(name: str, inner: str = "", key: str = "", urls: tuple[tuple[str, str], ...] = ()) -> str:
    found = "".join(
        f"<p:internetadres><p:url>{u}</p:url><p:label>{label}</p:label></p:internetadres>" for u, label in urls
    )
    contact = f"<p:contact><p:internetadressen>{found}</p:internetadressen></p:contact>" if urls else ""
    identifier = f' p:systemeId="{key}"' if key else ""
    return f"<p:organisatie{identifier}><p:naam>{name}</p:naam>{contact}{inner}</p:organisatie>"


def names(found: RegisterFile) -> list[str]:
    return [row.organisation.name for row in found.rows]


def test_the_sample() -> None:
    path = SAMPLES / "exportOO_sample.xml"
    if not path.exists():
        pytest.skip(f"the sample {path} is not on this machine")
    found = read_organisations(path, TODAY)
    assert found.errors == ()
    assert names(found) == ["Gemeente Voorbeeldstad", "Ministerie van Voorbeelden", "Inspectie Voorbeelden"]
    town, ministry, inspectorate = found.rows
    assert town.organisation.kind == "Gemeente"
    assert town.identifier == "https://identifier.overheid.nl/tooi/id/gemeente/gm9999"
    assert [t.address for t in town.organisation.targets] == ["https://www.voorbeeldstad.example/"]
    assert [t.address for t in ministry.organisation.targets] == ["https://www.voorbeelden.example/"]
    assert (inspectorate.parent, inspectorate.identifier) == ("Ministerie van Voorbeelden", "900004")
    assert "persoonlijk" not in repr(found)
    assert "Burgemeester" not in repr(found)


def test_the_domain_register_gives_proposals() -> None:
    path = SAMPLES / "exportRIO_sample.xml"
    if not path.exists():
        pytest.skip(f"the sample {path} is not on this machine")
    found = read_organisations(path)
    assert [(row.number, row.organisation.targets[0].address) for row in found.rows] == [
        (1, "https://voorbeeldstad.example/"),
        (2, "https://bezoek-voorbeeldstad.example/"),
        (3, "https://voorbeelden.example/"),
    ]
    assert all(row.proposal and not row.organisation.name for row in found.rows)
    assert found.rows[2].organisation.tooi.endswith("mnre9999")


@pytest.mark.parametrize(
    "namespace",
    [NAMESPACE, NAMESPACE.replace("2.6.9", "3.0.0"), "https://almanak.overheid.nl/static/schema/oo/export/2.4"],
)
def test_any_version_of_the_schema_is_read(tmp_path: Path, namespace: str) -> None:
    assert names(read_organisations(register(tmp_path, body("A"), namespace=namespace), TODAY)) == ["A"]


def test_bodies_that_ended_are_left_out_with_their_parts(tmp_path: Path) -> None:
    part = "<p:organisaties>" + body("Deel") + "</p:organisaties>"
    inner = (
        body("Weg", part + "<p:eindDatum>2026-11-22</p:eindDatum>")
        + body("Vandaag nog", "<p:eindDatum>2026-11-23</p:eindDatum>")
        + body("Straks weg", "<p:eindDatum>2027-01-01</p:eindDatum>")
    )
    path = register(tmp_path, inner)
    assert names(read_organisations(path, TODAY)) == ["Vandaag nog", "Straks weg"]
    assert names(read_organisations(path, date(2027, 6, 1))) == []


def test_addresses_of_people_are_never_read(tmp_path: Path) -> None:
    person = (
        "<p:functies><p:functie><p:naam>Directeur</p:naam><p:medewerkers><p:medewerker><p:naam>V. Voorbeeld</p:naam>"
        "<p:contact><p:internetadressen><p:internetadres><p:url>prive.example</p:url></p:internetadres>"
        "</p:internetadressen></p:contact></p:medewerker></p:medewerkers>"
        f"<p:organisaties>{body('Niet echt')}</p:organisaties></p:functie></p:functies>"
    )
    found = read_organisations(register(tmp_path, body("A", person)), TODAY)
    assert names(found) == ["A"]
    assert found.rows[0].organisation.targets == ()


def test_one_target_per_host_the_general_address_first(tmp_path: Path) -> None:
    urls = (
        ("https://www.a.example/contact", "contact"),
        ("www.a.example", "Algemeen"),
        ("https://organisaties.overheid.nl/woo/1", "woo"),
        ("https://raad.a.example", "bestuur"),
        ("geen adres", "fout"),
    )
    found = read_organisations(register(tmp_path, body("A", urls=urls)), TODAY)
    assert [t.address for t in found.rows[0].organisation.targets] == [
        "https://www.a.example/",
        "https://raad.a.example/",
    ]
    (error,) = found.errors
    assert not error.skipped
    assert error.say("nl").startswith("Regel 2: ")


def test_numbers_under_a_name_that_says_so(tmp_path: Path) -> None:
    codes = (
        "<p:identificatiecodes>"
        '<p:resourceIdentifier p:naam="resourceIdentifierTOOI">https://identifier.example/gm1</p:resourceIdentifier>'
        f'<p:resourceIdentifier p:naam="resourceIdentifierOIN">{OIN}</p:resourceIdentifier>'
        '<p:resourceIdentifier p:naam="KvK-nummer">1234</p:resourceIdentifier></p:identificatiecodes>'
    )
    found = read_organisations(register(tmp_path, body("A", codes)), TODAY)
    assert (found.rows[0].organisation.oin, found.rows[0].organisation.kvk) == (OIN, "")
    (error,) = found.errors
    assert "KvK-nummer heeft geen 8 cijfers: 1234" in error.nl


def test_bodies_with_one_name_are_told_apart(tmp_path: Path) -> None:
    inner = (
        body("A", f"<p:organisaties>{body('Rekenkamer', key='1')}</p:organisaties>")
        + body("B", f"<p:organisaties>{body('Rekenkamer', key='2')}</p:organisaties>")
        + body("Rekenkamer", key="3")
        + body("Rekenkamer", key="3")
        + body("rekenkamer")
        + body("")
    )
    found = read_organisations(register(tmp_path, inner), TODAY)
    assert names(found) == ["A", "Rekenkamer", "B", "Rekenkamer (B)", "Rekenkamer (3)"]
    assert [e.en.split(":")[0] for e in found.errors] == [
        "“Rekenkamer” is in the file twice",
        "The name “rekenkamer” stands on line 2 already and the two cannot be told apart.",
        "The name is missing.",
    ]


@pytest.mark.parametrize(
    ("inner", "prolog", "nl"),
    [
        (body("&a;"), '<!DOCTYPE x [<!ENTITY a "A">]>', "documenttype-definitie"),
        (body("A"), '<!DOCTYPE x SYSTEM "file:///etc/passwd">', "documenttype-definitie"),
        ("<p:organisatie>", "", "beschadigd"),
        (body("&onbekend;"), "", "beschadigd"),
        ("", "", "geen organisaties"),
        ("<a>" * 400 + "</a>" * 400, "", "beschadigd"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, inner: str, prolog: str, nl: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_organisations(register(tmp_path, inner, prolog), TODAY)
    assert nl in caught.value.nl


def test_a_document_type_in_utf_16_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE organisaties><organisaties/>'.encode("utf-16"))
    with pytest.raises(UnreadableFile, match="document type"):
        read_organisations(path, TODAY)


def test_other_xml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_text("<rss><channel/></rss>", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"unknown kind \(rss\)"):
        read_organisations(path, TODAY)


def test_a_large_register_streams(tmp_path: Path, memory_to_read: Callable[[Path], tuple[int, int]]) -> None:
    ballast = "<p:functies>" + "<p:functie><p:naam>Wethouder van iets</p:naam></p:functie>" * 40 + "</p:functies>"
    path = register(tmp_path, "".join(body(f"Gemeente {n}", ballast, key=str(n)) for n in range(6_000)))
    assert path.stat().st_size > 12_000_000
    grown, rows = memory_to_read(path)
    assert rows == 6_000
    assert grown < 40_000, f"{grown} kB"
