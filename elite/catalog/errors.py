"""How the catalogue says no, mostly to staff and to import files."""

from __future__ import annotations

from elite.kernel.errors import Conflict, Refusal
from elite.kernel.text import _


class SlugTaken(Conflict):
    """Two things cannot have one address."""

    def __init__(self, slug: str) -> None:
        super().__init__(_("The address “%(slug)s” is taken; choose another.", slug=slug))
        self.slug = slug


class SkuTaken(Conflict):
    """A SKU names one variant."""

    def __init__(self, sku: str) -> None:
        super().__init__(_("Another product already has the SKU %(sku)s.", sku=sku))
        self.sku = sku


class NotAProduct(Refusal):
    """What was described cannot be sold as it stands; the sentence says which part."""


class NotAPlace(Refusal):
    """A category cannot stand there."""
