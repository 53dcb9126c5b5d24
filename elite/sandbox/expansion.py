"""What of an object is shown: without the sandbox's own notes, and with the parts that `expand` asked for in full."""

from __future__ import annotations

from typing import Any

from elite.sandbox.errors import Refused
from elite.sandbox.state import Records, Thing

_POINTERS = {
    "checkout.session": {"payment_intent": "payment_intent"},
    "payment_intent": {"latest_charge": "charge"},
    "charge": {"payment_intent": "payment_intent"},
    "refund": {"charge": "charge", "payment_intent": "payment_intent"},
    "dispute": {"charge": "charge", "payment_intent": "payment_intent"},
}
_EMPTY = {"customer", "invoice", "balance_transaction", "payment_method"}
"""Expandable at Stripe, always null or a bare id here."""
_FIRST_PAGE = 10
_DEEPEST = 4


def shown(thing: Thing) -> Thing:
    """The object without the notes that begin with an underscore."""
    return {name: value for name, value in thing.items() if not name.startswith("_")}


def expanded(records: Records, thing: Thing, paths: list[str]) -> Thing:
    """The object as asked for; refuses what cannot be expanded."""
    for path in paths:
        if path.count(".") >= _DEEPEST:
            raise Refused(f"'{path}' is more than {_DEEPEST} levels deep.", param="expand")
    if thing["object"] != "list":
        return _open(records, thing, [path.split(".") for path in paths])
    within = []
    for path in paths:
        first, *rest = path.split(".")
        if first != "data" or not rest:
            raise _cannot(path)
        within.append(rest)
    return {**thing, "data": [_open(records, item, within) for item in thing["data"]]}


def _open(records: Records, thing: Thing, paths: list[list[str]]) -> Thing:
    whole = dict(thing)
    for name in dict.fromkeys(path[0] for path in paths):
        rest = [path[1:] for path in paths if path[0] == name and path[1:]]
        whole[name] = _part(records, thing, name, rest)
    return shown(whole)


def _part(records: Records, thing: Thing, name: str, rest: list[list[str]]) -> Any:
    kind = str(thing["object"])
    if name in _POINTERS.get(kind, {}):
        found = records.find(_POINTERS[kind][name], thing[name]) if thing[name] else None
        return _open(records, found, rest) if found else thing[name]
    if (kind, name) == ("checkout.session", "line_items"):
        return first_page(thing["_line_items"], f"/v1/checkout/sessions/{thing['id']}/line_items")
    if (kind, name) == ("charge", "refunds"):
        refunds = records.list_where("refund", "json_extract(data, '$.charge') = ?", thing["id"])
        return first_page([shown(refund) for refund in refunds], f"/v1/charges/{thing['id']}/refunds")
    if name in _EMPTY and name in thing:
        return thing[name]
    raise _cannot(name)


def first_page(items: list[Thing], url: str, limit: int = _FIRST_PAGE) -> Thing:
    """A list inside an object: its first page, and whether there is more."""
    return {"object": "list", "url": url, "has_more": len(items) > limit, "data": items[:limit]}


def _cannot(name: str) -> Refused:
    return Refused(f"This property cannot be expanded ({name}).", param="expand")
