"""The look of an organisation's paper: colour, fonts, logo, and style sheets for word processors."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from eaa_checker.errors import BadInput


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How documents look. The default needs nothing that may be missing on a machine."""

    colour: str = "#154273"
    """Of headings and rules; dark enough to be read on white (10.1:1)."""
    fonts: tuple[str, ...] = ("Libertinus Serif",)
    """First one that is there; the last comes with the PDF writer."""
    logo: Path | None = None
    logo_alternative: str = "Inspectie Justitie en Veiligheid"
    docx: Path | None = None
    """A DOCX file whose styles and page are taken over."""
    odt: Path | None = None


def house_style(folder: Path | None) -> HouseStyle:
    """The style in *folder*: ``style.toml`` (colour, fonts, logo_alternative), ``logo.png``, ``style.docx``,
    ``style.odt``; each may be left out. Raises BadInput for a file that cannot be understood."""
    if folder is None:
        return HouseStyle()
    if not folder.is_dir():
        raise BadInput(
            f"De map met de huisstijl is er niet: {folder}.", f"The folder with the house style is missing: {folder}."
        )
    values: dict[str, object] = {}
    path = folder / "style.toml"
    if path.is_file():
        try:
            values = tomllib.loads(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise BadInput(f"{path} is niet te lezen: {error}.", f"{path} cannot be read: {error}.") from error
    own = HouseStyle()
    colour = str(values.get("colour", own.colour))
    if len(colour) != 7 or colour[0] != "#" or not all(ch in "0123456789abcdefABCDEF" for ch in colour[1:]):
        raise BadInput(
            f"{path}: “{colour}” is geen kleur; schrijf bijvoorbeeld #154273.",
            f"{path}: “{colour}” is no colour; write for instance #154273.",
        )
    fonts = values.get("fonts", ())
    named = tuple(str(font) for font in fonts) if isinstance(fonts, list) else ()

    def there(name: str) -> Path | None:
        return folder / name if (folder / name).is_file() else None

    return HouseStyle(
        colour,
        (*named, *own.fonts),
        there("logo.png"),
        str(values.get("logo_alternative", own.logo_alternative)),
        there("style.docx"),
        there("style.odt"),
    )
