"""What a screen reader has: the accessibility bus (AT-SPI) of a screen of its own, and nothing of the program's code.

``Screen`` starts an X server without a monitor, a session bus and the accessibility services; ``ScreenReader`` reads
the tree that programs put on the bus, hears what they announce, and works controls through their own actions, text
interfaces and keys. All over D-Bus, so the window runs as it does on a desktop.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

T = TypeVar("T")
NEEDED = ("Xvfb", "dbus-daemon", "openbox")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
ATSPI = "org.a11y.atspi"
REGISTRY = f"{ATSPI}.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
PRESS, RELEASE, BY_SYMBOL = 0, 1, 3
"""Kinds of DeviceEventController.GenerateKeyboardEvent (AtspiKeySynthType)."""
CODES = {"Control": 37, "Shift": 50, "Alt": 64}
"""Key codes of the modifiers on the X server's usual keyboard."""
SYMBOLS = {
    "Tab": 0xFF09, "Return": 0xFF0D, "Escape": 0xFF1B, "Space": 0x20, "Home": 0xFF50, "Left": 0xFF51, "Up": 0xFF52,
    "Right": 0xFF53, "Down": 0xFF54, "End": 0xFF57, **{f"F{n}": 0xFFBD + n for n in range(1, 13)},
}  # fmt: skip
STATES = {"checked": 4, "enabled": 8, "focusable": 11, "focused": 12, "selected": 23, "sensitive": 24, "showing": 25}
"""Numbers of AtspiStateType that are asked for here."""


def missing() -> str:
    """What of this is not installed; empty when nothing is."""
    absent = [program for program in NEEDED if shutil.which(program) is None]
    absent += [] if any(Path(one).exists() for one in LAUNCHERS) else ["at-spi2-core"]
    return ", ".join(absent)


class Screen:
    """An X server without a monitor and a session bus, while the context lasts; ``environment`` is for programs."""

    def __init__(self, home: Path, size: str = "1280x900x24") -> None:
        self._home, self._size = home, size
        self._started: list[subprocess.Popen[str]] = []
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        server = self.start("Xvfb", "-displayfd", "1", "-screen", "0", self._size, "-nolisten", "tcp")
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")},
            "DISPLAY": f":{_line(server)}",
            "HOME": str(self._home),
            "XDG_RUNTIME_DIR": str(self._home),
            "XDG_CONFIG_HOME": str(self._home / "config"),
            "XDG_DATA_HOME": str(self._home / "data"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
        }
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address", environment=self.environment)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = _line(bus)
        # A window that appears before the window manager gets no keyboard.
        desk = self.start("openbox", "--startup", "echo ready", environment=self.environment)
        _line(desk)
        return self

    def start(self, *command: str, environment: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        """Starts a program that ends with the screen."""
        with (self._home / f"{Path(command[0]).name}.log").open("w") as log:
            program = subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=None if environment is None else dict(environment),
            )
        self._started.append(program)
        return program

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for program in reversed(self._started):
            program.terminate()
        for program in self._started:
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(5)
            if program.poll() is None:
                program.kill()
                program.wait()
            if program.stdout is not None:
                program.stdout.close()


def _line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    said = program.stdout.readline().strip()
    assert said, f"{program.args} said nothing"
    return said


