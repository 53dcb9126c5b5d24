"""Letters: written down before they leave, sent once, tried again when the other side is busy, seen by staff when refused."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from flask import Flask

from elite import mail, notifications, orders, settlement
from elite.kernel import clock, events
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from elite.mail import orders as letters
from elite.notifications import DeliveryState
from jobs import relay
from tests.support.buying import open_shop, prepare, shelve
from tests.support.sandbox import free_port


class Postman:
    """A mail server on this machine that takes letters, or answers as it is told."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.answers: list[str] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answers:
            return self.answers.pop(0)
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        letter = message_from_bytes(content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.taken.append(letter)
        return "250 taken"


@pytest.fixture(autouse=True)
def _inside_the_shop(context: None) -> None:
    """Letters are written by the worker, inside an application context."""


@pytest.fixture
def postman(app: Flask) -> Iterator[Postman]:
    someone = Postman()
    port = free_port()
    controller = Controller(someone, hostname="127.0.0.1", port=port)
    controller.start()
    before = settings()
    use_settings(replace(before, mail_url=f"smtp://127.0.0.1:{port}"))
    yield someone
    use_settings(before)
    controller.stop()


@pytest.fixture
def number(app: Flask) -> str:
    open_shop()
    return settlement.place(prepare({shelve("Halo plate", "58.80"): 2}, name="Inès Carvalho")).order_number


def test_a_transfer_gets_its_instructions_and_the_receipt_its_invoice(postman: Postman, number: str) -> None:
    relay.drain()
    settlement.book_transfer(number, orders.get_order(number).total, reference="bank", by=None)
    relay.drain()

    instructions, receipt = postman.taken
    assert number in instructions["Subject"]
    assert instructions["To"] == "anna@example.org"
    words = instructions.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "£117.60" in words
    assert number in words
    assert f"/o/{orders.get_order(number).public_token}" in words
    assert [part.get_content_type() for part in receipt.iter_attachments()] == ["application/pdf"]


def test_letters_wear_their_styles_on_their_elements(postman: Postman, number: str) -> None:
    relay.drain()

    html = postman.taken[0].get_body(("html",)).get_content()  # type: ignore[union-attr]

    assert 'style="' in html
    assert "@media" in html  # the dark scheme survives
    assert "<script" not in html


def test_a_letter_is_sent_once_however_often_it_is_asked_for(postman: Postman, number: str) -> None:
    letter = letters.transfer_instructions(number)

    assert mail.send(letter)
    assert not mail.send(letter)

    assert len(postman.taken) == 1


def test_every_copy_carries_the_same_message_id(postman: Postman, number: str) -> None:
    mail.send(letters.transfer_instructions(number))
    with transaction():
        row = notifications.list_letters(number)[0]
        row.state = DeliveryState.SENDING  # as after a crash between "250" and our note

    mail.send(letters.transfer_instructions(number))

    assert len({letter["Message-ID"] for letter in postman.taken}) == 1
    assert len(postman.taken) == 2


def test_try_later_is_tried_later(postman: Postman, number: str) -> None:
    clock.freeze(clock.now())
    postman.answers = ["451 later, please"]
    relay.drain()
    assert postman.taken == []
    assert [row.state for row in notifications.list_letters(number)] == [DeliveryState.FAILED]

    clock.pass_by(timedelta(minutes=3))
    relay.drain()

    assert len(postman.taken) == 1
    assert [row.state for row in notifications.list_letters(number)] == [DeliveryState.SENT]


def test_an_address_that_refuses_is_not_tried_again_but_shown(postman: Postman, number: str) -> None:
    postman.answers = ["550 nobody here"]
    relay.drain()

    (row,) = notifications.list_failed(1).items
    assert "550" in row.error
    assert events.list_dead() == []
    assert relay.drain() == 0


def test_staff_may_send_a_failed_letter_again(postman: Postman, number: str) -> None:
    postman.answers = ["550 full"]
    relay.drain()
    (row,) = notifications.list_failed(1).items

    with transaction():
        notifications.want_again(row.dedupe_key)
    relay.drain()

    assert len(postman.taken) == 1
    assert notifications.count_failed() == 0


def test_a_server_that_is_away_loses_nothing(app: Flask, number: str) -> None:
    use_settings(replace(settings(), mail_url="smtp://127.0.0.1:9"))
    clock.freeze(clock.now())

    relay.drain()

    assert notifications.count_failed() == 1


def test_line_breaks_in_a_name_make_no_header(postman: Postman, app: Flask) -> None:
    open_shop()
    number = settlement.place(prepare({shelve("Jug"): 1}, name="Eve\r\nBcc: all@example.org")).order_number
    relay.drain()

    assert len(postman.taken) == 1
    assert postman.taken[0]["Bcc"] is None
    assert number in postman.taken[0]["Subject"]


def test_resend_is_spoken_to_with_an_idempotency_key(app: Flask, number: str) -> None:
    heard: list[tuple[dict[str, str], dict[str, object]]] = []

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((dict(self.headers), json.loads(body)))
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(b'{"id": "1"}')

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    use_settings(replace(settings(), mail_url=f"resend://re_key@127.0.0.1:{server.server_port}"))

    relay.drain()
    server.shutdown()

    ((headers, body),) = heard
    assert headers["Idempotency-Key"] == f"transfer_instructions:{number}"
    assert headers["Authorization"] == "Bearer re_key"
    assert body["to"] == ["anna@example.org"]
    assert number in str(body["subject"])


@pytest.mark.parametrize("kind", sorted(letters.LETTERS))
def test_every_letter_can_be_written_in_both_forms(app: Flask, number: str, kind: str) -> None:
    from elite.mail.letter import render

    words = render(letters.LETTERS[kind](number))

    assert number in words.text
    assert number in words.html
    assert "{{" not in words.text + words.html
    assert "None" not in words.text
