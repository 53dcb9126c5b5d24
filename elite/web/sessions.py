"""Server sessions: a Redis hash for speed, a row for truth, one changed key at a time (decision 17).

- Looking around leaves nothing: no cookie, no key, no row, until something is put into the session.
- A change is one Lua call on the changed keys; it adds 1 to `version` and returns the whole, which is then written to the row
  `WHERE version < :v AND ended_at IS NULL`. Two requests at once both keep their keys.
- Ending writes the row first; the hash goes after the commit. A hash that is found without its row signs nobody in.
- The cookie is `id.mac`; a wrong mac is no session and costs no look-up.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import secrets
from datetime import timedelta
from typing import Any, cast

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from elite.accounts import WebSession, end_session, find_session
from elite.kernel import clock
from elite.kernel.db import rows_changed
from elite.kernel.db import session as database
from elite.kernel.redis import RedisAway, key, redis_client
from elite.kernel.settings import settings
from elite.kernel.tokens import check_signature, digest, sign
from elite.kernel.transaction import in_transaction

log = logging.getLogger(__name__)
LIFETIME = timedelta(days=30)
CSRF_KEY = "csrf_token"

# KEYS[1] the hash · ARGV: ttl, must exist ("1"), number of keys to delete, those keys, then key, value, key, value …
_CHANGE = """
if ARGV[2] == '1' and redis.call('EXISTS', KEYS[1]) == 0 then return false end
local gone = tonumber(ARGV[3])
for i = 4, 3 + gone do redis.call('HDEL', KEYS[1], ARGV[i]) end
for i = 4 + gone, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
redis.call('HINCRBY', KEYS[1], '_version', 1)
redis.call('EXPIRE', KEYS[1], ARGV[1])
return redis.call('HGETALL', KEYS[1])
"""


class ServerSession(dict[str, Any], SessionMixin):
    """What the shop remembers of one visitor; values are plain JSON."""

    def __init__(self, sid: str, data: dict[str, Any], *, new: bool) -> None:
        super().__init__(data)
        self.sid = sid
        self.new = new
        self.left: list[str] = []  # ids this session had before; they end with the answer
        self._loaded = {} if new else _dumped(data)

    @property
    def id_hash(self) -> str:
        """What the database knows this session by."""
        return digest(self.sid)

    def rotate(self) -> None:
        """Go on under a new id; the old one is dead once the answer is sent. Called at every sign-in and sign-out."""
        if not self.new:
            self.left.append(self.sid)
        self.sid, self.new, self._loaded = secrets.token_urlsafe(32), True, {}
        self.pop(CSRF_KEY, None)

    def end(self) -> None:
        """Forget everything, here and in the database."""
        self.clear()
        self.rotate()

    def changes(self) -> tuple[dict[str, str], list[str]]:
        """The keys that differ from what was loaded, and the keys that are gone."""
        now = _dumped(self)
        return {k: v for k, v in now.items() if self._loaded.get(k) != v}, [k for k in self._loaded if k not in now]


class ServerSessions(SessionInterface):
    """Opens and saves sessions; survives a Redis that is away, slow or flushed."""

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        sid = _checked(request.cookies.get(cookie_name(), ""))
        if sid:
            data = self._load(digest(sid))
            if data is not None:
                return ServerSession(sid, data, new=False)
        return ServerSession(secrets.token_urlsafe(32), {}, new=True)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        mine = cast(ServerSession, session)
        try:
            self._save(mine, response)
        except DBAPIError:
            # The database is away: the answer (already a 503 where it matters) must still leave the house.
            log.warning("session.unsaved", exc_info=True)

    def _save(self, mine: ServerSession, response: Response) -> None:
        for sid in mine.left:
            _end(digest(sid))
        if mine.new and not mine:
            if mine.left:
                response.delete_cookie(cookie_name(), path="/", secure=settings().https, httponly=True, samesite="Lax")
            return
        if mine.new:
            mine.setdefault(CSRF_KEY, hashlib.sha1(os.urandom(64), usedforsecurity=False).hexdigest())
        changed, gone = mine.changes()
        if not changed and not gone:
            return
        if self._write(mine.id_hash, changed, gone, new=mine.new) and mine.new:
            _set_cookie(response, mine.sid)

    def _load(self, id_hash: str) -> dict[str, Any] | None:
        try:
            raw = cast(dict[str, str], redis_client().hgetall(_key(id_hash)))
            if raw:
                return {k: json.loads(v) for k, v in raw.items() if not k.startswith("_version")}
        except RedisAway:
            pass
        try:
            row = find_session(id_hash)
        except DBAPIError:
            return None
        if row is None:
            return None
        _rebuild(row)
        return dict(row.data)

    def _write(self, id_hash: str, changed: dict[str, str], gone: list[str], *, new: bool) -> bool:
        """True when the change is kept; False when the session was ended meanwhile."""
        try:
            whole = self._change(id_hash, changed, gone, new=new)
        except RedisAway:
            return in_transaction(_write_row_alone, id_hash, changed, gone, new)
        if whole is None:
            return False
        version = int(whole.pop("_version"))
        if not in_transaction(_write_row, id_hash, version, {k: json.loads(v) for k, v in whole.items()}, new):
            _drop(id_hash)
            return False
        return True

    def _change(self, id_hash: str, changed: dict[str, str], gone: list[str], *, new: bool) -> dict[str, str] | None:
        arguments: list[str | int] = [int(LIFETIME.total_seconds()), 0 if new else 1, len(gone), *gone]
        for name, value in changed.items():
            arguments += [name, value]
        change = redis_client().register_script(_CHANGE)
        for _ in range(2):
            flat = change(keys=[_key(id_hash)], args=arguments)
            if flat:
                return flat if isinstance(flat, dict) else dict(zip(flat[::2], flat[1::2], strict=True))
            row = find_session(id_hash)  # the hash is gone: flushed, or ended?
            if row is None:
                return None
            _rebuild(row)
        return None


def cookie_name() -> str:
    """`__Host-` where the shop is reached over TLS; browsers refuse that name without it."""
    return "__Host-session" if settings().https else "session"


def _checked(cookie: str) -> str | None:
    sid, _, mac = cookie.rpartition(".")
    return sid if 20 < len(sid) < 100 and check_signature("session", sid, mac) else None


def _set_cookie(response: Response, sid: str) -> None:
    response.set_cookie(
        cookie_name(),
        f"{sid}.{sign('session', sid)}",
        max_age=int(LIFETIME.total_seconds()),
        path="/",
        secure=settings().https,
        httponly=True,
        samesite="Lax",
    )


def _key(id_hash: str) -> str:
    return key(f"session:{id_hash}")


def _dumped(data: dict[str, Any]) -> dict[str, str]:
    return {k: json.dumps(v, separators=(",", ":"), sort_keys=True) for k, v in data.items()}


def _rebuild(row: WebSession) -> None:
    """Put the row's copy back into Redis, unless somebody was quicker."""
    flat: list[str] = [part for pair in _dumped(row.data).items() for part in pair]
    script = """
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
for i = 3, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
redis.call('HSET', KEYS[1], '_version', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[1])
return 1
"""
    try:
        arguments: list[str | int] = [int(LIFETIME.total_seconds()), row.version, *flat]
        redis_client().register_script(script)(keys=[_key(row.id_hash)], args=arguments)
    except RedisAway:
        pass


