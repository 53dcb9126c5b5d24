"""The form every form inherits: shape is checked here, rules by the domain, and both speak beside the field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, IntegerField, StringField
from wtforms.widgets import TextInput

from elite.kernel.errors import Refusal
from elite.kernel.money import Money
from elite.kernel.text import _

_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF is untyped
    """A form whose CSRF proof is checked at the edge by the route's declared class, not by the form."""

    class Meta:
        csrf = False

    @contextmanager
    def reporting(self, *refusals: type[Refusal], on: str) -> Iterator[None]:
        """Show a refusal of the domain as an error of the field it speaks of."""
        try:
            yield
        except refusals as no:
            self[on].errors = [*self[on].errors, no.sentence]

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """(id of the field, sentence) for the summary above the form."""
        return [(field.id, str(error)) for field in self for error in field.errors]


class WholeNumberField(IntegerField):  # type: ignore[misc]
    """A whole number from people: ASCII digits only, at most nine, spaces around them ignored (decision 24)."""

    widget = TextInput()

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        typed = valuelist[0].strip()
        if not _WHOLE.fullmatch(typed):
            self.data = None
            raise ValueError(_("Please type a whole number."))
        self.data = int(typed)

    def _value(self) -> str:
        raw: list[Any] | None = self.raw_data
        return str(raw[0]) if raw else "" if self.data is None else str(self.data)


class MoneyField(StringField):  # type: ignore[misc]
    """An amount of the shop's currency, as people type it; its data are Money, or None where it may stay empty."""

    def __init__(
        self, label: str = "", *, optional: bool = False, validators: Sequence[Any] = (), **kwargs: Any
    ) -> None:
        super().__init__(label, validators=validators, **kwargs)
        self.optional = optional

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not typed:
            if not self.optional:
                raise ValueError(_("Please type an amount."))
            return
        try:
            self.data = Money.parse(typed)
        except ValueError:
            raise ValueError(_("Please type an amount such as 12.30.")) from None
        if self.data.minor < 0:
            raise ValueError(_("The amount cannot be below zero."))

    def _value(self) -> str:
        raw: list[Any] | None = self.raw_data
        return str(raw[0]) if raw else self.data.decimal if isinstance(self.data, Money) else ""


def errors_of(field: Field) -> list[str]:
    """A field's mistakes as sentences."""
    return [str(error) for error in field.errors]
