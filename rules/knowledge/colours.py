"""Colour arithmetic: every computed colour form that browsers write, blending, luminance and contrast.

Sources: CSS Color Module Level 4 (syntax in section 15 "Serializing", conversions in section 18 "Sample code"
with their matrices), Compositing and Blending Level 1 (source-over), WCAG 2.2 definitions "relative luminance"
and "contrast ratio".
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple


class Colour(NamedTuple):
    """An sRGB colour: red, green, blue and opacity, each between 0 and 1, not premultiplied."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def opaque(self) -> bool:
        return self.alpha >= 0.9995

    def faded(self, opacity: float) -> Colour:
        """The same colour with its opacity multiplied."""
        return Colour(self.red, self.green, self.blue, self.alpha * opacity)

    @property
    def hex(self) -> str:
        """``#rrggbb``, the way people read colours; opacity left out."""
        return "#" + "".join(f"{max(0, min(255, round(v * 255))):02x}" for v in self[:3])


TRANSPARENT = Colour(0.0, 0.0, 0.0, 0.0)
WHITE = Colour(1.0, 1.0, 1.0)
BLACK = Colour(0.0, 0.0, 0.0)

_FUNCTION = re.compile(r"^\s*([a-z0-9-]+)\(\s*(.*?)\s*\)\s*$", re.IGNORECASE | re.DOTALL)
_HEX = re.compile(r"^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def parse(text: str) -> Colour | None:
    """The colour in a computed CSS value; None when it is none that we know (``currentcolor``, a system colour …).

    Colours outside sRGB are clipped to it, as an sRGB screen shows them.
    """
    value = text.strip().lower()
    if value == "transparent":
        return TRANSPARENT
    if match := _HEX.match(value):
        digits = match[1] if len(match[1]) > 4 else "".join(d * 2 for d in match[1])
        parts = [int(digits[i : i + 2], 16) / 255 for i in range(0, len(digits), 2)]
        return Colour(parts[0], parts[1], parts[2], parts[3] if len(parts) == 4 else 1.0)
    function = _FUNCTION.match(value)
    if function is None:
        return _NAMED.get(value)
    name, inside = function[1], function[2]
    try:
        return _from_function(name, inside)
    except (ValueError, IndexError, OverflowError):
        return None


def _from_function(name: str, inside: str) -> Colour | None:
    main, _, after = inside.partition("/")
    parts = re.split(r"[\s,]+", main.strip(" ,"))
    space = parts.pop(0) if name == "color" else name
    alpha = after.strip() or (parts[3] if len(parts) > 3 else "1")
    if space not in _READERS or len(parts) < 3:
        return None
    red, green, blue = _READERS[space](parts)
    if any(math.isnan(v) for v in (red, green, blue)):
        return None
    clipped = [max(0.0, min(1.0, v)) for v in (red, green, blue)]
    return Colour(clipped[0], clipped[1], clipped[2], max(0.0, min(1.0, _number(alpha, 1.0))))


def _number(text: str, hundred: float) -> float:
    """A number, or a percentage of *hundred*; ``none`` is 0."""
    if text == "none":
        return 0.0
    if text.endswith("%"):
        return float(text[:-1]) / 100 * hundred
    return float(text)


def _angle(text: str) -> float:
    """An angle in degrees."""
    for unit, factor in (("grad", 0.9), ("deg", 1.0), ("rad", 180 / math.pi), ("turn", 360.0)):
        if text.endswith(unit):
            return float(text[: -len(unit)]) * factor
    return _number(text, 360.0)


Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]


def _times(matrix: Matrix, vector: Sequence[float]) -> Triple:
    a, b, c = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return a, b, c


def _linear(value: float) -> float:
    """sRGB (and Display P3) transfer function undone; negative values mirrored."""
    size = abs(value)
    out = size / 12.92 if size <= 0.04045 else ((size + 0.055) / 1.055) ** 2.4
    return math.copysign(out, value)


def _encoded(value: float) -> float:
    size = abs(value)
    out = size * 12.92 if size <= 0.0031308 else 1.055 * size ** (1 / 2.4) - 0.055
    return math.copysign(out, value)


