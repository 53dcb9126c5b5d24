"""The quick copy of a cart: one Redis hash, changed by one Lua call, so that two tabs pressing at once both count.

It is never the truth. A copy that does not descend from the row is thrown away (`replace`), and what it alone knew was
told to nobody: a change is answered only after the row has it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

from elite.cart.changes import Change
from elite.cart.contents import CHANGES_KEPT, MOST_LINES, STEPS_KEPT, Contents
from elite.kernel.redis import key, redis_client

LIFETIME = 60 * 24 * 60 * 60
"""Seconds a copy is kept after its last change; the row outlives it."""

ABSENT, CLOSED, DONE = "absent", "closed", "done"

_REPLACE = """
-- KEYS[1] the hash · ARGV: seconds to live, the change that condemns what stands there (or nothing), name, value, ...
if redis.call('HEXISTS', KEYS[1], 'version') == 1 then
  if ARGV[2] == '' then return 0 end
  if not string.find(redis.call('HGET', KEYS[1], 'recent'), ARGV[2], 1, true) then return 0 end
end
redis.call('DEL', KEYS[1])
for i = 3, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return 1
"""


def read(name: str) -> Contents | None:
    """The copy kept under `name`, if there is one."""
    fields = cast(dict[str, str], redis_client().hgetall(_key(name)))
    return Contents.from_hash(fields) if "version" in fields else None


def count(name: str) -> int | None:
    """How many units the copy counts; None when there is no copy. One short question: every page asks it."""
    answer = cast("str | None", redis_client().hget(_key(name), "count"))
    return None if answer is None else int(answer)


def change(name: str, wanted: Change, *, begin: bool) -> tuple[str, Contents | None, int]:
    """Apply `wanted` in one call. Answers a word, the whole copy after it, and what a wrong quantity came to."""
    arguments: list[Any] = [wanted.id, LIFETIME, int(begin), MOST_LINES, STEPS_KEPT, CHANGES_KEPT, wanted.kind]
    word, *flat = redis_client().register_script(_change())(keys=[_key(name)], args=[*arguments, *wanted.arguments()])
    if not flat:
        return word, None, 0
    fields = dict(zip(flat[::2], flat[1::2], strict=True))
    total = int(fields.pop("total", 0))
    return word, Contents.from_hash(fields), total


def replace(name: str, contents: Contents, *, condemned: str) -> None:
    """Put `contents` there, if nothing is there or if what is there contains the `condemned` change."""
    flat = [part for pair in contents.to_hash().items() for part in pair]
    redis_client().register_script(_REPLACE)(keys=[_key(name)], args=[LIFETIME, condemned, *flat])


def close(name: str) -> None:
    """Leave a mark that this cart was bought, so that the header need not ask the database again."""
    with redis_client().pipeline() as both:
        both.delete(_key(name))
        both.hset(_key(name), mapping={"closed": "1", "count": "0"})
        both.expire(_key(name), LIFETIME)
        both.execute()


def drop(name: str) -> None:
    redis_client().delete(_key(name))


def _key(name: str) -> str:
    return key(f"cart:{name}")


@cache
def _change() -> str:
    return Path(__file__).with_name("quick_copy.lua").read_text(encoding="utf-8")
