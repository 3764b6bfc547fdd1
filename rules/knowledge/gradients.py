"""CSS gradients as computed values: their colours, and the colour of a linear gradient at a point.

Source: CSS Images Module Level 3, section 3 "Gradients" (gradient line, colour stop fix-up, hints left out).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from rules.knowledge.colours import TRANSPARENT, Colour, mix, parse

_STEPS = 6
"""Colours looked at between two stops."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour of a gradient; *position* in *unit* ``px`` or ``%`` of the gradient line, or unit ``""`` for none."""

    colour: Colour
    position: float = 0.0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Gradient:
    """One gradient of a ``background-image``."""

    stops: tuple[Stop, ...]
    direction: str = ""
    """``"90deg"`` or ``"to right"``; empty for the default (to bottom)."""
    exact: bool = False
    """A plain linear gradient in sRGB, so that ``at`` tells its colour."""
    partial: bool = False
    """It has a size of its own: perhaps it fills only part of the box, and at a point there may be none of it."""

    @property
    def opaque(self) -> bool:
        """Nothing under it shows, wherever in the box."""
        return not self.partial and all(stop.colour.opaque for stop in self.stops)

    def colours(self) -> list[Colour]:
        """Its stops and what lies between them; transparent too when it may not be there at all."""
        found: list[Colour] = []
        for one, other in zip(self.stops, self.stops[1:], strict=False):
            found += [mix(one.colour, other.colour, step / _STEPS) for step in range(_STEPS)]
        found.append(self.stops[-1].colour)
        if self.partial:
            found.append(TRANSPARENT)
        return list(dict.fromkeys(found))

    def at(self, x: float, y: float, width: float, height: float) -> Colour:
        """The colour at a point (from the left and top) of a box of that size; only where it is ``exact``."""
        return self.line(width, height).at(x, y)

    def line(self, width: float, height: float) -> GradientLine:
        """How it lies in a box of that size; only where it is ``exact``."""
        angle = _angle(self.direction, width, height)
        sine, cosine = math.sin(angle), math.cos(angle)
        length = abs(width * sine) + abs(height * cosine)
        places = _placed(self.stops, length)
        return GradientLine(self.stops, tuple(places), sine, cosine, width, height, length)


@dataclass(frozen=True, slots=True)
class GradientLine:
    """The line of an exact gradient in a box of a certain size, with the places of its stops in px along it."""

    stops: tuple[Stop, ...]
    places: tuple[float, ...]
    sine: float
    cosine: float
    width: float
    height: float
    length: float

    def at(self, x: float, y: float) -> Colour:
        """The colour at a point, from the left and top of the box."""
        along = (x - self.width / 2) * self.sine - (y - self.height / 2) * self.cosine + self.length / 2
        places = self.places
        if along <= places[0]:
            return self.stops[0].colour
        for i in range(1, len(places)):
            if along < places[i]:
                span = places[i] - places[i - 1]
                share = (along - places[i - 1]) / span if span > 0 else 1.0
                return mix(self.stops[i - 1].colour, self.stops[i].colour, share)
        return self.stops[-1].colour


def _placed(stops: tuple[Stop, ...], length: float) -> list[float]:
    """Positions in px along the gradient line, missing ones filled in, never going back."""
    raw: list[float | None] = [
        None if s.unit == "" else s.position if s.unit == "px" else s.position / 100 * length for s in stops
    ]
    if raw[0] is None:
        raw[0] = 0.0
    if raw[-1] is None:
        raw[-1] = length
    highest = -math.inf
    for i, place in enumerate(raw):
        if place is not None:
            highest = max(highest, place)
            raw[i] = highest
    places: list[float] = []
    for i, place in enumerate(raw):
        if place is not None:
            places.append(place)
            continue
        ahead = next(k for k in range(i + 1, len(raw)) if raw[k] is not None)
        goal = raw[ahead]
        assert goal is not None
        places.append(places[-1] + (goal - places[-1]) / (ahead - i + 1))
    return places


_SIDES = {"top": 0.0, "right": math.pi / 2, "bottom": math.pi, "left": -math.pi / 2}


def _angle(direction: str, width: float, height: float) -> float:
    """Direction of the gradient line in radians, clockwise from the top."""
    if not direction:
        return math.pi
    if direction.endswith("deg"):
        return math.radians(float(direction[:-3]))
    sides = set(direction.split()[1:])
    if len(sides) == 2:
        # "Magic corners": the 50% line runs through the two other corners.
        across = math.atan2(height, width) if width or height else math.pi / 4
        if "right" in sides:
            return across if "top" in sides else math.pi - across
        return -across if "top" in sides else math.pi + across
    return _SIDES.get(next(iter(sides), ""), math.pi)


def split(text: str, separator: str = ",") -> list[str]:
    """*text* cut at the separators that stand outside brackets and quotes."""
    parts: list[str] = []
    depth, start, quote = 0, 0, ""
    for i, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char == separator and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    parts.append(text[start:].strip())
    return [p for p in parts if p]


_GRADIENT = re.compile(r"^(-webkit-)?(repeating-)?(linear|radial|conic)-gradient\((.*)\)$", re.DOTALL)
_DIRECTION = re.compile(r"^(to [a-z ]+|-?[\d.]+deg)$")
_LENGTH = re.compile(r"^(-?[\d.]+(?:e-?\d+)?)(px|%)$")


@lru_cache(maxsize=1024)
def parse_gradient(text: str) -> Gradient | None:
    """The gradient in one computed background layer; None when it is none or has a colour we do not know."""
    match = _GRADIENT.match(text.strip())
    if match is None:
        return None
    parts = split(match[4])
    exact = match[3] == "linear" and not match[1] and not match[2]
    direction = ""
    stops: list[Stop] = []
    for number, part in enumerate(parts):
        pieces = split(part, " ")
        colour = parse(pieces[0]) if pieces else None
        if colour is None:
            if number == 0:
                # Direction, shape or colour space; or nothing that we know.
                if _DIRECTION.match(part):
                    direction = part
                else:
                    exact = False
                continue
            if len(pieces) == 1 and _LENGTH.match(pieces[0]):
                exact = False  # A hint moves the middle; the colours stay the same.
                continue
            return None
        places = [_LENGTH.match(p) for p in pieces[1:]]
        if any(p is None for p in places):
            exact = False
        known = [p for p in places if p is not None]
        if not known:
            stops.append(Stop(colour))
        stops.extend(Stop(colour, float(p[1]), p[2]) for p in known)
    if not stops:
        return None
    if len(stops) == 1:
        stops = [stops[0], stops[0]]
    return Gradient(tuple(stops), direction, exact)
