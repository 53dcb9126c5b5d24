"""The mail viewer at /dev/mail: what a demonstration would have sent. Exists only with the demonstration's switch."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue as Answer

from elite.kernel.settings import settings
from elite.web.hypermedia import page
from elite.web.routes import declares

bp = Blueprint("letters", __name__)
# Letters carry their styles on their elements; nothing else of them may act.
LETTER_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; form-action 'none'"
)
SHOWN = 100


@bp.get("")
@declares(who="demo", cache="private", limit="browse")
def index() -> Answer:
    names = sorted((path.stem for path in _folder().glob("*.eml")), reverse=True)[:SHOWN]
    return page("letters/index.html", letters=[(name, _read(name)) for name in names])


@bp.get("/<name>")
@declares(who="demo", cache="private", limit="browse")
def show(name: str) -> Answer:
    letter = _read(name)
    body = letter.get_body(("plain",))
    attachments = [part.get_filename() or "" for part in letter.iter_attachments()]
    return page(
        "letters/show.html", name=name, letter=letter, text=body.get_content() if body else "", attachments=attachments
    )


@bp.get("/<name>/letter.html")
@declares(who="demo", cache="private", limit="browse")
def html(name: str) -> Answer:
    body = _read(name).get_body(("html",)) or abort(404)
    answer = Response(str(body.get_content()), mimetype="text/html")
    answer.headers["Content-Security-Policy"] = LETTER_POLICY
    return answer


@bp.get("/<name>/attachments/<int:number>")
@declares(who="demo", cache="private", limit="browse")
def attachment(name: str, number: int) -> Answer:
    parts = list(_read(name).iter_attachments())
    if number >= len(parts):
        abort(404)
    content = parts[number].get_payload(decode=True)
    answer = Response(content if isinstance(content, bytes) else b"", mimetype=parts[number].get_content_type())
    answer.headers.set("Content-Disposition", "inline", filename=parts[number].get_filename() or "file")
    return answer


def _folder() -> Path:
    return settings().instance / "letters"


def _read(name: str) -> EmailMessage:
    if not re.fullmatch(r"[0-9]{20}-[0-9a-f]{12}", name):
        abort(404)
    path = _folder() / f"{name}.eml"
    if not path.is_file():
        abort(404)
    letter = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(letter, EmailMessage)
    return letter