_XYZ_TO_SRGB: Matrix = (
    (3.2409699419045226, -1.537383177570094, -0.4986107602930034),
    (-0.9692436362808796, 1.8759675015077202, 0.04155505740717559),
    (0.05563007969699366, -0.20397695888897652, 1.0569715142428786),
)
_D50_TO_D65: Matrix = (
    (0.9554734527042182, -0.023098536874261423, 0.0632593086610217),
    (-0.028369706963208136, 1.0099954580058226, 0.021041398966943008),
    (0.012314001688319899, -0.020507696433477912, 1.3303659366080753),
)
_P3_TO_XYZ: Matrix = (
    (0.4865709486482162, 0.26566769316909306, 0.1982172852343625),
    (0.2289745640697488, 0.6917385218365064, 0.079286914093745),
    (0.0, 0.04511338185890264, 1.043944368900976),
)
_A98_TO_XYZ: Matrix = (
    (0.5766690429101305, 0.1855582379065463, 0.1882286462349947),
    (0.29734497525053605, 0.6273635662554661, 0.07529145849399788),
    (0.02703136138641234, 0.07068885253582723, 0.9913375368376388),
)
_PROPHOTO_TO_XYZ_D50: Matrix = (
    (0.7977604896723027, 0.13518583717574031, 0.0313493495815248),
    (0.2880711282292934, 0.7118432178101014, 0.00008565396060525902),
    (0.0, 0.0, 0.8251046025104601),
)
_REC2020_TO_XYZ: Matrix = (
    (0.6369580483012914, 0.14461690358620832, 0.1688809751641721),
    (0.2627002120112671, 0.6779980715188708, 0.05930171646986196),
    (0.0, 0.028072693049087428, 1.060985057710791),
)


def _from_xyz(xyz: Sequence[float]) -> Triple:
    red, green, blue = (_encoded(v) for v in _times(_XYZ_TO_SRGB, xyz))
    return red, green, blue


def _rgb(parts: Sequence[str]) -> Triple:
    red, green, blue = (_number(p, 255.0) / 255 for p in parts[:3])
    return red, green, blue


def _srgb(parts: Sequence[str]) -> Triple:
    red, green, blue = (_number(p, 1.0) for p in parts[:3])
    return red, green, blue


def _srgb_linear(parts: Sequence[str]) -> Triple:
    red, green, blue = (_encoded(v) for v in _srgb(parts))
    return red, green, blue


def _p3(parts: Sequence[str]) -> Triple:
    return _from_xyz(_times(_P3_TO_XYZ, [_linear(v) for v in _srgb(parts)]))


def _a98(parts: Sequence[str]) -> Triple:
    return _from_xyz(_times(_A98_TO_XYZ, [math.copysign(abs(v) ** (563 / 256), v) for v in _srgb(parts)]))


def _prophoto(parts: Sequence[str]) -> Triple:
    linear = [v / 16 if abs(v) <= 16 / 512 else math.copysign(abs(v) ** 1.8, v) for v in _srgb(parts)]
    return _xyz_d50(_times(_PROPHOTO_TO_XYZ_D50, linear))


def _rec2020(parts: Sequence[str]) -> Triple:
    alpha, beta = 1.09929682680944, 0.018053968510807

    def undo(v: float) -> float:
        size = abs(v)
        return math.copysign(size / 4.5 if size < beta * 4.5 else ((size + alpha - 1) / alpha) ** (1 / 0.45), v)

    return _from_xyz(_times(_REC2020_TO_XYZ, [undo(v) for v in _srgb(parts)]))


def _xyz(parts: Sequence[str]) -> Triple:
    return _from_xyz(_srgb(parts))


def _xyz_d50(xyz: Sequence[float]) -> Triple:
    return _from_xyz(_times(_D50_TO_D65, xyz))


def _xyz_of_d50(parts: Sequence[str]) -> Triple:
    return _xyz_d50(_srgb(parts))


def _lab_values(lightness: float, a: float, b: float) -> Triple:
    epsilon, kappa = 216 / 24389, 24389 / 27
    fy = (lightness + 16) / 116
    fx, fz = fy + a / 500, fy - b / 200
    x = fx**3 if fx**3 > epsilon else (116 * fx - 16) / kappa
    y = fy**3 if lightness > kappa * epsilon else lightness / kappa
    z = fz**3 if fz**3 > epsilon else (116 * fz - 16) / kappa
    return _xyz_d50((x * 0.3457 / 0.3585, y, z * (1 - 0.3457 - 0.3585) / 0.3585))


def _oklab_values(lightness: float, a: float, b: float) -> Triple:
    long = (lightness + 0.3963377773761749 * a + 0.2158037573099136 * b) ** 3
    middle = (lightness - 0.1055613458156586 * a - 0.0638541728258133 * b) ** 3
    short = (lightness - 0.0894841775298119 * a - 1.2914855480194092 * b) ** 3
    red, green, blue = (
        _encoded(4.0767416360759574 * long - 3.3077115392580616 * middle + 0.2309699031821044 * short),
        _encoded(-1.2684379732850317 * long + 2.6097573492876887 * middle - 0.3413193760026573 * short),
        _encoded(-0.0041960761386756 * long - 0.7034186179359362 * middle + 1.7076146940746117 * short),
    )
    return red, green, blue


