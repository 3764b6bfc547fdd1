"""The colours, in three sets (light, dark, high contrast), and the pairs that must keep their contrast."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours, each ``#rrggbb``. Names say the use, not the hue."""

    name: str
    dark: bool
    window: str
    surface: str
    """Tables, fields, cards."""
    sunken: str
    """Headers of tables, read-only fields."""
    border: str
    """Decorative lines only; nothing depends on seeing them."""
    edge: str
    """Edges of controls: 3:1 against what lies around them."""
    text: str
    soft: str
    """Secondary text; as readable as text, only calmer."""
    accent: str
    accent_hover: str
    on_accent: str
    selected: str
    """Background of the selected row."""
    hover: str
    focus: str
    failed: str
    failed_soft: str
    ask: str
    ask_soft: str
    passed: str
    passed_soft: str
    nav: str
    """Background of the panel at the left and of the menu bar."""
    nav_text: str
    nav_soft: str
    nav_field: str
    nav_edge: str
    nav_selected: str
    nav_focus: str
    mark: str
    """Outline of an element on a picture of a page."""
    mark_halo: str


LIGHT = Palette(
    name="light", dark=False,
    window="#f3f5f8", surface="#ffffff", sunken="#e9edf2", border="#d7dee6", edge="#74828f",
    text="#15212d", soft="#4c5b69",
    accent="#14568c", accent_hover="#0e416b", on_accent="#ffffff",
    selected="#dcebf8", hover="#eef4fa", focus="#0a66c9",
    failed="#b0231b", failed_soft="#fcebe9", ask="#855000", ask_soft="#fdf2de",
    passed="#1a663f", passed_soft="#e5f4eb",
    nav="#11253a", nav_text="#f2f6fa", nav_soft="#aec0d1", nav_field="#1b344d", nav_edge="#7f9ab3",
    nav_selected="#2b4f72", nav_focus="#86caff",
    mark="#d4006a", mark_halo="#ffffff",
)  # fmt: skip

DARK = Palette(
    name="dark", dark=True,
    window="#12171d", surface="#1a2129", sunken="#242d37", border="#33404c", edge="#8593a1",
    text="#e9eef3", soft="#adb9c5",
    accent="#7fbaf0", accent_hover="#a6d0f6", on_accent="#0a1a29",
    selected="#21405d", hover="#222c37", focus="#8fcbff",
    failed="#ffa198", failed_soft="#40211f", ask="#f3c274", ask_soft="#3b2d16",
    passed="#84d6a7", passed_soft="#173423",
    nav="#0b1016", nav_text="#eef3f8", nav_soft="#a3b3c2", nav_field="#17202a", nav_edge="#75889a",
    nav_selected="#21405d", nav_focus="#8fcbff",
    mark="#ff4fa3", mark_halo="#000000",
)  # fmt: skip

CONTRAST = Palette(
    name="contrast", dark=True,
    window="#000000", surface="#000000", sunken="#1a1a1a", border="#ffffff", edge="#ffffff",
    text="#ffffff", soft="#ffffff",
    accent="#ffdd33", accent_hover="#ffffff", on_accent="#000000",
    selected="#00347a", hover="#1f1f1f", focus="#ffdd33",
    failed="#ffb3ab", failed_soft="#1a0000", ask="#ffdd33", ask_soft="#1a1400",
    passed="#8cffb4", passed_soft="#00180a",
    nav="#000000", nav_text="#ffffff", nav_soft="#ffffff", nav_field="#000000", nav_edge="#ffffff",
    nav_selected="#00347a", nav_focus="#ffdd33",
    mark="#ff00ff", mark_halo="#000000",
)  # fmt: skip

PALETTES = (LIGHT, DARK, CONTRAST)

TEXT = 4.5
"""WCAG 1.4.3: text and images of text."""
PART = 3.0
"""WCAG 1.4.11: parts needed to recognise a control, and the focus indicator."""

PAIRS: tuple[tuple[str, str, float], ...] = (
    *((front, back, TEXT) for front in ("text", "soft") for back in ("window", "surface", "sunken")),
    *((front, back, TEXT)
      for front in ("text", "soft", "failed", "ask", "passed", "accent")
      for back in ("surface", "selected", "hover")),
    *((front, "window", TEXT) for front in ("failed", "ask", "passed", "accent")),
    *((front, back, TEXT)
      for front in ("text", "soft")
      for back in ("failed_soft", "ask_soft", "passed_soft")),
    ("failed", "failed_soft", TEXT), ("ask", "ask_soft", TEXT), ("passed", "passed_soft", TEXT),
    ("on_accent", "accent", TEXT), ("on_accent", "accent_hover", TEXT),
    *((front, back, TEXT)
      for front in ("nav_text", "nav_soft")
      for back in ("nav", "nav_field", "nav_selected")),
    *(("edge", back, PART) for back in ("window", "surface", "sunken")),
    *(("focus", back, PART)
      for back in ("window", "surface", "sunken", "selected", "failed_soft", "ask_soft", "passed_soft")),
    *(("nav_edge", back, PART) for back in ("nav", "nav_field")),
    *(("nav_focus", back, PART) for back in ("nav", "nav_field", "nav_selected")),
    ("mark", "mark_halo", PART),
)  # fmt: skip
"""(foreground, background, least contrast ratio) for every combination the window uses."""
