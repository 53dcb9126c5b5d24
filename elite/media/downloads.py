"""Pictures that live elsewhere: what an import could not get stays known and is tried again, ever more patiently.

`expect_picture` gives a key at once, so a product can be shown (with a drawn plate) before its picture has come.
The addresses come from files of strangers, so only public web servers are asked, by the address that was checked.
"""

from __future__ import annotations

import hashlib
import http.client
import ipaddress
import logging
import socket
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

from sqlalchemy import or_, select

from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.text import _
from elite.media.decoding import MOST_BYTES, photographed
from elite.media.errors import NotAPicture, NotFetched
from elite.media.folder import master_path, write_whole
from elite.media.masters import describe
from elite.media.picture import Picture, State

log = logging.getLogger(__name__)
MOST_TRIES = 8
FIRST_PAUSE = timedelta(minutes=5)
SECONDS = 10
MOST_REDIRECTS = 3


@dataclass(frozen=True)
class Pending:
    """A picture that is owed."""

    key: str
    source_address: str
    tries: int


def expect_picture(source_address: str) -> str:
    """The key under which the picture at this address will be kept; due at once. Inside a transaction."""
    return expect_pictures([source_address])[0]


def expect_pictures(addresses: Sequence[str]) -> list[str]:
    """As `expect_picture`, for many."""
    keys = [hashlib.sha256(f"from {address}".encode()).hexdigest()[:24] for address in addresses]
    known = {
        key
        for start in range(0, len(keys), 500)
        for key in session.scalars(select(Picture.key).where(Picture.key.in_(keys[start : start + 500])))
    }
    now = clock.database_now()
    for key, address in zip(keys, addresses, strict=True):
        if key not in known:
            known.add(key)
            session.add(Picture(key=key, source_address=address, state=State.MISSING, next_try_at=now, created_at=now))
    session.flush()
    return keys


def pending_downloads(limit: int = 20) -> list[Pending]:
    """What is missing and due, longest first."""
    due = (
        select(Picture.key, Picture.source_address, Picture.tries)
        .where(
            Picture.state == State.MISSING,
            Picture.source_address.is_not(None),
            Picture.tries < MOST_TRIES,
            or_(Picture.next_try_at.is_(None), Picture.next_try_at <= clock.database_now()),
        )
        .order_by(Picture.next_try_at, Picture.key)
        .limit(limit)
    )
    return [Pending(row.key, row.source_address or "", row.tries) for row in session.execute(due)]


def keep_download(key: str, content: bytes) -> None:
    """The picture has come. Inside a transaction; raises NotAPicture, and the row stays as it is."""
    master = photographed(content)
    picture = session.get_one(Picture, key, with_for_update=True)
    write_whole(master_path(key), master.content)
    describe(picture, master)


def note_failure(key: str) -> None:
    """It has not come; the pause doubles each time, and after the last try somebody must look. Inside a transaction."""
    picture = session.get_one(Picture, key, with_for_update=True)
    picture.tries += 1
    picture.next_try_at = clock.database_now() + FIRST_PAUSE * 2**picture.tries if picture.tries < MOST_TRIES else None


def download(address: str) -> bytes:
    """The bytes at a public web address. Raises NotFetched. Never inside a transaction."""
    for _hop in range(MOST_REDIRECTS + 1):
        answer = _get(address)
        if isinstance(answer, bytes):
            return answer
        address = urljoin(address, answer)
    raise NotFetched(_("The address leads on and on."))


def _get(address: str) -> bytes | str:
    """The body, or the address this one leads to."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise NotFetched(_("Pictures are fetched from web addresses only."))
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise NotFetched(_("Pictures are fetched from web addresses only.")) from None
    connection = _Checked(parts.hostname, port, secure=parts.scheme == "https")
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", target, headers={"Accept": "image/*", "User-Agent": "Elite-Events/1.0"})
        answer = connection.getresponse()
        if answer.status in (301, 302, 303, 307, 308) and (onward := answer.headers.get("Location")):
            return onward
        if answer.status != 200:
            raise NotFetched(_("The address answered %(status)s.", status=answer.status))
        body = answer.read(MOST_BYTES + 1)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NotFetched(_("The address did not answer: %(why)s.", why=type(error).__name__)) from error
    finally:
        connection.close()
    if len(body) > MOST_BYTES:
        raise NotAPicture(_("The file is larger than %(most)s MB.", most=MOST_BYTES // 1024 // 1024))
    return body


class _Checked(http.client.HTTPConnection):
    """A connection to the very address that was found public: a name that changes its mind in between gains nothing."""

    def __init__(self, host: str, port: int, *, secure: bool) -> None:
        super().__init__(host, port, timeout=SECONDS)
        self._secure = secure
        self.default_port = 443 if secure else 80

    def connect(self) -> None:
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        public = [place for _family, _type, _proto, _name, place in found if is_public(str(place[0]))]
        if not public:
            raise NotFetched(_("The address is not on the public web."))
        self.sock = socket.create_connection((str(public[0][0]), int(public[0][1])), timeout=SECONDS)
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def is_public(address: str) -> bool:
    """Whether a network address belongs to the open internet."""
    try:
        place = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(place, ipaddress.IPv6Address) and place.ipv4_mapped:
        place = place.ipv4_mapped
    return place.is_global and not place.is_multicast
