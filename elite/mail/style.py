"""The letters' stylesheet: plain colours and pixels, because mail programs know no tokens."""

from __future__ import annotations

from pathlib import Path


def letter_css() -> str:
    """The rules that are written into each element of a letter."""
    return (Path(__file__).parent / "letter.css").read_text()
