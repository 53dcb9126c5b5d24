"""Cuts the two families to what the shop uses: small woff2 files for pages, static TTF files for PDFs.

`npm run build` calls it with a folder; it needs fontTools with brotli. A page in English fetches the two Latin files
only; the second pair is fetched when a name or a place needs it, by `unicode-range` in `css/fonts.css`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

PACKAGES = Path(__file__).resolve().parents[3] / "node_modules" / "@fontsource-variable"
LATIN = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    0x131, 0x152, 0x153, 0x2C6, 0x2DA, 0x2DC,
    *range(0x2010, 0x2016),
    0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033,
    0x2039, 0x203A, 0x2044, 0x20AC, 0x2122, 0x2212,
]  # fmt: skip
LATIN_EXTENDED = [
    *range(0x100, 0x131),
    *range(0x132, 0x152),
    *range(0x154, 0x250),
    *range(0x1E80, 0x1E86),
    0x1E9E,
    0x1EF2,
    0x1EF3,
]


@dataclass(frozen=True)
class Family:
    """A family, the stem of its files, where they come from and which of its axes pages keep."""

    name: str
    stem: str
    source: str
    axes: Mapping[str, int | tuple[int, int]]

    def open(self, script: str) -> TTFont:
        return TTFont(PACKAGES / self.source.format(script=script))


@dataclass(frozen=True)
class Style:
    """One static font of a family: its name, its weight and the place on the axes it is drawn for."""

    family: Family
    name: str
    weight: int
    place: Mapping[str, int]


IMBUE = Family("Imbue", "imbue", "imbue/files/imbue-{script}-opsz-normal.woff2", {"wght": 400, "opsz": (20, 100)})
SANS = Family(
    "Instrument Sans",
    "instrument-sans",
    "instrument-sans/files/instrument-sans-{script}-wght-normal.woff2",
    {"wght": (400, 650)},
)
STYLES = (
    Style(IMBUE, "Regular", 400, {"wght": 400, "opsz": 40}),
    Style(SANS, "Regular", 400, {"wght": 400}),
    Style(SANS, "SemiBold", 600, {"wght": 600}),
)


def main(folder: Path) -> None:
    """Write every file into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for family in (IMBUE, SANS):
        _web_font(family, "latin", LATIN, folder / f"{family.stem}.woff2")
        _web_font(family, "latin-ext", LATIN_EXTENDED, folder / f"{family.stem}-extended.woff2")
    for style in STYLES:
        _static_font(style, folder)


def _web_font(family: Family, script: str, wanted: list[int], target: Path) -> None:
    font = instantiateVariableFont(family.open(script), dict(family.axes))
    _keep(font, wanted)
    font.flavor = "woff2"
    font.save(target)


def _static_font(style: Style, folder: Path) -> None:
    family = style.family
    parts = []
    for script, wanted in (("latin", LATIN), ("latin-ext", LATIN_EXTENDED)):
        font = instantiateVariableFont(family.open(script), dict(style.place))
        _keep(font, wanted)
        font.flavor = None
        part = folder / f".{family.stem}-{style.name}-{script}.ttf"
        font.save(part)
        parts.append(part)
    font = Merger().merge([str(part) for part in parts])
    _rename(font, family.name, style)
    font.save(folder / f"{family.name.replace(' ', '')}-{style.name}.ttf")
    for part in parts:
        part.unlink()


def _keep(font: TTFont, wanted: list[int]) -> None:
    options = Options(hinting=False, desubroutinize=True, notdef_outline=True, recalc_timestamp=False)
    options.layout_features = [*options.layout_features, "tnum", "pnum"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def _rename(font: TTFont, family: str, style: Style) -> None:
    """One family name for all its styles, so that a typesetter finds them by weight."""
    plain = style.name in ("Regular", "Bold")
    names = {
        1: family if plain else f"{family} {style.name}",
        2: style.name if plain else "Regular",
        4: f"{family} {style.name}",
        6: f"{family.replace(' ', '')}-{style.name}",
        16: family,
        17: style.name,
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    for number, words in names.items():
        table.setName(words, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = style.weight


if __name__ == "__main__":
    main(Path(sys.argv[1]))
