"""Runs a worker process for a scan and shows its progress; Ctrl-C stops it cleanly."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from eaa_checker.cli.speaking import Speaker, clean

_GRACE = 90.0
"""Seconds that a stopping worker gets to finish the page in progress."""


def watch(speaker: Speaker, command: list[str], total: int) -> tuple[int, dict[str, Any]]:
    """Runs *command* and follows its JSON lines; gives its exit code and its last event.

    *total*: pages that the scan will visit at most. On Ctrl-C the worker, which gets the same signal, ends by
    itself; a second Ctrl-C ends it at once.
    """
    last: dict[str, Any] = {}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stdout is not None
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[counts]}"),
        TextColumn("{task.fields[left]}"),
        TextColumn("[dim]{task.fields[address]}[/dim]", justify="left"),
        console=speaker.err,
        transient=True,
        disable=speaker.machine,
    )
    stopped = 0
    with bar:
        task = bar.add_task(speaker.words("Scannen", "Scanning"), total=total, counts="", left="", address="")
        while True:
            try:
                line = process.stdout.readline()
            except KeyboardInterrupt:
                stopped += 1
                if stopped > 1:
                    process.kill()
                    break
                bar.console.print(
                    speaker.words(
                        "Stoppen na de pagina die nu bezig is (nog eens Ctrl-C: meteen)…",
                        "Stopping after the page in progress (Ctrl-C again: at once)…",
                    )
                )
                continue
            if not line:
                break
            try:
                event = json.loads(line)
            except ValueError:
                continue
            last = event
            if speaker.machine:
                sys.stdout.write(line)
                sys.stdout.flush()
                continue
            _show(speaker, bar, task, event, total)
    try:
        code = process.wait(timeout=_GRACE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.kill()
        code = process.wait()
    for pipe in (process.stdout, process.stdin):
        if pipe is not None:
            pipe.close()
    return (130 if stopped and code in (0, -2, 130) else code), last


def _show(speaker: Speaker, bar: Progress, task: Any, event: dict[str, Any], total: int) -> None:
    done = event.get("tested", 0) + event.get("failed", 0)
    found = event.get("found", 0)
    failed = event.get("failed", 0)
    counts = speaker.words(
        f"{found} gevonden, {failed} mislukt, {event.get('observations', 0)} barrières",
        f"{found} found, {failed} failed, {event.get('observations', 0)} barriers",
    )
    left = event.get("seconds_left")
    bar.update(
        task,
        completed=done,
        total=max(done, min(total, found) if found else total),
        counts=counts,
        left=speaker.words(f"nog {_time(left)}", f"{_time(left)} left") if left is not None else "",
        address=clean(str(event.get("address", "")))[:60],
    )
    if event.get("event") == "page" and event.get("ending") not in ("captured", ""):
        ending = event.get("nl") if speaker.language == "nl" else event.get("en")
        bar.console.print(f"[dim]{clean(str(event.get('address', '')))} – {ending}[/dim]", highlight=False)


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
