"""Shopify's product CSV: one product on consecutive rows, its first row complete, one row a variant or a further picture.

The files carry no identity of a variant, so it is (source, handle, option values): kept with the variant, and its SKU made
from it once. A row without a price is a further picture. An empty inventory tracker means stock is not counted. Format
after Shopify's help page "Using CSV files to import and export products" and its sample files.

`rows.py` reads, `cells.py` judges, `products.py` writes.
"""

from __future__ import annotations

import csv
from pathlib import Path

from elite.imports.report import Refused, Report
from elite.imports.shopify.cells import NotThis, check, price_or_zero
from elite.imports.shopify.products import Done, OnlyLooking, write
from elite.imports.shopify.rows import Block, Progress, Row, Unreadable, blocks
from elite.kernel.errors import Refusal
from elite.kernel.money import Money, shop_currency
from elite.kernel.text import _
from elite.kernel.transaction import in_transaction

__all__ = ["Unreadable", "import_shopify"]


def import_shopify(
    path: Path,
    *,
    dry_run: bool = False,
    currency: str | None = None,
    by: int | None = None,
    progress: Progress = lambda done: None,
) -> Report:
    """Take the products of `path`, one transaction each; `progress` hears how many bytes of the file are done.

    Raises Unreadable for a file that is no product export or whose `currency` is not the shop's.
    """
    if currency and currency != shop_currency():
        raise Unreadable(
            _(
                "The file's prices are in %(theirs)s, this shop sells in %(ours)s.",
                theirs=currency,
                ours=shop_currency(),
            )
        )
    report = Report(dry_run=dry_run)
    with path.open(newline="", encoding="utf-8-sig", errors="strict") as file:
        try:
            for block in blocks(file, progress):
                _take(block, report, by)
        except UnicodeDecodeError as error:
            raise Unreadable(_("The file is not UTF-8 text (byte %(place)s).", place=error.start)) from error
        except csv.Error as error:
            raise Unreadable(_("The file is not CSV: %(why)s.", why=error)) from error
    return report


def _take(block: Block, report: Report, by: int | None) -> None:
    """One product, whole or not at all; rows that cannot be taken are left out and named."""
    good, identities = [], set[str]()
    for row in block.rows:
        try:
            check(block, row, identities)
            good.append(row)
        except NotThis as no:
            report.refuse(no.refusal, [row.line], price_or_zero(row))
            if row is block.first:
                rest = [other.line for other in block.rows[1:]]
                if rest:
                    why = Refused(row.line, "Handle", _("The first row of this product was refused."), block.handle)
                    report.refuse(why, rest, Money.total(price_or_zero(other) for other in block.rows[1:]))
                return
    try:
        done = in_transaction(write, Block(block.handle, good), by, report.dry_run)
    except OnlyLooking as looked:
        done = looked.done
    except Refusal as no:
        lines = [row.line for row in good]
        report.refuse(
            Refused(lines[0], "Handle", str(no), block.handle), lines, Money.total(price_or_zero(row) for row in good)
        )
        return
    _account(done, good, report)


def _account(done: Done, rows: list[Row], report: Report) -> None:
    for row in rows:
        what = "imported" if row.line in done.new_rows else "merged"
        report.add(what, price_or_zero(row))
        if what == "imported":
            report.imported += 1
        else:
            report.merged += 1
    report.products_created += done.created
    report.products_changed += done.changed and not done.created
    report.variants_created += done.new_variants
    report.pictures_waiting += [address for address in done.waiting if address not in report.pictures_waiting]
