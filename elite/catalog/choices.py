"""Which answers to "which colour, which size" lead anywhere: the option form with its dead ends disabled and named."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from elite.catalog.product import Option, OptionValue, Variant
from elite.kernel.text import _


class Standing(enum.StrEnum):
    """How an answer stands beside the other answers already given."""

    CHOSEN = "chosen"
    POSSIBLE = "possible"
    SOLD_OUT = "sold_out"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True)
class Choice:
    """One answer: `sku` is where choosing it leads (None when nowhere), `note` says what is wrong with it.

    `instead` is the nearest variant that has the answer, `instead_title` how it is called ("moss, 30 cm").
    """

    value: str
    swatch: str | None
    standing: Standing
    chosen: bool
    sku: str | None
    note: str
    instead: str | None = None
    instead_title: str = ""

    @property
    def disabled(self) -> bool:
        return self.sku is None


@dataclass(frozen=True)
class Question:
    """One option with its answers in order; `answer` is the one chosen, if any."""

    name: str
    answer: str | None
    choices: tuple[Choice, ...]

    @property
    def has_swatches(self) -> bool:
        return any(choice.swatch for choice in self.choices)


def questions(variants: Sequence[Variant], chosen: Variant | None, buyable: Mapping[int, bool]) -> list[Question]:
    """The option form of a product's `variants` with `chosen` selected. Needs their values and those's options loaded.

    `buyable` says for each variant id whether at least the least quantity can be bought; only active variants can be
    chosen, but what only withdrawn ones have is still named.
    An answer that no variant has together with the other chosen answers is impossible: it is named with what stands in
    its way, and `instead` leads to a variant that has it, so that no variant is out of reach.
    """
    by_values = {frozenset(value.id for value in variant.values): variant for variant in variants if variant.active}
    given = {value.option_id: value for value in chosen.values} if chosen else {}
    asked = []
    for option, values in _options(variants):
        answer = given.get(option.id)
        beside = [value for option_id, value in given.items() if option_id != option.id]
        beside.sort(key=lambda value: (value.option.position, value.option_id))
        choices = tuple(_choice(value, answer, beside, by_values, buyable) for value in values)
        asked.append(Question(option.name, answer.value if answer else None, choices))
    return asked


def _options(variants: Sequence[Variant]) -> list[tuple[Option, list[OptionValue]]]:
    """The options that `variants` answer, each with its answers, in the order staff gave them."""
    values = {value.id: value for variant in variants for value in variant.values}
    options = {value.option_id: value.option for value in values.values()}
    return [
        (
            option,
            sorted(
                (value for value in values.values() if value.option_id == option.id), key=lambda v: (v.position, v.id)
            ),
        )
        for option in sorted(options.values(), key=lambda option: (option.position, option.id))
    ]


def _choice(
    value: OptionValue,
    answer: OptionValue | None,
    beside: Sequence[OptionValue],
    by_values: Mapping[frozenset[int], Variant],
    buyable: Mapping[int, bool],
) -> Choice:
    chosen = answer is not None and answer.id == value.id
    others = {other.id for other in beside}
    having = {values: variant for values, variant in by_values.items() if value.id in values}
    variant = _first([variant for values, variant in having.items() if others <= values], buyable)
    if variant is None:
        most_alike = max((len(others & values) for values in having), default=0)
        instead = _first([one for values, one in having.items() if len(others & values) == most_alike], buyable)
        note = _("not made in %(others)s", others=", ".join(other.value for other in beside))
        return Choice(
            value.value,
            value.swatch,
            Standing.IMPOSSIBLE,
            chosen,
            None,
            note if instead else _("no longer made"),
            instead.sku if instead else None,
            instead.title if instead else "",
        )
    if not buyable.get(variant.id, False):
        return Choice(value.value, value.swatch, Standing.SOLD_OUT, chosen, variant.sku, _("sold out"))
    return Choice(value.value, value.swatch, Standing.CHOSEN if chosen else Standing.POSSIBLE, chosen, variant.sku, "")


def _first(variants: Sequence[Variant], buyable: Mapping[int, bool]) -> Variant | None:
    """The one to lead to: what can be bought comes first, then the order staff gave."""
    return min(variants, key=lambda one: (not buyable.get(one.id, False), one.position, one.id), default=None)
