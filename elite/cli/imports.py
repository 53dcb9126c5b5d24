"""`elite import`: goods from other shops' files, with a report of every line."""

from __future__ import annotations

import json
from pathlib import Path

import click
from flask.cli import with_appcontext
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

from elite.imports import Report, fetch_missing_pictures, import_shopify

SHOWN = 20


@click.group("import")
def imports() -> None:
    """Take over goods from a file."""


@imports.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Look at every line, keep nothing.")
@click.option("--currency", help="The currency of the file's prices; refused when the shop sells in another.")
@click.option(
    "--report",
    "report_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the whole report there, as JSON.",
)
@click.option("--pictures/--no-pictures", default=True, help="Try to fetch pictures now; a job tries again later.")
@with_appcontext
def shopify(file: Path, dry_run: bool, currency: str | None, report_file: Path | None, pictures: bool) -> None:
    """Shopify's product CSV. Safe to run twice. Exit status 1 when lines were refused."""
    with _bar() as bar:
        task = bar.add_task(file.name, total=file.stat().st_size)
        report = import_shopify(file, dry_run=dry_run, currency=currency, progress=lambda done: bar.advance(task, done))
    _say(report)
    if pictures and not dry_run and report.pictures_waiting:
        _fetch(report)
    if report_file:
        report_file.write_text(json.dumps(report.as_json(), indent=2, ensure_ascii=False) + "\n")
    raise SystemExit(1 if report.refused_lines else 0)


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True))


def _say(report: Report) -> None:
    click.echo(
        f"{'Looked at' if report.dry_run else 'Read'} {report.read} lines: {report.imported} imported, {report.merged} known already, "
        f"{len(report.refused_lines)} refused. {report.products_created} products are new, {report.products_changed} changed, "
        f"{report.variants_created} variants are new."
    )
    for refusal in report.refused[:SHOWN]:
        click.echo(f"  refused: {refusal}", err=True)
    if len(report.refused) > SHOWN:
        click.echo(f"  … and {len(report.refused) - SHOWN} more; --report FILE.json names them all.", err=True)


def _fetch(report: Report) -> None:
    """One try for each picture; the first that finds no network tells for all."""
    outcome = fetch_missing_pictures(limit=len(report.pictures_waiting))
    report.pictures_waiting = [address for address, why in outcome.items() if why]
    came = len(outcome) - len(report.pictures_waiting)
    click.echo(
        f"{came} pictures came; {len(report.pictures_waiting)} could not be fetched and are tried again by a job:"
    )
    for address in report.pictures_waiting:
        click.echo(f"  {address}: {outcome[address]}")
