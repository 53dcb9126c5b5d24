"""Which page of a list is meant: what people type into addresses is harmless."""

from __future__ import annotations

from collections.abc import Mapping

MOST_PAGES = 10_000


def page_number(args: Mapping[str, str], name: str = "page") -> int:
    """The page asked for, from 1; anything that is no whole number is the first."""
    typed = args.get(name, "").strip()
    return min(max(1, int(typed)), MOST_PAGES) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 1