def _polar(chroma: float, hue: float) -> tuple[float, float]:
    return chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))


def _lab(parts: Sequence[str]) -> Triple:
    return _lab_values(_number(parts[0], 100.0), _number(parts[1], 125.0), _number(parts[2], 125.0))


def _lch(parts: Sequence[str]) -> Triple:
    return _lab_values(_number(parts[0], 100.0), *_polar(_number(parts[1], 150.0), _angle(parts[2])))


def _oklab(parts: Sequence[str]) -> Triple:
    return _oklab_values(_number(parts[0], 1.0), _number(parts[1], 0.4), _number(parts[2], 0.4))


def _oklch(parts: Sequence[str]) -> Triple:
    return _oklab_values(_number(parts[0], 1.0), *_polar(_number(parts[1], 0.4), _angle(parts[2])))


def _hsl(parts: Sequence[str]) -> Triple:
    hue, saturation, lightness = _angle(parts[0]) % 360, _number(parts[1], 100.0), _number(parts[2], 100.0)
    saturation, lightness = saturation / 100, lightness / 100
    strength = saturation * min(lightness, 1 - lightness)

    def channel(n: float) -> float:
        k = (n + hue / 30) % 12
        return lightness - strength * max(-1.0, min(k - 3, 9 - k, 1.0))

    return channel(0), channel(8), channel(4)


def _hwb(parts: Sequence[str]) -> Triple:
    white, black = _number(parts[1], 100.0) / 100, _number(parts[2], 100.0) / 100
    if white + black >= 1:
        grey = white / (white + black)
        return grey, grey, grey
    red, green, blue = (v * (1 - white - black) + white for v in _hsl([parts[0], "100%", "50%"]))
    return red, green, blue


_READERS: Mapping[str, Callable[[Sequence[str]], Triple]] = {
    "rgb": _rgb, "rgba": _rgb, "hsl": _hsl, "hsla": _hsl, "hwb": _hwb, "lab": _lab, "lch": _lch, "oklab": _oklab,
    "oklch": _oklch, "srgb": _srgb, "srgb-linear": _srgb_linear, "display-p3": _p3, "a98-rgb": _a98,
    "prophoto-rgb": _prophoto, "rec2020": _rec2020, "xyz": _xyz, "xyz-d65": _xyz,
    "xyz-d50": _xyz_of_d50,
}  # fmt: skip

_NAMED = {"black": BLACK, "white": WHITE, "red": Colour(1.0, 0.0, 0.0), "lime": Colour(0.0, 1.0, 0.0),
          "blue": Colour(0.0, 0.0, 1.0)}  # fmt: skip
"""Computed values name no colours; these few are for what is written by hand."""


def over(top: Colour, below: Colour) -> Colour:
    """*top* painted over *below* (source-over)."""
    if top.alpha >= 0.9995 or below.alpha <= 0:
        return top
    if top.alpha <= 0:
        return below
    alpha = top.alpha + below.alpha * (1 - top.alpha)
    share = top.alpha / alpha
    return Colour(
        top.red * share + below.red * (1 - share),
        top.green * share + below.green * (1 - share),
        top.blue * share + below.blue * (1 - share),
        alpha,
    )


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """The colour *share* of the way from *one* to *other*, premultiplied, as gradients are drawn in sRGB."""
    alpha = one.alpha * (1 - share) + other.alpha * share
    if alpha <= 0:
        return TRANSPARENT

    def channel(a: float, b: float) -> float:
        return (a * one.alpha * (1 - share) + b * other.alpha * share) / alpha

    return Colour(
        channel(one.red, other.red), channel(one.green, other.green), channel(one.blue, other.blue), alpha
    )


@lru_cache(maxsize=16384)
def luminance(colour: Colour) -> float:
    """WCAG relative luminance of an opaque colour, between 0 (black) and 1 (white)."""
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """WCAG contrast ratio of two opaque colours, between 1 and 21."""
    a, b = luminance(one), luminance(other)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def same(one: Colour, other: Colour) -> bool:
    """Not to be told apart on a screen of eight bits per channel."""
    return all(abs(a - b) * 255 <= 1.01 for a, b in zip(one[:3], other[:3], strict=True))
