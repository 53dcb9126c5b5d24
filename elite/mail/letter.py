"""A letter before it is folded: who gets it, what it is about, and the two templates that draw it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import css_inline
from flask import current_app

from elite.kernel.settings import settings

_EMPTY_LINES = re.compile(r"\n\s*\n")  # parts that are left out leave several


@dataclass(frozen=True, kw_only=True)
class Letter:
    """`kind` names `templates/mail/<kind>.html` and `.txt`; `about` is an order's number; `key` makes it this letter and no other."""

    kind: str
    about: str
    to: str
    title: str
    key: str
    context: dict[str, Any] = field(default_factory=dict)
    attachments: tuple[tuple[str, str, bytes], ...] = ()  # (file name, media type, content)


@dataclass(frozen=True)
class Rendered:
    """A letter ready to leave: words, and the same words with their clothes on."""

    text: str
    html: str


def render(letter: Letter) -> Rendered:
    """Both forms of the letter; styles are written into the elements, as mail programs want them."""
    environment = current_app.jinja_env
    # Straight from the environment: what pages add (session, cart, navigation) does not exist for a letter.
    context = {
        "title": letter.title,
        "store_name": settings().store_name,
        "store_url": settings().base_url,
        **letter.context,
    }
    html = environment.get_template(f"mail/{letter.kind}.html").render(context)
    text = environment.get_template(f"mail/{letter.kind}.txt").render(context)
    return Rendered(_EMPTY_LINES.sub("\n\n", text).strip() + "\n", _inliner().inline(html))


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(keep_at_rules=True, keep_style_tags=False, load_remote_stylesheets=False)
