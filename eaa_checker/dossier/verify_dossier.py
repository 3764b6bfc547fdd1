"""Checks a sealed dossier of EAA Checker. One file, Python's standard library only; a copy lies in every dossier.

    python3 verify_dossier.py FOLDER [FOLDER …] [--seal HEX] [--english]

Every changed, added, removed or swapped file is named. With several folders their seals must follow each other.
*--seal* is the seal as it stands elsewhere (a letter, the register): only a seal kept apart from the dossier shows
that nobody replaced the whole of it. Exit code: 0 nothing found, 1 something found, 2 no dossier.

Controleert een verzegeld dossier. Noemt elk gewijzigd, toegevoegd, verwijderd of verwisseld bestand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

GENESIS = "0" * 64
"""What the first dossier follows."""
TAG_MANIFEST = "tagmanifest-sha256.txt"
MANIFEST = "manifest-sha256.txt"
SEAL = "seal.json"
TOKEN = "seal.tsr"
MATTER = "data/matter.json"
_OUTSIDE = (TAG_MANIFEST, SEAL, TOKEN)
"""Files that no manifest can list: the seal is made over the tag manifest."""
_MOST = 256 * 1024 * 1024
"""Bytes; a manifest or description that is larger is not ours."""
_LINE = re.compile(r"([0-9a-f]{64})  (\S(?:.*\S)?)")


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it was sealed."""

    kind: str
    """``changed``, ``added``, ``removed``, ``swapped``, ``refused``, ``broken``."""
    path: str
    nl: str
    en: str


@dataclass(frozen=True)
class Check:
    """One item that the administrative court asks for (ABRvS 3 May 2017, ECLI:NL:RVS:2017:1179)."""

    key: str
    nl: str
    en: str
    missing: tuple[tuple[str, str], ...]
    """What is not there yet, in Dutch and English; none when the item is complete."""


@dataclass
class Examined:
    """What the check of one folder gave."""

    folder: str
    faults: list[Fault] = field(default_factory=list)
    seal: str = ""
    previous: str = ""
    number: int = 0
    token: str = ""
    """SHA-256 of the time-stamp token, empty without one. Its signature is for ``openssl ts -verify``."""
    checklist: list[Check] = field(default_factory=list)
    files: int = 0

    def add(self, kind: str, path: str, nl: str, en: str) -> None:
        self.faults.append(Fault(kind, path, f"{visible(path)}: {nl}", f"{visible(path)}: {en}"))


class NoDossier(Exception):
    """The folder is no dossier at all; arguments are a Dutch and an English sentence."""


def visible(text: str) -> str:
    """*text* on one line with everything that does not print shown as its code point."""
    return "".join(c if c.isprintable() else f"⟨U+{ord(c):04X}⟩" for c in text)


def examine(folder: str, known: str = "") -> Examined:
    """Checks everything in *folder*. Nothing in it is followed, run or changed. Raises NoDossier.

    *known*: the seal as it is kept elsewhere.
    """
    if not os.path.isdir(folder) or not os.path.lexists(os.path.join(folder, TAG_MANIFEST)):
        raise NoDossier(f"{folder} is geen verzegeld dossier.", f"{folder} is no sealed dossier.")
    found = Examined(folder)
    present = _present(folder, found)
    tags = _manifest(folder, TAG_MANIFEST, found, payload=False)
    payload = _manifest(folder, MANIFEST, found, payload=True)
    listed = {**tags, **payload}
    seen: dict[str, str] = {}
    for path in sorted(present):
        if path in _OUTSIDE:
            continue
        if path not in listed:
            found.add("added", path, "toegevoegd na de verzegeling", "added after the sealing")
            continue
        seen[path] = _digest(folder, path, found)
    owners = {digest: path for path, digest in listed.items()}
    for path, digest in sorted(listed.items()):
        if path not in present:
            if not any(f.path == path and f.kind == "refused" for f in found.faults):
                found.add("removed", path, "ontbreekt", "is missing")
        elif seen[path] != digest:
            other = owners.get(seen[path])
            if other is not None:
                found.add("swapped", path, f"heeft de inhoud van {visible(other)}", f"holds what {visible(other)} held")
            elif seen[path]:
                found.add("changed", path, "gewijzigd na de verzegeling", "changed after the sealing")
    found.files = len(payload)
    _seal(folder, found, known)
    if MATTER in seen:
        _matter(folder, found)
    return found


