"""Form bodies as Stripe nests them: `line_items[0][price_data][currency]=gbp` becomes mappings of strings.

Lists stay mappings with numbers as names here; the typed parameters know which is which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from elite.sandbox.errors import Refused

_KEY = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])*)")
_DEEPEST = 12


def nested(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Build the structure that the pairs describe; refuses keys that contradict each other."""
    tree: dict[str, Any] = {}
    for key, value in pairs:
        match = _KEY.fullmatch(key)
        if match is None:
            raise Refused(f"Invalid parameter name: {key}", code="parameter_unknown", param=key)
        steps = [match[1], *re.findall(r"\[([^\[\]]*)\]", match[2])]
        if len(steps) > _DEEPEST:
            raise Refused(f"The parameter {key} is nested too deeply.", param=key)
        _plant(tree, steps, value, key)
    return tree


def _plant(tree: dict[str, Any], steps: list[str], value: str, key: str) -> None:
    for step in steps[:-1]:
        below = tree.setdefault(step or str(len(tree)), {})
        if not isinstance(below, dict):
            raise Refused(f"The parameter {key} is both a value and a group.", param=key)
        tree = below
    last = steps[-1] or str(len(tree))
    if last in tree:
        raise Refused(f"The parameter {key} was sent twice.", param=key)
    tree[last] = value
