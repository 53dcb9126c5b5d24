"""Answers in hypertext: a whole page for a browser, only the changed parts for htmx."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, make_response, render_template, request
from jinja2_fragments.flask import render_block


def is_htmx() -> bool:
    """True when htmx wants a part; boosted links, the back button and plain browsers want the whole page."""
    return request.headers.get("HX-Request-Type") == "partial"


def page(template: str, /, *, fragment: str | None = None, status: int = 200, **context: Any) -> Response:
    """The page, or, when htmx asks, just its `fragment` block."""
    if fragment and is_htmx():
        return fragments(f"{template}#{fragment}", status=status, **context)
    return make_response(render_template(template, **context), status)


def fragments(main: str, /, *, also: Mapping[str, str] | None = None, status: int = 200, **context: Any) -> Response:
    """The `main` fragment and, beside it, partials that must change `also`: {target selector: partial}."""
    html = [_render(main, **context)]
    for target, partial in (also or {}).items():
        html.append(f'<hx-partial hx-target="{target}" hx-swap="outerHTML">{_render(partial, **context)}</hx-partial>')
    return make_response("\n".join(html), status)


def go_to(address: str) -> Response:
    """A new page after a partial request: htmx loads it whole, a plain browser follows the 303."""
    if is_htmx():
        answer = make_response("", 204)
        answer.headers["HX-Redirect"] = address
        return answer
    answer = make_response("", 303)
    answer.headers["Location"] = address
    return answer


def vary_on_htmx(response: Response) -> Response:
    """One URL, two bodies: keep caches from handing a fragment to a browser."""
    response.vary.update(("HX-Request", "HX-Request-Type"))
    return response


def _render(name: str, **context: Any) -> str:
    template, _, block = name.partition("#")
    return render_block(template, block, **context) if block else render_template(template, **context)
