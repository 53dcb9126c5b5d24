"""Every request is held against the typed parameters of the pinned SDK, so that the sandbox is never laxer than it.

The SDK writes an enumeration as `Literal[...] | str` to stay open for later versions; the gateway of one version is
closed, so the literals decide. What a form can carry is text: numbers and booleans are read from it here.
"""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from stripe import RequestOptions
from typing_extensions import is_typeddict

from elite.sandbox.errors import Refused

_WHOLE = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?")


def checked(sent: Mapping[str, Any], form: type) -> dict[str, Any]:
    """The sent parameters with the types the SDK gives them; refuses what is unknown, missing or of the wrong kind."""
    return _group(sent, form, "")


def _group(sent: Any, form: type, path: str) -> dict[str, Any]:
    if not isinstance(sent, Mapping):
        raise Refused(f"Invalid object: {path} must be a group of parameters.", param=path)
    hints, required = _fields(form)
    for name in sent:
        if name not in hints:
            where = _within(path, name)
            raise Refused(f"Received unknown parameter: {where}", code="parameter_unknown", param=where)
    for name in sorted(required - sent.keys()):
        where = _within(path, name)
        raise Refused(f"Missing required param: {where}.", code="parameter_missing", param=where)
    return {name: _value(value, hints[name], _within(path, name)) for name, value in sent.items()}


@cache
def _fields(form: type) -> tuple[dict[str, Any], frozenset[str]]:
    hints = get_type_hints(form, localns={"StripeContext": object, "Mapping": Mapping})
    options = RequestOptions.__annotations__
    required: frozenset[str] = form.__required_keys__  # type: ignore[attr-defined]
    return {name: hint for name, hint in hints.items() if name not in options}, required - options.keys()


def _value(sent: Any, hint: Any, path: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _one_of(sent, get_args(hint), path)
    if origin is Literal:
        return _literal(sent, get_args(hint), path)
    if origin is list:
        return _list(sent, get_args(hint)[0], path)
    if origin is dict:
        return _mapping(sent, path)
    if is_typeddict(hint):
        return _group(sent, hint, path)
    return _plain(sent, hint, path)


def _one_of(sent: Any, choices: tuple[Any, ...], path: str) -> Any:
    literals = {word for choice in choices if get_origin(choice) is Literal for word in get_args(choice)}
    if sent == "" and "" in literals:
        return ""
    if literals - {""} and str in choices:
        return _literal(sent, tuple(literals), path)
    refusal: Refused | None = None
    for choice in choices:
        if choice is type(None) or get_origin(choice) is Literal or "UntypedStripeObject" in str(choice):
            continue
        try:
            return _value(sent, choice, path)
        except Refused as no:
            refusal = refusal or no
    if refusal is None:
        return _literal(sent, tuple(literals), path)
    raise refusal


def _literal(sent: Any, words: tuple[Any, ...], path: str) -> str:
    if not isinstance(sent, str) or sent not in words:
        known = ", ".join(sorted(str(word) for word in words if word != ""))
        raise Refused(f"Invalid {path}: must be one of {known}", param=path)
    return sent


def _list(sent: Any, hint: Any, path: str) -> list[Any]:
    if not isinstance(sent, dict) or not all(name.isascii() and name.isdigit() for name in sent):
        raise Refused(f"Invalid array: {path}", param=path)
    return [_value(sent[place], hint, f"{path}[{place}]") for place in sorted(sent, key=int)]


def _mapping(sent: Any, path: str) -> dict[str, str]:
    if not isinstance(sent, dict):
        raise Refused(f"Invalid object: {path} must be a group of parameters.", param=path)
    for name, value in sent.items():
        if not isinstance(value, str):
            raise Refused(f"Invalid string: {path}[{name}]", param=f"{path}[{name}]")
    return sent


def _plain(sent: Any, hint: Any, path: str) -> Any:
    if not isinstance(sent, str):
        raise Refused(f"Invalid value: {path} must not be a group.", param=path)
    if sent == "":
        message = f"'{path}' was sent empty and cannot be unset. Leave it out or give it a value."
        raise Refused(message, code="parameter_invalid_empty", param=path)
    if hint is bool:
        if sent not in ("true", "false"):
            raise Refused(f"Invalid boolean: {sent}", param=path)
        return sent == "true"
    if hint is int:
        if not _WHOLE.fullmatch(sent):
            raise Refused(f"Invalid integer: {sent}", code="parameter_invalid_integer", param=path)
        return int(sent)
    if hint in (float, Decimal):
        if not _NUMBER.fullmatch(sent):
            raise Refused(f"Invalid decimal: {sent}", param=path)
        return Decimal(sent)
    return sent


def _within(path: str, name: str) -> str:
    return f"{path}[{name}]" if path else name
