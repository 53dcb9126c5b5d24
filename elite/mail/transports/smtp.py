"""Any mail server: `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://host:465`."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from elite.mail.refusals import Refused

TIMEOUT = 10


class Smtp:
    def __init__(self, url: str) -> None:
        self.url = urlsplit(url)

    def deliver(self, message: EmailMessage, *, once: str) -> None:
        try:
            with self._connect() as server:
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as no:
            code, words = next(iter(no.recipients.values()))
            self._raise(code, words, no)
        except smtplib.SMTPResponseException as no:
            self._raise(no.smtp_code, no.smtp_error, no)

    def _connect(self) -> smtplib.SMTP:
        host, port = self.url.hostname or "localhost", self.url.port
        tls = ssl.create_default_context()
        if self.url.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port or 465, timeout=TIMEOUT, context=tls)
        else:
            server = smtplib.SMTP(host, port or 25, timeout=TIMEOUT)
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=tls)
        if self.url.username:
            server.login(unquote(self.url.username), unquote(self.url.password or ""))
        return server

    def _raise(self, code: int, words: bytes | str, error: Exception) -> None:
        said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
        if 500 <= code < 600:
            raise Refused(f"{code} {said}") from error
        raise error
