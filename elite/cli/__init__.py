"""`elite`, the one program of the shop: a group of commands, one module a noun.

`jobs` stands above this package and adds `worker` to the group; the console script is therefore `jobs.worker:main`,
which also says how the application is made (Flask's ScriptInfo), because `elite.app` stands above as well. A command
that needs the database is decorated with Flask's `with_appcontext`, and opens its own transactions.

Exit status: 0 all is well, 1 the work found something wrong, 2 the call or the settings were wrong. Results go to
standard output, messages to standard error.
"""

from __future__ import annotations

import os
import sys

import click
from sqlalchemy.exc import OperationalError

from config.settings import BadSettings, Settings
from elite.cli import development, imports, staff, storage, web
from elite.cli.demonstration import surroundings
from elite.kernel.errors import Refusal
from elite.kernel.settings import settings, use_settings

__all__ = ["elite"]


class _Program(click.Group):
    """A group whose refusals are sentences on standard error, never tracebacks."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Refusal as no:
            click.echo(str(no), err=True)
        except OperationalError as error:  # away, full, locked, or a table that no migration has made
            click.echo(f"The database says no: {error.orig}", err=True)
        raise click.exceptions.Exit(1)


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.pass_context
def elite(context: click.Context) -> None:
    """Elite Events: the shop, its worker, and what its keepers need."""
    if not set(context.help_option_names) & set(sys.argv):
        _know_the_settings(context)


def _know_the_settings(context: click.Context) -> None:
    try:
        settings()
    except RuntimeError:  # a test may have made the application already
        try:
            use_settings(Settings.from_env(surroundings(os.environ)))
        except BadSettings as bad:
            click.echo(str(bad), err=True)
            context.exit(2)


for command in (web.run, development.dev, storage.migrate, storage.seed, staff.staff, imports.imports):
    elite.add_command(command)
