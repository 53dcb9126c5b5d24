"""The words something is found by: one rule for what is stored and for what is typed, so the two always meet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from elite.kernel.text import fold

_WORD = re.compile(r"\w+")
_MOST = 12_000


def words(text: str) -> list[str]:
    """The folded words of `text`: "Crème-brûlée, 6 cm" is creme, brulee, 6 and cm."""
    return _WORD.findall(fold(text))


def searchable(parts: Iterable[str]) -> str:
    """All words of `parts`, each once, in order, with a space before and after every one."""
    seen = dict.fromkeys(word for part in parts for word in words(part))
    return f" {' '.join(seen)}"[:_MOST] + " "
