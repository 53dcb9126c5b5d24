"""Lists of objects, newest first, a page at a time."""

from __future__ import annotations

from typing import Any

from elite.sandbox.errors import Refused, no_such
from elite.sandbox.state import Records, Thing
from elite.sandbox.unsupported import refuse_beyond

_ALWAYS = ("created", "ending_before", "expand", "limit", "starting_after")
_COMPARISONS = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}


def page_of(records: Records, kind: str, url: str, asked: dict[str, Any], filters: tuple[str, ...] = ()) -> Thing:
    """One page: `limit`, `starting_after`, `ending_before`, `created` and the filters that this kind knows."""
    refuse_beyond((*_ALWAYS, *filters), asked)
    limit = asked.get("limit", 10)
    if not 1 <= limit <= 100:
        raise Refused("limit must be between 1 and 100.", param="limit")
    if "starting_after" in asked and "ending_before" in asked:
        raise Refused("Ask for starting_after or ending_before, not both.", param="ending_before")

    conditions, values = _created(asked.get("created", {}))
    for name in filters:
        if name in asked and name != "types":
            conditions.append(f"json_extract(data, '$.{name}') = ?")
            values.append(asked[name])
    if types := asked.get("types"):
        conditions.append(f"json_extract(data, '$.type') IN ({', '.join('?' * len(types))})")
        values += types
    backwards = "ending_before" in asked
    for name, sign in (("starting_after", "<"), ("ending_before", ">")):
        if name in asked:
            conditions.append(f"serial {sign} ?")
            values.append(_serial(records, kind, asked[name], name))

    condition = " AND ".join(conditions or ["1"])
    found = records.list_where(kind, condition, *values, newest=not backwards, most=limit + 1)
    data = found[:limit][:: -1 if backwards else 1]
    return {"object": "list", "url": url, "has_more": len(found) > limit, "data": data}


def _created(asked: Any) -> tuple[list[str], list[Any]]:
    if isinstance(asked, int):
        return ["created = ?"], [asked]
    return [f"created {_COMPARISONS[name]} ?" for name in asked], list(asked.values())


def _serial(records: Records, kind: str, identifier: str, param: str) -> int:
    rows = records.rows("SELECT serial FROM object WHERE kind = ? AND id = ?", kind, identifier)
    if not rows:
        raise no_such(kind, identifier, param)
    return int(rows[0]["serial"])
