"""The doors letters leave by: one protocol, a file each. `MAIL_URL` chooses; a demonstration without it keeps them to be read."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Protocol
from urllib.parse import urlsplit

from elite.kernel.settings import settings
from elite.mail.transports.folder import Folder
from elite.mail.transports.resend import Resend
from elite.mail.transports.smtp import Smtp


class Transport(Protocol):
    def deliver(self, message: EmailMessage, *, once: str) -> None:
        """Hand `message` over; Refused for good, any other exception for now. `once` names it to services that can tell copies."""


def transport() -> Transport:
    """The door this machine uses."""
    url = settings().mail_url
    match urlsplit(url).scheme:
        case "smtp" | "smtps":
            return Smtp(url)
        case "resend":
            return Resend(url)
        case _:
            return Folder(settings().instance / "letters")
