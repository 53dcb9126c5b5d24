"""The one place where HTML from staff, suppliers and import files becomes harmless."""

from __future__ import annotations

import re
from html import unescape

import nh3

_TAGS = {
    "p",
    "br",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "b",
    "i",
    "h3",
    "h4",
    "blockquote",
    "a",
    "table",
    "tbody",
    "thead",
    "tr",
    "th",
    "td",
}
_LONGEST = 20_000
_TAG = re.compile(r"<[^>]*>")


def sanitise(html: str) -> str:
    """`html` with nothing left but text, lists, small headings, tables and links to the web; no styles, no scripts."""
    return nh3.clean(
        html[:_LONGEST],
        tags=_TAGS,
        clean_content_tags={"script", "style", "template"},
        attributes={"a": {"href"}, "td": {"colspan"}, "th": {"colspan", "scope"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
    ).strip()


def plain(html: str) -> str:
    """The text of sanitised `html`, for searching and for summaries."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())
