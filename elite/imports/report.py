"""What an import did with every line of its file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from elite.kernel.money import Money


@dataclass(frozen=True)
class Refused:
    """A line that was not taken: where, which column, and why, for the person who can mend the file."""

    line: int
    column: str
    reason: str
    value: str = ""

    def __str__(self) -> str:
        shown = f" ({self.value[:60]!r})" if self.value else ""
        return f"line {self.line}, {self.column}: {self.reason}{shown}"


@dataclass
class Report:
    """`read = imported + merged + refused`, in lines and in money; amounts are those of the file's price column."""

    dry_run: bool = False
    imported: int = 0
    merged: int = 0
    refused: list[Refused] = field(default_factory=list)
    refused_lines: set[int] = field(default_factory=set)
    products_created: int = 0
    products_changed: int = 0
    variants_created: int = 0
    pictures_waiting: list[str] = field(default_factory=list)
    amounts: dict[str, Money] = field(default_factory=dict)

    @property
    def read(self) -> int:
        return self.imported + self.merged + len(self.refused_lines)

    def refuse(self, refusal: Refused, lines: list[int], amount: Money) -> None:
        """None of `lines` is taken, because of one of them."""
        self.refused.append(refusal)
        self.refused_lines.update(lines)
        self.add("refused", amount)

    def add(self, what: str, amount: Money) -> None:
        self.amounts[what] = self.amounts.get(what, Money.zero(amount.currency)) + amount

    def amount(self, what: str) -> Money:
        return self.amounts.get(what, Money.zero())

    def as_json(self) -> dict[str, Any]:
        """The machine-readable answer of `--report` (urls.md)."""
        whole = self.amount("imported") + self.amount("merged") + self.amount("refused")
        return {
            "dry_run": self.dry_run,
            "lines": {
                "read": self.read,
                "imported": self.imported,
                "merged": self.merged,
                "refused": len(self.refused_lines),
            },
            "amount": {
                "file": whole.decimal,
                "imported": self.amount("imported").decimal,
                "merged": self.amount("merged").decimal,
                "refused": self.amount("refused").decimal,
                "rounding": Money.zero().decimal,
            },
            "orders": 0,
            "refunds": 0,
            "products": {"created": self.products_created, "changed": self.products_changed},
            "variants": {"created": self.variants_created},
            "customers": 0,
            "reasons": dict(Counter(refusal.reason for refusal in self.refused)),
            "refused": [
                {"line": r.line, "column": r.column, "reason": r.reason, "value": r.value} for r in self.refused
            ],
            "pictures_waiting": self.pictures_waiting,
        }
