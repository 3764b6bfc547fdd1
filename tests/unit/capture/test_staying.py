"""A page that leaves while its behaviour is watched: nothing of what came instead is taken for it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, cast

from eaa_checker.browser.tab import Tab
from eaa_checker.capture.probes import behave
from eaa_checker.capture.scene import Behaviour, Scene


class Gone:
    """A tab whose page leaves when the second probe runs."""

    def __init__(self) -> None:
        self.page = 1
        self.watched = False

    async def evaluate(self, expression: str, *, frame_id: str = "", seconds: float = 5.0) -> Any:
        if expression.endswith('("start")'):
            self.watched = True
            return True
        return self.watched and self.page == 1


def test_probes_after_the_page_left_are_not_run_and_what_they_would_say_is_not_kept() -> None:
    tab = Gone()
    ran: list[str] = []

    def probe(name: str, *, leaves: bool = False) -> Behaviour:
        async def observe(scene: Scene) -> Mapping[str, Any]:
            ran.append(name)
            if leaves:
                tab.page = 2
            return {scene.top: name}

        return Behaviour(name, observe, 2.0)

    scene = Scene(cast(Tab, tab), ("F",), {})
    notes = asyncio.run(behave(scene, (), (probe("first"), probe("second", leaves=True), probe("third"))))
    assert ran == ["first", "second"]
    assert scene.records == {"first": {"F": "first"}}
    assert notes == ["probe second: the page left", "probe third not run: the page left during second"]


def test_a_slow_page_keeps_what_was_recorded_and_the_last_probes_are_left_out() -> None:
    tab = Gone()

    async def at_once(scene: Scene) -> Mapping[str, Any]:
        return {scene.top: 1}

    async def slowly(scene: Scene) -> Mapping[str, Any]:
        await asyncio.sleep(30)
        return {scene.top: 2}

    scene = Scene(cast(Tab, tab), ("F",), {})
    probes = (Behaviour("quick", at_once, 5.0), Behaviour("slow", slowly, 60.0), Behaviour("late", at_once, 5.0))
    notes = asyncio.run(behave(scene, (), probes, seconds=1.0))
    assert scene.records == {"quick": {"F": 1}}
    assert notes == ["probe slow stopped after 1 s", "probe late not run: the time for this page was up"]
    late = Scene(cast(Tab, tab), ("F",), {})
    assert len(asyncio.run(behave(late, (), probes, seconds=-3.0))) == 3
    assert late.records == {}