@dataclass(frozen=True, slots=True)
class Node:
    """One object of the tree: the program that owns it and its path there."""

    reader: ScreenReader
    owner: str
    path: str

    def __repr__(self) -> str:
        try:
            return f"{self.role} “{self.name}”"
        except Gone:
            return f"{self.path}, which is gone"

    def call(self, interface: str, method: str, signature: str | None = None, *values: Any) -> Any:
        return self.reader.call(self.owner, self.path, f"{ATSPI}.{interface}", method, signature, *values)

    def ask(self, name: str, interface: str = "Accessible") -> Any:
        return self.reader.ask(self.owner, self.path, f"{ATSPI}.{interface}", name)

    @property
    def name(self) -> str:
        return str(self.ask("Name"))

    @property
    def description(self) -> str:
        return str(self.ask("Description"))

    @property
    def role(self) -> str:
        return str(self.call("Accessible", "GetRoleName"))

    @property
    def states(self) -> set[str]:
        low, high = self.call("Accessible", "GetState")
        bits = low | high << 32
        return {name for name, number in STATES.items() if bits >> number & 1}

    @property
    def children(self) -> list[Node]:
        return [Node(self.reader, owner, path) for owner, path in self.call("Accessible", "GetChildren")]

    @property
    def text(self) -> str:
        """What its text interface holds."""
        return str(self.call("Text", "GetText", "ii", 0, -1))

    @property
    def value(self) -> float:
        return float(self.ask("CurrentValue", "Value"))

    def turn_to(self, number: float) -> None:
        """Sets its value, as of a spin box."""
        self.reader.tell(self.owner, self.path, f"{ATSPI}.Value", "CurrentValue", "d", number)

    @property
    def actions(self) -> list[str]:
        return [str(name) for name, _words, _key in self.call("Action", "GetActions")]

    def do(self, *wanted: str) -> None:
        """Does the first of the actions *wanted* that it has (``Press``, ``Toggle`` …)."""
        there = self.actions
        chosen = next((name for name in wanted if name in there), None)
        assert chosen is not None, f"{self!r} has {there}, not {wanted}"
        assert self.call("Action", "DoAction", "i", there.index(chosen))

    def press(self) -> None:
        self.do("Press", "press")

    def begin(self, action: str) -> None:
        """Asks for *action* without waiting for its end, which a dialog may put off."""
        message = new_method_call(
            DBusAddress(self.path, self.owner, f"{ATSPI}.Action"), "DoAction", "i", (self.actions.index(action),)
        )
        self.reader.send(message)

    def focus(self) -> None:
        self.call("Component", "GrabFocus")

    def type(self, text: str) -> None:
        """Puts *text* in the field through its text interface."""
        assert self.call("EditableText", "SetTextContents", "s", text), f"{self!r} takes no text"

    def cell(self, row: int, column: int) -> Node:
        """A cell of a table."""
        owner, path = self.call("Table", "GetAccessibleAt", "ii", row, column)
        return Node(self.reader, owner, path)

    @property
    def rows(self) -> int:
        return int(self.ask("NRows", "Table"))


