"""How long the register of government bodies takes to import: 5,000 organisations of a made-up exportOO.xml."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from peak_memory import peak_megabytes

from eaa_checker.domain.register_import import RowOutcome
from eaa_checker.engine import Engine

ORGANISATIONS = 5_000
MOST_SECONDS = 60.0
"""Seconds, not minutes."""

_NAMESPACE = "https://organisaties.overheid.nl/static/schema/oo/export/2.6.9"
_TYPES = ("Gemeente", "Provincie", "Waterschap", "Veiligheidsregio", "Agentschap", "Gemeenschappelijke regeling")
_STEMS = ("Duin", "Veen", "Meer", "Broek", "Haven", "Bos", "Akker", "Dijk", "Water", "Heide", "Polder", "Zand")
_ENDS = ("rand", "land", "stad", "dam", "hoek", "veld", "burg", "dorp", "oord", "waard", "kerk", "brug")


def write_register(path: Path, organisations: int = ORGANISATIONS, *, seed: int = 112) -> Path:
    """A register in the structure of exportOO.xml; every tenth body has a nested one, all have officials."""
    draw = random.Random(seed)
    nested = organisations // 10
    outer = organisations - nested
    with path.open("w", encoding="utf-8") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<p:overheidsorganisaties xmlns:p="{_NAMESPACE}">\n')
        file.write("<p:organisaties>\n")
        for number in range(outer):
            inner = ""
            if number < nested:
                inner = f"<p:organisaties>\n{_body(draw, outer + number, '')}</p:organisaties>\n"
            file.write(_body(draw, number, inner))
        file.write("</p:organisaties>\n</p:overheidsorganisaties>\n")
    return path


def _body(draw: random.Random, number: int, inner: str) -> str:
    kind = draw.choice(_TYPES)
    host = f"www.instantie-{number}.example"
    official = (
        "<p:functie>\n<p:naam>Bestuurder</p:naam>\n<p:medewerkers>\n<p:medewerker>\n"
        f"<p:naam>P. Ersoon {number}</p:naam>\n</p:medewerker>\n</p:medewerkers>\n</p:functie>\n"
    )
    return (
        f'<p:organisatie p:systemeId="{900_000 + number}" '
        f'p:resourceIdentifierTOOI="https://identifier.overheid.nl/tooi/id/oorg/oorg{number:05}">\n'
        f"<p:naam>{kind} {draw.choice(_STEMS)}{draw.choice(_ENDS)} {number}</p:naam>\n"
        f"<p:types>\n<p:type>{kind}</p:type>\n</p:types>\n<p:identificatiecodes>\n"
        f'<p:resourceIdentifier p:naam="resourceIdentifierOIN">{number:020}</p:resourceIdentifier>\n'
        f"</p:identificatiecodes>\n<p:contact>\n<p:internetadressen>\n<p:internetadres>\n"
        f"<p:url>https://{host}/contact</p:url>\n<p:label>contact</p:label>\n</p:internetadres>\n<p:internetadres>\n"
        f"<p:url>https://{host}</p:url>\n<p:label>algemeen</p:label>\n</p:internetadres>\n</p:internetadressen>\n"
        f"<p:emailadressen>\n<p:emailadres>\n<p:email>info@{host}</p:email>\n</p:emailadres>\n</p:emailadressen>\n"
        f"</p:contact>\n<p:functies>\n{official * 8}</p:functies>\n{inner}</p:organisatie>\n"
    )


def measure(folder: Path) -> dict[str, float]:
    """Seconds of reading with a preview, of the import, of the same import again, and of its undo; peak in MB."""
    path = write_register(folder / "exportOO.xml")
    found: dict[str, float] = {"file MB": path.stat().st_size / 1e6}
    with Engine.open(folder / "toezicht.sqlite") as engine:
        start = time.perf_counter()
        preview = engine.registers.preview(path)
        found["preview"] = time.perf_counter() - start
        assert preview.count(RowOutcome.NEW) == ORGANISATIONS, preview.count(RowOutcome.NEW)
        start = time.perf_counter()
        stored = engine.registers.import_file(path)
        found["import"] = time.perf_counter() - start
        start = time.perf_counter()
        again = engine.registers.import_file(path)
        found["again"] = time.perf_counter() - start
        assert again.count(RowOutcome.KNOWN) == ORGANISATIONS
        assert stored.import_id is not None
        start = time.perf_counter()
        engine.registers.undo_import(stored.import_id, ground="meting")
        found["undo"] = time.perf_counter() - start
        assert engine.organisations() == []
    found["peak MB"] = peak_megabytes()
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder))
    print(
        f"Import of {ORGANISATIONS:,} organisations ({found['file MB']:.0f} MB of XML): "
        f"preview {found['preview']:.1f} s, import {found['import']:.1f} s (at most {MOST_SECONDS:.0f}), "
        f"the same again {found['again']:.1f} s, undo {found['undo']:.1f} s, peak {found['peak MB']:.0f} MB"
    )


if __name__ == "__main__":
    main()