def _drop(id_hash: str) -> None:
    try:
        redis_client().delete(_key(id_hash))
    except RedisAway:
        pass


def _end(id_hash: str) -> None:
    in_transaction(end_session, id_hash)
    _drop(id_hash)


def _user_in(data: dict[str, Any]) -> int | None:
    user = data.get("_user_id")
    return int(user) if user else None


def _write_row(id_hash: str, version: int, data: dict[str, Any], new: bool) -> bool:
    """Write what Redis holds, if it is newer and the session lives. True also when a newer row stands there already."""
    until = clock.database_now() + LIFETIME
    newer = update(WebSession).where(
        WebSession.id_hash == id_hash, WebSession.version < version, WebSession.ended_at.is_(None)
    )
    values = {"version": version, "data": data, "user_id": _user_in(data), "expires_at": until}
    if not new and _rows(newer, values):
        return True
    row = database.get(WebSession, id_hash)
    if row is None:
        return new and _insert(WebSession(id_hash=id_hash, **values))
    return row.ended_at is None


def _write_row_alone(id_hash: str, changed: dict[str, str], gone: list[str], new: bool) -> bool:
    """The same change with Redis away: the row alone, under its lock."""
    row = database.get(WebSession, id_hash, with_for_update=True)
    if row is None and not new:
        return False
    data = {k: v for k, v in (row.data if row else {}).items() if k not in gone}
    data.update({k: json.loads(v) for k, v in changed.items()})
    until = clock.database_now() + LIFETIME
    if row is None:
        return _insert(WebSession(id_hash=id_hash, version=1, data=data, user_id=_user_in(data), expires_at=until))
    if row.ended_at is not None:
        return False
    row.version, row.data, row.user_id, row.expires_at = row.version + 1, data, _user_in(data), until
    return True


def _rows(statement: Any, values: dict[str, Any]) -> int:
    return rows_changed(statement.values(**values))


def _insert(row: WebSession) -> bool:
    try:
        with database.begin_nested():
            database.add(row)
    except IntegrityError:
        return False
    return True


def forget_dead_sessions() -> int:
    """Delete rows a week past their time; for the nightly schedule, inside a transaction. Answers how many went."""
    cut = clock.database_now() - timedelta(days=7)
    return rows_changed(delete(WebSession).where(WebSession.expires_at < cut))