class ScreenReader:
    """Listens to the accessibility bus of a screen."""

    def __init__(self, screen: Screen) -> None:
        session = open_dbus_connection(screen.environment["DBUS_SESSION_BUS_ADDRESS"])
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        address = self._answer(session, new_method_call(status, "GetAddress"))[0]
        # Programs look here to learn that somebody listens.
        switch = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            self._answer(session, Properties(switch).set(name, "b", True))
        self._session = session
        self._bus = open_dbus_connection(str(address))
        self.said: list[str] = []
        """What programs announced, in order."""
        self.focused: list[Node] = []
        """What took the focus, in order."""
        for event in ("object:announcement", "object:state-changed:focused"):
            self.call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent", "s", event)
        for member in ("Announcement", "StateChanged"):
            rule = MatchRule(type="signal", interface=f"{ATSPI}.Event.Object", member=member)
            self._answer(self._bus, message_bus.AddMatch(rule))

    def close(self) -> None:
        self._bus.close()
        self._session.close()

    # -- the bus ----------------------------------------------------------------------------------------------------

    def _answer(self, connection: DBusConnection, message: Any) -> Any:
        """The body of the answer to *message*; events that come in between are kept."""
        serial = next(connection.outgoing_serial)
        connection.send(message, serial=serial)
        while True:
            came = connection.receive(timeout=60)
            if came.header.fields.get(HeaderFields.reply_serial) == serial:
                if came.header.message_type is MessageType.error:
                    raise Gone(str(came.body))
                return came.body
            self._hear(came)

    def _hear(self, came: Any) -> None:
        fields = came.header.fields
        if came.header.message_type is not MessageType.signal:
            return
        member = fields.get(HeaderFields.member)
        if member == "Announcement":
            self.said.append(str(came.body[3][1]))
        elif member == "StateChanged" and came.body[0] == "focused" and came.body[1]:
            self.focused.append(Node(self, fields[HeaderFields.sender], fields[HeaderFields.path]))

    def send(self, message: Any) -> None:
        """Sends it; its answer is passed over when it comes."""
        self._bus.send(message)

    def call(
        self, owner: str, path: str, interface: str, method: str, signature: str | None = None, *values: Any
    ) -> Any:
        answer = self._answer(
            self._bus, new_method_call(DBusAddress(path, owner, interface), method, signature, values)
        )
        return answer[0] if len(answer) == 1 else answer

    def ask(self, owner: str, path: str, interface: str, name: str) -> Any:
        return self._answer(self._bus, Properties(DBusAddress(path, owner, interface)).get(name))[0][1]

    def tell(self, owner: str, path: str, interface: str, name: str, signature: str, value: Any) -> None:
        self._answer(self._bus, Properties(DBusAddress(path, owner, interface)).set(name, signature, value))

    # -- reading ----------------------------------------------------------------------------------------------------

    def program(self, name: str, seconds: float = 90.0) -> Node:
        """The root of the program of that name, as soon as it is on the bus."""
        desktop = Node(self, REGISTRY, ROOT)
        return self.until(lambda: next((one for one in desktop.children if one.name == name), None), seconds, name)

    def walk(self, node: Node, *, hidden: bool = False) -> Iterator[Node]:
        """Everything under *node* that is shown; tables are not walked into, their cells are asked for."""
        for child in node.children:
            with contextlib.suppress(Gone):
                if not hidden and "showing" not in child.states and child.role != "menu item":
                    continue
                yield child
                if child.role not in ("table", "tree table", "list", "tree"):
                    yield from self.walk(child, hidden=hidden)

    def find(self, inside: Node, role: str, name: str, seconds: float = 60.0) -> Node:
        """The shown object with that role whose name holds *name*, as soon as it is there."""

        def look() -> Node | None:
            return next((n for n in self.walk(inside) if n.role == role and name in n.name), None)

        try:
            return self.until(look, seconds, f"{role} “{name}”")
        except AssertionError as error:
            shown = [repr(one) for one in self.walk(inside)]
            raise AssertionError(f"{error}; shown: {shown}") from None

    def until(self, look: Callable[[], T | None], seconds: float, what: str) -> T:
        """What *look* gives as soon as it gives something."""
        end = time.monotonic() + seconds
        while True:
            found = None
            with contextlib.suppress(Gone):
                found = look()
            if found:
                return found
            assert time.monotonic() < end, f"not found: {what}; said: {self.said[-5:]}"
            self.listen(0.1)

    def listen(self, seconds: float) -> None:
        """Hears what is announced meanwhile."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                self._hear(self._bus.receive(timeout=left))
            except TimeoutError:
                return

    def hear(self, words: str, seconds: float = 60.0) -> str:
        """The announcement with those words, as soon as it was made."""
        return self.until(lambda: next((one for one in self.said if words in one), None), seconds, f"say “{words}”")

    # -- keys -------------------------------------------------------------------------------------------------------

    def key(self, keys: str) -> None:
        """Presses keys like ``Control+Shift+n`` through the accessibility bus (XTest)."""
        *modifiers, last = keys.split("+")
        for name in modifiers:
            self._generate(CODES[name], PRESS)
        self._generate(SYMBOLS.get(last) or ord(last), BY_SYMBOL)
        for name in reversed(modifiers):
            self._generate(CODES[name], RELEASE)

    def _generate(self, key: int, kind: int) -> None:
        controller = f"{ATSPI}.DeviceEventController"
        path = "/org/a11y/atspi/registry/deviceeventcontroller"
        self.call(REGISTRY, path, controller, "GenerateKeyboardEvent", "isu", key, "", kind)


class Gone(Exception):
    """The object is not there any more, or does not know the interface."""
