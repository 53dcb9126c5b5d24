"""Colleagues, before there is one who could add the next."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from elite import accounts
from elite.kernel.tokens import new_token
from elite.kernel.transaction import transaction

ROLES = [role.value for role in accounts.Role if role is not accounts.Role.CUSTOMER]


@click.group()
def staff() -> None:
    """Who works in the back office."""


@staff.command()
@click.argument("email")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")
@click.option("--name", help="How timelines call them; the address's first half when left out.")
@click.option(
    "--password",
    help="Asked for when given without a value; made up and printed when left out.",
    is_flag=False,
    flag_value="",
)
@with_appcontext
def add(email: str, role: str, name: str | None, password: str | None) -> None:
    """Give EMAIL a place in the back office."""
    if email.count("@") != 1 or email.startswith("@") or email.endswith("@"):
        raise click.BadParameter(f"{email} is no e-mail address.", param_hint="EMAIL")
    if password == "":
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    chosen = password or new_token()
    if len(chosen) < 12:
        raise click.BadParameter("A password has 12 characters or more.", param_hint="--password")

    with transaction():
        accounts.create_staff(email, name or email.partition("@")[0], chosen, accounts.Role(role))

    click.echo(f"{email} is {role} now.", err=True)
    if not password:
        click.echo(chosen)
