"""`elite staff add`: the first colleague, and what the command refuses."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from flask.cli import ScriptInfo

from elite import accounts
from elite.cli import elite


def call(app: Flask, *words: str, **more: str) -> Result:
    return CliRunner().invoke(elite, words, obj=ScriptInfo(create_app=lambda: app), **more)


def test_a_colleague_can_sign_in_with_the_password_that_was_printed(app: Flask) -> None:
    said = call(app, "staff", "add", "Anna@Example.org", "--role", "owner")

    assert said.exit_code == 0
    with app.app_context():
        anna = accounts.sign_in("anna@example.org", said.stdout.strip())
        assert anna.role is accounts.Role.OWNER


def test_a_chosen_password_is_not_repeated(app: Flask) -> None:
    said = call(app, "staff", "add", "ben@example.org", "--role", "office", "--password", "correct horse battery")

    assert said.exit_code == 0
    assert "horse" not in said.output
    with app.app_context():
        assert accounts.sign_in("ben@example.org", "correct horse battery").name == "ben"


def test_a_password_given_without_a_value_is_asked_for(app: Flask) -> None:
    typed = "correct horse battery\ncorrect horse battery\n"

    said = call(app, "staff", "add", "eva@example.org", "--role", "office", "--password", input=typed)

    assert said.exit_code == 0
    with app.app_context():
        assert accounts.sign_in("eva@example.org", "correct horse battery")


def test_the_same_address_twice_is_refused_in_words(app: Flask) -> None:
    call(app, "staff", "add", "carl@example.org", "--role", "owner")

    said = call(app, "staff", "add", "CARL@example.org", "--role", "support")

    assert said.exit_code == 1
    assert "is here already" in said.stderr
    assert "Traceback" not in said.stderr
    with app.app_context():
        carl = accounts.find_user("carl@example.org")
        assert carl is not None
        assert carl.role is accounts.Role.OWNER


@pytest.mark.parametrize(
    "words",
    [
        ("carl", "--role", "owner"),
        ("carl@example.org", "--role", "king"),
        ("carl@example.org", "--role", "customer"),
        ("carl@example.org",),
        ("carl@example.org", "--role", "owner", "--password", "short"),
    ],
)
def test_a_wrong_call_ends_with_two_and_changes_nothing(app: Flask, words: tuple[str, ...]) -> None:
    assert call(app, "staff", "add", *words).exit_code == 2
    with app.app_context():
        assert accounts.find_user("carl@example.org") is None
