"""Judges stored captures again, without a browser: by the rule book in force here, or by another one.

Another rule book is loaded in a process of its own (``python -m eaa_checker.casework.rejudging``), since a process
has only one package ``rules``. Where the judging code of its day was kept with it (`eaa_checker.dossier.instrument`)
that code judges: this module then runs from the archive, so what goes in and comes out may never change.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO, Any, BinaryIO, Self

import orjson

import rules
from eaa_checker.capture.taking import page_of
from eaa_checker.dossier.observed import Plain, plain
from eaa_checker.errors import RuleBookProblem
from eaa_checker.judging.observing import judge_late, judge_own, observe
from rules import book

Judged = tuple[list[Plain], dict[str, int]]
"""The observations of one capture, and how many targets passed each rule."""


def judge(number: int, tree: bytes, records: bytes, axe: bytes, settled: bool) -> Judged:
    """Judges capture *number* from its stored parts, just as during the visit."""
    loaded = book.load()
    # In two steps, as during the visit: judge_late gives the judgements their order.
    own = judge_late(judge_own(page_of(tree, records), loaded, early=True), {}, loaded)
    seen = observe(own, orjson.loads(axe) if axe else None, loaded, settled=settled)
    return [plain(observation, {0: number}) for observation in seen], dict(own.passed)


class Judge:
    """Judges captures one by one. Use as a context manager."""

    def __init__(self, folder: Path | None = None) -> None:
        """*folder*: where another rule book stands as ``rules``, perhaps with its judging code; None takes ours."""
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._complaints: IO[bytes] | None = None
        self.version = rules.VERSION

    def __enter__(self) -> Self:
        if self._folder is not None:
            self._complaints = tempfile.TemporaryFile()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "eaa_checker.casework.rejudging"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                env={**os.environ, "PYTHONPATH": str(self._folder), "PYTHONDONTWRITEBYTECODE": "1"},
            )
            try:
                hello = self._answer()
                self.version = str(hello["version"])
                if Path(hello["rules"]) != (self._folder / "rules").resolve():
                    raise _unusable(f"{hello['rules']} was loaded instead")
            except BaseException:
                self.__exit__(None, None, None)
                raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            with contextlib.suppress(OSError):
                assert self._process.stdin is not None
                assert self._process.stdout is not None
                self._process.stdin.close()
                self._process.stdout.close()
            self._process.kill()
            self._process.wait()
        if self._complaints is not None:
            self._complaints.close()

    def judge(self, number: int, tree: bytes, records: bytes, axe: bytes, settled: bool) -> Judged:
        """See `judge`. Raises RuleBookProblem when the other rule book does not work with this version."""
        if self._process is None:
            return judge(number, tree, records, axe, settled)
        assert self._process.stdin is not None
        try:
            pickle.dump((number, tree, records, axe, settled), self._process.stdin)
            self._process.stdin.flush()
        except OSError as error:
            raise _unusable(str(error)) from error
        answer = self._answer()
        if "error" in answer:
            raise ValueError(answer["error"])
        return answer["observations"], answer["passed"]

    def _answer(self) -> dict[str, Any]:
        assert self._process is not None
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise _unusable(self._last_complaint() or "it cannot be loaded")
        answer: dict[str, Any] = json.loads(line)
        if "fatal" in answer:
            raise _unusable(answer["fatal"])
        return answer

    def _last_complaint(self) -> str:
        """The last line that the process wrote to its standard error."""
        if self._complaints is None:
            return ""
        self._complaints.seek(0)
        lines = self._complaints.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:300] if lines else ""


def _unusable(reason: str) -> RuleBookProblem:
    return RuleBookProblem(
        f"Dit regelboek werkt niet met deze versie van EAA Checker: {reason}",
        f"This rule book does not work with this version of EAA Checker: {reason}",
    )


def _serve(source: BinaryIO, out: BinaryIO) -> None:
    """The other process: a pickled capture in, one line of JSON out."""

    def say(value: Any) -> None:
        out.write(json.dumps(value).encode("ascii") + b"\n")
        out.flush()

    try:
        book.load()
    except (book.ForeignRuleBook, book.FaultyRule) as error:
        say({"fatal": str(error)})
        return
    say({"version": rules.VERSION, "rules": str(Path(rules.__path__[0]).resolve())})
    while True:
        try:
            capture = pickle.load(source)
        except EOFError:
            return
        try:
            observations, passed = judge(*capture)
        except Exception as error:  # noqa: BLE001 - one bad capture must not stop the rehearsal
            say({"error": f"{type(error).__name__}: {error}"})
        else:
            say({"observations": observations, "passed": passed})


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
