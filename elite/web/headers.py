"""What every answer says to the browser: content policy, caching by declared class, and their friends (decisions 18, 20)."""

from __future__ import annotations

from flask import Flask, Response, request

from elite.kernel.settings import settings
from elite.web.hypermedia import vary_on_htmx
from elite.web.routes import current_declaration

_CACHE = {
    "public": "no-cache",
    "private": "private, no-store",
    "token": "private, no-store",
    "immutable": "public, max-age=31536000, immutable",
    "probe": "no-store",
}


def prepare(app: Flask) -> None:
    """Put the headers on every answer, errors included."""
    policy = content_policy()

    @app.after_request
    def finish(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", policy)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
        if settings().https:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        return _say_who_may_keep_it(response)


def content_policy() -> str:
    """`script-src 'self'` without a nonce: nothing of ours is inline (decision 20)."""
    form_targets = "'self'"
    if settings().card_payment:
        form_targets += f" {settings().stripe_checkout_origin}"
    return (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        f"form-action {form_targets}; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    )


def _say_who_may_keep_it(response: Response) -> Response:
    said = current_declaration()
    kind = said.cache if said and response.status_code < 400 else "private"
    response.headers.setdefault("Cache-Control", _CACHE[kind])
    if kind == "token" or (said and said.cache == "token"):
        response.headers["Referrer-Policy"] = "same-origin"
    if kind in ("public", "private", "token") and response.mimetype == "text/html":
        vary_on_htmx(response)
        response.vary.update(("Cookie", "Accept-Encoding"))
    if (
        kind == "public"
        and response.status_code == 200
        and request.method in ("GET", "HEAD")
        and not response.is_streamed
    ):
        response.add_etag(weak=True)
        response.make_conditional(request)
    return response
