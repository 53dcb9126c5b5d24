"""The nine colourways, a few materials and the rooms, because a shop looks collected when all of it comes from one palette.

Every colour is reckoned in OKLCH and brought into sRGB by giving up chroma, so hue and lightness are kept exactly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache


@cache
def hexed(lightness: float, chroma: float, hue: float) -> str:
    """An OKLCH colour as `#rrggbb`; chroma is reduced until it fits."""
    while True:
        a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
        long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
        middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
        rgb = (
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
        )
        if chroma < 0.002 or all(-0.0005 <= part <= 1.0005 for part in rgb):
            return "#" + "".join(f"{_channel(part):02x}" for part in rgb)
        chroma -= 0.004


def _channel(linear: float) -> int:
    part = min(max(linear, 0.0), 1.0)
    return round(255 * (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055))


# hue, chroma, lightness of the body tone
COLOURWAYS: dict[str, tuple[float, float, float]] = {
    "damson": (355, 0.125, 0.42),
    "rose": (10, 0.085, 0.76),
    "persimmon": (40, 0.16, 0.66),
    "butter": (90, 0.115, 0.87),
    "moss": (125, 0.085, 0.56),
    "celadon": (165, 0.055, 0.77),
    "cornflower": (262, 0.105, 0.62),
    "oat": (80, 0.028, 0.90),
    "ink": (345, 0.03, 0.30),
}
MATERIALS: dict[str, tuple[float, float, float]] = {
    "brass": (82, 0.105, 0.74),
    "steel": (250, 0.012, 0.76),
    "oak": (68, 0.075, 0.72),
    "walnut": (50, 0.065, 0.46),
    "kraft": (70, 0.055, 0.73),
    "rattan": (76, 0.08, 0.80),
    "clear": (200, 0.022, 0.86),
    "amber": (62, 0.13, 0.62),
}

# wall and table, each lightness, chroma, hue
ROOMS: dict[str, tuple[tuple[float, float, float], tuple[float, float, float]]] = {
    "morning": ((0.945, 0.022, 80), (0.885, 0.036, 72)),
    "blush": ((0.895, 0.042, 20), (0.83, 0.062, 18)),
    "garden": ((0.875, 0.035, 150), (0.81, 0.05, 148)),
    "sky": ((0.885, 0.03, 255), (0.82, 0.048, 258)),
    "lemon": ((0.925, 0.065, 92), (0.875, 0.09, 86)),
    "apricot": ((0.87, 0.07, 62), (0.80, 0.095, 55)),
    "clay": ((0.70, 0.10, 38), (0.62, 0.115, 36)),
    "lilac": ((0.87, 0.045, 315), (0.80, 0.062, 318)),
    "slate": ((0.62, 0.055, 255), (0.54, 0.065, 258)),
    "dusk": ((0.47, 0.085, 352), (0.39, 0.09, 350)),
    "night": ((0.385, 0.085, 352), (0.33, 0.09, 350)),
}
DAY_ROOMS = ("morning", "blush", "garden", "sky", "lemon", "apricot", "clay", "lilac")
EVENING_ROOMS = ("dusk", "night", "slate")


@dataclass(frozen=True)
class Tone:
    """Five tones of one colour, warmer in the light and cooler in the shade, and one for thin lines."""

    name: str
    glow: str
    light: str
    body: str
    shade: str
    deep: str
    ink: str


BRASS = Tone(
    "brass",
    hexed(0.94, 0.06, 92),
    hexed(0.86, 0.09, 88),
    hexed(0.74, 0.105, 82),
    hexed(0.62, 0.10, 74),
    hexed(0.50, 0.085, 66),
    hexed(0.40, 0.07, 60),
)


@cache
def tone(name: str) -> Tone:
    """The tones of a colourway or a material."""
    if name == "brass":
        return BRASS
    hue, chroma, light = COLOURWAYS[name] if name in COLOURWAYS else MATERIALS[name]
    return Tone(
        name,
        glow=hexed(min(light + 0.17, 0.985), chroma * 0.45, hue + 4),
        light=hexed(min(light + 0.075, 0.965), chroma * 0.85, hue + 2),
        body=hexed(light, chroma, hue),
        shade=hexed(light - 0.085, chroma * 1.03, hue - 4),
        deep=hexed(light - 0.19, chroma * 0.95, hue - 8),
        ink=hexed(max(light - 0.34, 0.2), chroma * 0.8, hue - 8),
    )


def suits(room: str, colour: str) -> bool:
    """Whether a subject of this colour stands out in this room: sixty degrees of hue or a fifth of lightness."""
    (wall_light, wall_chroma, wall_hue), _table = ROOMS[room]
    hue, chroma, light = COLOURWAYS[colour] if colour in COLOURWAYS else MATERIALS[colour]
    apart = abs((hue - wall_hue + 180) % 360 - 180)
    if abs(light - wall_light) >= 0.2:
        return True
    # a hue only tells where there is enough colour to see it
    return apart >= 60 and abs(light - wall_light) + (chroma + wall_chroma) * 0.6 >= 0.055
