"""Words for people: every sentence passes through `_`, so that a translation is a matter of data.

The web floor hands in a translator (Flask-Babel's); below it, and in jobs without a request, sentences stay as they are written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any, Protocol


class Translator(Protocol):
    """The two look-ups a translation needs; both receive the English sentence and fall back to it."""

    def gettext(self, sentence: str) -> str: ...

    def ngettext(self, one: str, many: str, count: int) -> str: ...


class _English:
    def gettext(self, sentence: str) -> str:
        return sentence

    def ngettext(self, one: str, many: str, count: int) -> str:
        return one if count == 1 else many


_find: Callable[[], Translator] = _English


def use_translator(find: Callable[[], Translator]) -> None:
    """Ask `find` for the translator of the moment at each sentence."""
    global _find
    _find = find


def _(sentence: str, **values: Any) -> str:
    """`sentence` in the reader's language, with its `%(name)s` filled in."""
    words = _find().gettext(sentence)
    return words % values if values else words


def ngettext(one: str, many: str, count: int, **values: Any) -> str:
    """The singular or plural sentence for `count`, which is also a value called `count`."""
    return _find().ngettext(one, many, count) % {"count": count, **values}


def fold(text: str) -> str:
    """`text` as people search and sort it: lower case, no diacritics, single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
