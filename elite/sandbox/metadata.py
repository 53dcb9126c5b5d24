"""Notes that merchants pin to objects, and their limits."""

from __future__ import annotations

from typing import Any

from elite.sandbox.errors import Refused

_MOST, _LONGEST_NAME, _LONGEST_VALUE = 50, 40, 500


def merged(before: dict[str, str], sent: Any) -> dict[str, str]:
    """The notes after an update: an empty value removes one, an empty `metadata` removes all."""
    if sent == "":
        return {}
    for name, value in sent.items():
        if len(name) > _LONGEST_NAME:
            raise Refused(f"A metadata key may have {_LONGEST_NAME} characters.", param="metadata")
        if len(value) > _LONGEST_VALUE:
            raise Refused(f"A metadata value may have {_LONGEST_VALUE} characters.", param=f"metadata[{name}]")
    after = {name: value for name, value in (before | sent).items() if value != ""}
    if len(after) > _MOST:
        raise Refused(f"There may be {_MOST} metadata keys.", param="metadata")
    return after
