"""Pictures at their signed addresses: made at the first request, kept by everyone for a year."""

from __future__ import annotations

from flask import Blueprint, Response, request, send_file
from flask.typing import ResponseReturnValue as Answer

from elite import media
from elite.web.routes import declares

bp = Blueprint("media", __name__)
NOT_LONG = "public, max-age=300"


@bp.get("/<key>/<signature>/<int:width>.<fmt>")
@declares(who="anyone", csrf="safe", cache="immutable", limit="media")
def show(key: str, signature: str, width: int, fmt: str) -> Answer:
    media.check_address(key, signature, width, fmt)
    try:
        path = media.derivative(key, width, fmt)
    except media.NoSuchPicture:
        return _empty_plate()
    answer = send_file(path, mimetype=media.FORMATS[fmt], conditional=True, etag=f"{key}-{width}-{fmt}")
    del answer.headers["Cache-Control"]  # the declared class says how long
    return answer


def _empty_plate() -> Response:
    """The key is ours but its picture has not come yet: a drawing, kept briefly, because the real one may."""
    answer = Response(media.MISSING_DRAWING, mimetype="image/svg+xml")
    answer.headers["Cache-Control"] = NOT_LONG
    answer.add_etag()
    answer.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    answer.make_conditional(request)
    return answer
