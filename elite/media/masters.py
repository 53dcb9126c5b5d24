"""Keeping pictures: the same content is kept once, under a key that says nothing but its content."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import select

from elite.kernel import clock
from elite.kernel.db import session
from elite.media.decoding import Master, drawn, photographed
from elite.media.folder import master_path, write_whole
from elite.media.picture import Picture, State


def store_master(content: bytes | str) -> str:
    """Keep a photograph (bytes) or a drawing of ours (SVG text) and answer its key. Inside a transaction.

    The file is written before the row: a crash between the two leaves a file nobody asks for, never a row without one.
    """
    return store_masters([content])[0]


def store_masters(contents: Sequence[bytes | str]) -> list[str]:
    """As `store_master`, for many: one question for those that are known already."""
    keys = [key_of(content) for content in contents]
    known = set(_known(keys))
    for key, content in zip(keys, contents, strict=True):
        if key in known and master_path(key).exists():
            continue
        master = drawn(content) if isinstance(content, str) else photographed(content)
        write_whole(master_path(key), master.content)
        if key not in known:
            session.add(describe(Picture(key=key, created_at=clock.database_now()), master))
            known.add(key)
    session.flush()
    return keys


def key_of(content: bytes | str) -> str:
    """The key that `content` is kept under."""
    raw = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(raw).hexdigest()[:24]


def describe(picture: Picture, master: Master) -> Picture:
    """Note on the row what lies on disk."""
    picture.content_type, picture.placeholder = master.content_type, master.placeholder
    picture.width, picture.height = master.width, master.height
    picture.state, picture.next_try_at = State.PRESENT, None
    return picture


def find_picture(key: str) -> Picture | None:
    """What is known about one picture."""
    return session.get(Picture, key)


def find_pictures(keys: Sequence[str]) -> dict[str, Picture]:
    """What is known about these pictures, by key; one query for every 500."""
    wanted = list(dict.fromkeys(keys))
    found: dict[str, Picture] = {}
    for start in range(0, len(wanted), 500):
        rows = session.scalars(select(Picture).where(Picture.key.in_(wanted[start : start + 500])))
        found |= {row.key: row for row in rows}
    return found


def _known(keys: Sequence[str]) -> list[str]:
    known: list[str] = []
    for start in range(0, len(keys), 500):
        known += session.scalars(select(Picture.key).where(Picture.key.in_(keys[start : start + 500])))
    return known
