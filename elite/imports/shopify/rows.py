"""Reading the file: one product's rows at a time, each row with the line it begins on."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO

from elite.kernel.errors import Refusal
from elite.kernel.text import _

NEEDED = ("Handle", "Title", "Variant Price")
LONGEST_LINE = 4 * 1024 * 1024
Progress = Callable[[int], object]


class Unreadable(Refusal):
    """The file is no product export, or in another currency: nothing of it was taken."""


@dataclass(frozen=True)
class Row:
    """One line of the file; `line` counts from 1 as editors do, for the line the row begins on."""

    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        return (self.cells.get(column) or "").strip()

    @property
    def is_picture_only(self) -> bool:
        return not self.get("Variant Price") and bool(self.get("Image Src"))


@dataclass
class Block:
    """The rows of one product."""

    handle: str
    rows: list[Row] = field(default_factory=list)

    @property
    def first(self) -> Row:
        return self.rows[0]


def blocks(file: IO[str], progress: Progress) -> Iterator[Block]:
    """The file's products, one at a time; memory holds one."""
    csv.field_size_limit(LONGEST_LINE)
    lines = _Counted(file, progress)
    reader = csv.reader(lines)
    head = next(reader, None) or []
    missing = [name for name in NEEDED if name not in head]
    if missing:
        raise Unreadable(
            _("This is no Shopify product export: the column %(names)s is missing.", names=", ".join(missing))
        )
    block: Block | None = None
    begins = lines.number + 1
    for cells in reader:
        row = Row(begins, dict(zip(head, cells, strict=False)))
        begins = lines.number + 1
        if not any(cells):
            continue
        handle = row.get("Handle")
        if block is None or handle != block.handle:
            if block:
                yield block
            block = Block(handle)
        block.rows.append(row)
    if block:
        yield block


class _Counted:
    """Lines of a text file with their number, telling how many bytes they were."""

    def __init__(self, file: IO[str], progress: Progress) -> None:
        self.number, self._file, self._progress = 0, file, progress

    def __iter__(self) -> Iterator[str]:
        for line in self._file:
            self.number += 1
            self._progress(len(line.encode()))
            yield line
