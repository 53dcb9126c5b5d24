"""Resend's API: `resend://KEY`, through its own SDK; `resend://KEY@host:port` speaks to another address, for tests."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from urllib.parse import urlsplit

import resend
from resend.exceptions import ResendError

from elite.mail.refusals import Refused

_FOR_GOOD = {"validation_error", "invalid_to_address", "missing_required_field", "invalid_attachment"}


class Resend:
    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        resend.api_key = parts.username or parts.hostname or ""
        if parts.username:
            resend.api_url = f"http://{parts.hostname}:{parts.port}"

    def deliver(self, message: EmailMessage, *, once: str) -> None:
        text, html = message.get_body(("plain",)), message.get_body(("html",))
        letter: resend.Emails.SendParams = {
            "from": str(message["From"]),
            "to": [str(message["To"])],
            "subject": str(message["Subject"]),
            "text": str(text.get_content()) if text else "",
            "html": str(html.get_content()) if html else "",
            "headers": {"Message-ID": str(message["Message-ID"]), "Auto-Submitted": "auto-generated"},
            "attachments": [
                {
                    "filename": part.get_filename() or "file",
                    "content": base64.b64encode(part.get_payload(decode=True) or b"").decode(),  # type: ignore[arg-type]
                }
                for part in message.iter_attachments()
            ],
        }
        try:
            resend.Emails.send(letter, {"idempotency_key": once[:256]})
        except ResendError as no:
            if no.error_type in _FOR_GOOD:
                raise Refused(str(no)) from no
            raise