def _present(folder: str, found: Examined) -> set[str]:
    """Every regular file by its path with ``/``; whatever else is there is refused."""
    present: set[str] = set()
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(os.path.join(folder, inside)) as entries:
            for entry in entries:
                path = f"{inside}/{entry.name}" if inside else entry.name
                mode = entry.stat(follow_symlinks=False).st_mode
                if stat.S_ISDIR(mode):
                    waiting.append(path)
                elif stat.S_ISREG(mode):
                    present.add(path)
                else:
                    found.add(
                        "refused",
                        path,
                        "is een koppeling of een bijzonder bestand; een dossier bestaat uit gewone bestanden",
                        "is a link or a special file; a dossier is made of ordinary files",
                    )
    return present


def _read(folder: str, name: str, found: Examined) -> bytes:
    """The bytes of a small file at the root; empty when it cannot be read, with the fault noted."""
    path = os.path.join(folder, *name.split("/"))
    try:
        if os.path.islink(path) or os.path.getsize(path) > _MOST:
            found.add("refused", name, "is te groot of een koppeling", "is too large or a link")
            return b""
        with open(path, "rb") as stream:
            return stream.read()
    except OSError as error:
        found.add("removed", name, f"is niet te lezen ({error.strerror})", f"cannot be read ({error.strerror})")
        return b""


