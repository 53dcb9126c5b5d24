"""One letter, from intention to note: row, network, row; never the network inside a transaction."""

from __future__ import annotations

import logging
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import urlsplit

from elite import notifications
from elite.kernel import clock
from elite.kernel.crash import crash_point
from elite.kernel.settings import settings
from elite.kernel.tokens import digest
from elite.kernel.transaction import in_transaction
from elite.mail.letter import Letter, render
from elite.mail.refusals import Refused
from elite.mail.transports import transport

log = logging.getLogger(__name__)


class Undeliverable(Exception):
    """It did not leave this time; the outbox tries again later."""


def send(letter: Letter) -> bool:
    """Send `letter` once. True when it left now; False when it had left before or the address will never take it.

    Raises Undeliverable for a failure that may pass: refused connections, time-outs, "try later".
    """
    message_id = f"<{digest(letter.key)[:32]}@{urlsplit(settings().base_url).hostname}>"
    row = in_transaction(_begin, letter.key, letter.kind, letter.about, letter.to, letter.title, message_id)
    if not row:
        return False

    crash_point("mail.begun")
    try:
        transport().deliver(compose(letter, message_id), once=letter.key)
    except Refused as no:
        in_transaction(notifications.fail, letter.key, str(no))
        log.warning("letter.refused", extra={"letter": letter.kind, "about": letter.about})
        return False
    except Exception as error:
        in_transaction(notifications.fail, letter.key, f"{type(error).__name__}: {error}")
        raise Undeliverable(f"{letter.kind} about {letter.about}: {error}") from error
    crash_point("mail.sent")
    in_transaction(notifications.succeed, letter.key)
    return True


def compose(letter: Letter, message_id: str) -> EmailMessage:
    """The letter as an e-mail: text, HTML and what is attached. Line breaks in headers are refused by the library."""
    words = render(letter)
    message = EmailMessage()
    message["From"] = settings().mail_from
    message["To"] = letter.to
    message["Subject"] = letter.title
    message["Message-ID"] = message_id
    message["Date"] = formatdate(clock.now().timestamp(), localtime=False)
    message["Auto-Submitted"] = "auto-generated"
    message["X-Elite-About"] = letter.about
    message.set_content(words.text)
    message.add_alternative(words.html, subtype="html")
    for name, kind, content in letter.attachments:
        main, _, sub = kind.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message


def _begin(key: str, kind: str, about: str, to: str, title: str, message_id: str) -> bool:
    row = notifications.begin(key, letter=kind, subject=about, address=to, title=title, message_id=message_id)
    return row is not None
