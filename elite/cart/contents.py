"""What is in a cart, as a value that can be written two ways: as a hash for Redis and as JSON for the row.

A cart's contents carry the ids of their last changes, newest last. They tell, without a clock and without a lock, which
of two copies knows of the other: contents that contain the other's last change are its descendants.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from elite.kernel.money import Money

MOST_LINES = 200
STEPS_KEPT = 8
CHANGES_KEPT = 128
"""More than this many changes of one cart are never in flight at once: a process answers 64 requests at a time."""


@dataclass(frozen=True, slots=True)
class Line:
    """So many of one SKU. `seen_price` is the unit price the shopper last agreed to; `saved` lines wait for later."""

    sku: str
    quantity: int
    seen_price: Money | None
    saved: bool
    position: int

    def packed(self) -> str:
        seen = "" if self.seen_price is None else str(self.seen_price.minor)
        return f"{self.quantity}|{seen}|{int(self.saved)}|{self.position}"

    @classmethod
    def unpacked(cls, sku: str, text: str) -> Line:
        quantity, seen, saved, position = text.split("|")
        return cls(sku, int(quantity), Money.of(int(seen)) if seen else None, saved == "1", int(position))


@dataclass(frozen=True, slots=True)
class Step:
    """One change that can be taken back: the line of `sku` was `before` (None: there was none)."""

    version: int
    change: str
    kind: str
    sku: str
    before: Line | None

    def packed(self) -> str:
        return "\t".join((self.change, self.kind, self.sku, self.before.packed() if self.before else ""))

    @classmethod
    def unpacked(cls, version: int, text: str) -> Step:
        change, kind, sku, before = text.split("\t")
        return cls(version, change, kind, sku, Line.unpacked(sku, before) if before else None)


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a cart knows, at one version. `lines` are for buying and saved ones together, by position."""

    version: int = 0
    lines: tuple[Line, ...] = ()
    steps: tuple[Step, ...] = ()
    codes: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()

    @property
    def last_change(self) -> str:
        return self.recent[-1] if self.recent else ""

    @property
    def to_buy(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.saved)

    @property
    def saved(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.saved)

    @property
    def count(self) -> int:
        """How many units are to be bought: the number in the header."""
        return sum(line.quantity for line in self.to_buy)

    def find(self, sku: str) -> Line | None:
        return next((line for line in self.lines if line.sku == sku), None)

    def quantity_of(self, sku: str) -> int:
        """Units of `sku` to be bought; saved ones do not count."""
        line = self.find(sku)
        return line.quantity if line and not line.saved else 0

    def knows(self, other: Contents) -> bool:
        """Whether the last change of `other` is part of these contents.

        Contents that are a whole memory of changes further on count as knowing it, for then nobody can tell any more.
        """
        return not other.recent or other.last_change in self.recent or self.version >= other.version + CHANGES_KEPT

    def at(self, version: int) -> Contents:
        return replace(self, version=version)

    def to_hash(self) -> dict[str, str]:
        """As fields of a Redis hash; quick_copy.py changes them in place."""
        fields = {"version": str(self.version), "count": str(self.count), "recent": " ".join(self.recent)}
        fields |= {f"line:{line.sku}": line.packed() for line in self.lines}
        fields |= {f"undo:{step.version}": step.packed() for step in self.steps}
        return fields | {f"code:{code}": str(place) for place, code in enumerate(self.codes)}

    @classmethod
    def from_hash(cls, fields: Mapping[str, str]) -> Contents:
        codes = {rest: int(text) for name, rest, text in _split(fields) if name == "code"}
        return cls(
            version=int(fields["version"]),
            lines=in_order(Line.unpacked(rest, text) for name, rest, text in _split(fields) if name == "line"),
            steps=_by_version(Step.unpacked(int(rest), text) for name, rest, text in _split(fields) if name == "undo"),
            codes=tuple(sorted(codes, key=codes.__getitem__)),
            recent=tuple(fields["recent"].split()),
        )

    def to_json(self) -> dict[str, Any]:
        """As it stands in the column `lines`; the version has a column of its own."""
        return {
            "lines": {line.sku: line.packed() for line in self.lines},
            "steps": {str(step.version): step.packed() for step in self.steps},
            "codes": list(self.codes),
            "recent": " ".join(self.recent),
        }

    @classmethod
    def from_json(cls, version: int, data: Mapping[str, Any]) -> Contents:
        return cls(
            version=version,
            lines=in_order(Line.unpacked(sku, text) for sku, text in data["lines"].items()),
            steps=_by_version(Step.unpacked(int(at), text) for at, text in data["steps"].items()),
            codes=tuple(data["codes"]),
            recent=tuple(data["recent"].split()),
        )


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """As they were put in."""
    return tuple(sorted(lines, key=lambda line: (line.position, line.sku)))


def _by_version(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(sorted(steps, key=lambda step: step.version))


def _split(fields: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    for name, text in fields.items():
        kind, colon, rest = name.partition(":")
        if colon:
            yield kind, rest, text