def _manifest(folder: str, name: str, found: Examined, *, payload: bool) -> dict[str, str]:
    """Path → SHA-256 as *name* lists them. Lines that point outside the dossier are refused."""
    listed: dict[str, str] = {}
    try:
        lines = _read(folder, name, found).decode("utf-8").splitlines()
    except UnicodeDecodeError:
        found.add("broken", name, "is geen UTF-8", "is not UTF-8")
        return listed
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        path = match[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%") if match else ""
        if match is None:
            found.add("broken", name, f"regel {number} is beschadigd", f"line {number} is damaged")
        elif not safe(path):
            nl = f"regel {number} verwijst naar buiten het dossier: {visible(path)}"
            found.add("refused", name, nl, f"line {number} points outside the dossier: {visible(path)}")
        elif payload != path.startswith("data/"):
            nl = f"regel {number} hoort hier niet: {visible(path)}"
            found.add("broken", name, nl, f"line {number} does not belong here: {visible(path)}")
        elif path in listed:
            nl = f"regel {number} noemt {visible(path)} voor de tweede keer"
            found.add("broken", name, nl, f"line {number} names {visible(path)} a second time")
        else:
            listed[path] = match[1]
    if list(listed) != sorted(listed):
        found.add("broken", name, "de volgorde van de regels is veranderd", "the order of the lines was changed")
    return listed


def safe(path: str) -> bool:
    """A relative path of plain names that stays inside the dossier, on every operating system."""
    if not path or "\\" in path or ":" in path or any(ord(c) < 32 for c in path):
        return False
    return all(name not in ("", ".", "..") for name in path.split("/"))


def _digest(folder: str, path: str, found: Examined) -> str:
    digest = hashlib.sha256()
    try:
        with open(os.path.join(folder, *path.split("/")), "rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError as error:
        found.add("broken", path, f"is niet te lezen ({error.strerror})", f"cannot be read ({error.strerror})")
        return ""
    return digest.hexdigest()


def seal_text(number: int, instant: str, previous: str, seal: str, token: str) -> bytes:
    """What ``seal.json`` holds, to the byte."""
    body = {"instant": instant, "number": number, "previous": previous, "seal": seal, "token_sha256": token}
    return (json.dumps(body, indent=2, sort_keys=True) + "\n").encode("ascii")


def tags_of(text: str) -> dict[str, str]:
    """The fields of a ``bag-info.txt``; a line that begins with a space continues the one before."""
    fields: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if line[:1] in (" ", "\t") and name:
            fields[name] += " " + line.strip()
        elif ":" in line:
            name, _, value = line.partition(":")
            fields[name.strip()] = value.strip()
            name = name.strip()
    return fields


def _seal(folder: str, found: Examined, known: str) -> None:
    """The seal is SHA-256 over the tag manifest, which covers number and predecessor in ``bag-info.txt``."""
    found.seal = hashlib.sha256(_read(folder, TAG_MANIFEST, found)).hexdigest()
    info = tags_of(_read(folder, "bag-info.txt", found).decode("utf-8", "replace"))
    found.previous = info.get("EAA-Previous-Seal", "")
    number = info.get("EAA-Seal-Number", "")
    found.number = int(number) if number.isascii() and number.isdigit() else 0
    token_path = os.path.join(folder, TOKEN)
    token = _read(folder, TOKEN, found) if os.path.lexists(token_path) else b""
    found.token = hashlib.sha256(token).hexdigest() if token else ""
    written = _read(folder, SEAL, found)
    expected = seal_text(found.number, info.get("EAA-Sealed", ""), found.previous, found.seal, found.token)
    if written and written != expected:
        claims = _fields(written)
        if claims.get("seal") != found.seal:
            found.add(
                "broken",
                TAG_MANIFEST,
                "hoort niet bij het zegel: de lijst van bestanden is gewijzigd of vervangen",
                "does not belong to the seal: the list of files was changed or replaced",
            )
        if claims.get("token_sha256") != found.token:
            found.add("changed", TOKEN, "is niet het tijdstempel bij dit zegel", "is not the time-stamp of this seal")
        if claims.get("seal") == found.seal and claims.get("token_sha256") == found.token:
            found.add("changed", SEAL, "gewijzigd na de verzegeling", "changed after the sealing")
    if token and bytes.fromhex(found.seal) not in token:
        found.add("changed", TOKEN, "is niet over dit zegel gezet", "was not made over this seal")
    if known and known.strip().lower() != found.seal:
        nl = f"het zegel is {found.seal}, maar hoort {visible(known)} te zijn: een ander dossier, of gewijzigd"
        en = f"the seal is {found.seal}, but should be {visible(known)}: another dossier, or it was changed"
        found.add("broken", TAG_MANIFEST, nl, en)


def _fields(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _matter(folder: str, found: Examined) -> None:
    matter = _fields(_read(folder, MATTER, found))
    if not matter:
        found.add("broken", MATTER, "is niet te lezen", "cannot be read")
        return
    try:
        found.checklist = checklist(matter)
    except (TypeError, AttributeError, ValueError):
        found.add("broken", MATTER, "heeft een onbekende opbouw", "has an unknown structure")


# -- what the court asks --------------------------------------------------------------------------------------------

_ASKED: tuple[tuple[str, str, str], ...] = (
    ("where", "Waar", "Where"),
    ("when", "Wanneer", "When"),
    ("who", "Door wie", "By whom"),
    ("method", "Werkwijze", "Method"),
    ("description", "Inzichtelijke beschrijving", "Intelligible description"),
    ("signed", "Ondertekening", "Signature"),
    ("dated", "Dagtekening", "Date"),
)


def checklist(matter: dict[str, Any]) -> list[Check]:
    """The items of the case law over the contents of ``matter.json``; an item stays red until nothing is missing."""
    lacks: dict[str, list[tuple[str, str]]] = {key: [] for key, _, _ in _ASKED}

    def ask(key: str, present: object, nl: str, en: str) -> None:
        if not present or (isinstance(present, str) and not present.strip()):
            lacks[key].append((nl, en))

    scans = list(matter.get("scans") or [])
    captures = [capture for scan in scans for capture in scan.get("captures") or []]
    ask("where", matter.get("address"), "het object en zijn adres", "the target and its address")
    ask("where", captures, "ten minste één momentopname", "at least one capture")
    for capture in captures:
        label = capture.get("folder")
        complete = capture.get("address") and capture.get("final_address") and capture.get("state")
        ask("where", complete, f"adres en staat van {label}", f"address and state of {label}")
        ask("when", zoned(capture.get("instant")), f"tijdstip met zone van {label}", f"instant with zone of {label}")
    for scan in scans:
        told = scan.get("circumstances") or {}
        label = f"scan {scan.get('id')}"
        ask("where", told.get("viewport") and told.get("machine"), f"schermmaat en machine van {label}",
            f"viewport and machine of {label}")  # fmt: skip
        ask("when", zoned(scan.get("started")) and zoned(scan.get("ended")), f"begin en einde van {label}",
            f"start and end of {label}")  # fmt: skip
        versions = told.get("tool") and told.get("rule_book") and told.get("axe") and told.get("browser")
        ask("method", versions, f"versies van de instrumenten van {label}", f"versions of the instruments of {label}")
    ask("when", captures, "ten minste één momentopname", "at least one capture")
    examiner = matter.get("examiner") or {}
    ask("who", examiner.get("name"), "naam van de inspecteur", "name of the inspector")
    ask("who", examiner.get("function"), "functie van de inspecteur", "function of the inspector")
    ask("who", examiner.get("designation"), "aanwijzing of mandaat", "designation or mandate")
    ask("method", matter.get("kind"), "soort onderzoek", "kind of examination")
    ask("method", matter.get("norm"), "normenkader met versie", "norm set with version")
    ask("method", matter.get("sample"), "hoe de steekproef is gekozen", "how the sample was chosen")
    _described(matter, ask)
    signature = matter.get("signature") or {}
    ask("signed", signature.get("name") and signature.get("function"), "naam en functie van de ondertekenaar",
        "name and function of the signatory")  # fmt: skip
    ask("dated", zoned(signature.get("instant")), "datum en tijd van ondertekening", "date and time of the signature")
    return [Check(key, nl, en, tuple(dict.fromkeys(lacks[key]))) for key, nl, en in _ASKED]


def _described(matter: dict[str, Any], ask: Callable[[str, object, str, str], None]) -> None:
    findings = [finding for finding in matter.get("findings") or [] if finding.get("established", True)]
    text = matter.get("description") or ""
    ask("description", findings or text, "bevindingen of een beschrijving door een persoon",
        "findings or a description by a person")  # fmt: skip
    for finding in findings:
        for name, nl, en in (
            ("fact", "feit", "fact"),
            ("place", "plaats", "place"),
            ("requirement", "toetspunt", "requirement"),
            ("consequence", "gevolg", "consequence"),
            ("evidence", "bewijs", "evidence"),
            ("reviewer", "beoordelaar (vier ogen)", "reviewer (four eyes)"),
        ):
            label = finding.get("number")
            ask("description", finding.get(name), f"{nl} van bevinding {label}", f"{en} of finding {label}")


def zoned(text: object) -> bool:
    """*text* is an instant with its zone, not a day."""
    if not isinstance(text, str):
        return False
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).tzinfo is not None
    except ValueError:
        return False


# -- on its own -----------------------------------------------------------------------------------------------------


def chain_faults(several: list[Examined]) -> list[tuple[str, str]]:
    """Dossiers that do not follow the one numbered before them, as Dutch and English sentences."""
    by_number = {one.number: one for one in several}
    faults = []
    for number, one in sorted(by_number.items()):
        before = GENESIS if number == 1 else by_number[number - 1].seal if number - 1 in by_number else one.previous
        if one.previous != before:
            nl = f"Dossier {number} sluit niet aan op dossier {number - 1}."
            faults.append((nl, f"Dossier {number} does not follow dossier {number - 1}."))
    return faults


def main(arguments: list[str] | None = None) -> int:
    """Prints what was found; gives the exit code."""
    parser = argparse.ArgumentParser(description="Checks sealed dossiers / controleert verzegelde dossiers.")
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("folders", nargs="*", default=[here])
    parser.add_argument("--seal", default="", help="the seal as it is kept elsewhere")
    parser.add_argument("--english", action="store_true")
    given = parser.parse_args(arguments)
    say: Callable[[str, str], str] = (lambda nl, en: en) if given.english else (lambda nl, en: nl)
    several = []
    for folder in given.folders:
        try:
            several.append(examine(folder, given.seal))
        except NoDossier as error:
            print(say(*error.args), file=sys.stderr)  # noqa: T201
            return 2
    for one in several:
        print(*report(one, say), sep="\n")  # noqa: T201
    broken = chain_faults(several)
    for nl, en in broken:
        print("✗", say(nl, en))  # noqa: T201
    return 1 if broken or any(one.faults for one in several) else 0


def report(one: Examined, say: Callable[[str, str], str]) -> list[str]:
    """The lines for a reader about one dossier."""
    lines = [f"{one.folder}", f"  {say('zegel', 'seal')} {one.number}: {one.seal}"]
    lines.append(f"  {say('volgt op', 'follows')}: {one.previous}")
    stamped = say("met tijdstempel", "with time-stamp") if one.token else say("zonder tijdstempel", "no time-stamp")
    lines.append(f"  {one.files} {say('bestanden', 'files')}, {stamped}")
    for fault in one.faults:
        lines.append(f"  ✗ {say(fault.nl, fault.en)}")
    if not one.faults:
        nl, en = "Geen byte is veranderd sinds de verzegeling.", "No byte was changed since the sealing."
        lines.append(f"  ✓ {say(nl, en)}")
    for check in one.checklist:
        missing = "; ".join(say(nl, en) for nl, en in check.missing)
        lines.append(f"  {'✗' if missing else '✓'} {say(check.nl, check.en)}{': ' if missing else ''}{missing}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
