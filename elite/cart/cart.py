"""One shopper's cart: the row is the truth, the Redis hash its quick copy, and this is how the two agree (decision 16).

A change goes to the copy first, in one atomic call, and is answered when the row has it. The copy may overwrite the row
only if it knows the row's last change; otherwise it is rebuilt from the row and the change applied again. With Redis
away the row is changed directly. As the two alternate, the cart opens its own short transactions, through the `write`
it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from elite.cart import quick_copy, row
from elite.cart.changes import Change, WrongQuantity
from elite.cart.contents import MOST_LINES, Contents, Line
from elite.cart.errors import AwaitingPayment, CartBusy, CartFull, LineGone, NothingToUndo, Overtaken
from elite.cart.open_order import find_open_order
from elite.cart.row import Kept, State
from elite.kernel.redis import RedisAway
from elite.kernel.tokens import digest, new_token, sign

T = TypeVar("T")
TRIES = 12
EMPTY = Contents()


class Write(Protocol):
    """`kernel.transaction.in_transaction`, handed in by the edge."""

    def __call__(self, fn: Callable[..., T], /, *args: Any) -> T: ...


class Cart:
    """What one shopper means to buy. `token` is in the server session; None until the first change tells `remember`."""

    def __init__(
        self,
        token: str | None,
        *,
        write: Write,
        owner_id: int | None = None,
        remember: Callable[[str], object] = lambda token: None,
    ) -> None:
        self.token = token
        self._write, self._owner_id, self._remember = write, owner_id, remember
        self._count: int | None = None
        self._contents: Contents | None = None
        self._row: Kept | None = None

    @property
    def count(self) -> int:
        """How many units are in it, for the header: from the quick copy alone while nothing better is known."""
        if self._contents is not None:
            return self._contents.count
        if self._count is None:
            self._count = self._counted()
        return self._count

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is to be bought, in the order it was put in; saved lines are in `saved`."""
        return self.contents.to_buy

    @property
    def saved(self) -> tuple[Line, ...]:
        return self.contents.saved

    @property
    def version(self) -> int:
        return self.contents.version

    @property
    def id(self) -> int | None:
        """The row's id, which a placed order refers to; None while nothing is kept."""
        self.read()
        return self._row.id if self._row else None

    @property
    def is_awaiting_payment(self) -> bool:
        """Whether an order made of this cart waits for its payment; the cart cannot be changed then."""
        self.read()
        return self._row is not None and self._row.state is State.CONVERTING

    @property
    def contents(self) -> Contents:
        return self.read()

    def quantity_of(self, sku: str) -> int:
        return self.contents.quantity_of(sku)

    def read(self) -> Contents:
        """Copy and row, made to agree: a copy that is ahead is written to the row, a row ahead replaces the copy."""
        if self._contents is None:
            self._contents = self._agree(self.token) if self.token else EMPTY
        return self._contents

    def change(self, wanted: Change) -> Contents:
        """Apply `wanted` and answer the cart after it. Raises what refuses it, AwaitingPayment, or CartBusy."""
        begin = self.token is None
        token = self.token or new_token()
        attempt = wanted
        for _ in range(TRIES):
            try:
                word, copy, total = quick_copy.change(digest(token), attempt, begin=begin)
            except RedisAway:
                return self._change_row(token, attempt.again())

            kept = None if begin else row.find(digest(token)) if word != quick_copy.DONE else None
            begin = False
            if copy is not None and word == quick_copy.DONE:
                kept = self._write(row.keep, digest(token), copy, self._owner_id) if copy.recent else None
                if kept is None or (kept.is_open and kept.contents.knows(copy)):
                    return self._known(token, copy, kept)
            if kept is not None and not kept.is_open:
                token = self._leave(token, kept)
                continue
            if copy is not None and word != quick_copy.DONE and (kept is None or copy.knows(kept.contents)):
                raise _refusal(word, total)
            if copy is None and kept is None:
                begin = True  # the session has a token, nobody has a cart: it was forgotten, or never written
            elif kept is not None:
                self._rebuild(token, kept, condemned=copy.last_change if copy else "")
            if word == quick_copy.DONE:
                attempt = attempt.again()
        raise CartBusy

    def forget(self) -> None:
        """Read anew at the next question; for those who changed the row themselves."""
        self._contents = self._row = self._count = None

    def _change_row(self, token: str, attempt: Change) -> Contents:
        """The same change with Redis away, by the row alone. The copy does not know of it, and so loses later."""
        for _ in range(2):
            kept = self._write(row.change, digest(token), attempt, self._owner_id)
            if kept.is_open:
                return self._known(token, kept.contents, kept if kept.id else None)
            token = self._leave(token, kept)
        raise CartBusy

    def _known(self, token: str, contents: Contents, kept: Kept | None) -> Contents:
        if contents.recent and token != self.token:
            self.token = token
            self._remember(token)
        self._contents, self._row = contents, kept
        return contents

    def _leave(self, token: str, kept: Kept) -> str:
        """The token of the cart that follows one that is not open. Two tabs at once come to the same one."""
        if kept.state is State.CONVERTING:
            _quietly(quick_copy.drop, digest(token))
            order = find_open_order(kept.id)
            raise AwaitingPayment(kept.id, *order) if order else AwaitingPayment(kept.id)
        _quietly(quick_copy.close, digest(token))
        return sign("next cart", token)

    def _rebuild(self, token: str, kept: Kept, *, condemned: str) -> None:
        ahead = kept.contents.at(kept.contents.version + 1)
        _quietly(quick_copy.replace, digest(token), ahead, condemned=condemned)

    def _agree(self, token: str) -> Contents:
        name = digest(token)
        try:
            copy = quick_copy.read(name)
        except RedisAway:
            copy = None
        kept = row.find(name)
        if copy is not None and copy.recent and (kept is None or (kept.is_open and not kept.contents.knows(copy))):
            kept = self._write(row.keep, name, copy, self._owner_id)
        if kept is None:
            return EMPTY
        if kept.state is State.CONVERTED:
            _quietly(quick_copy.close, name)
            follower = sign("next cart", token)
            return self._agree(follower) if row.find(digest(follower)) else EMPTY
        if copy is None or copy.last_change != kept.contents.last_change:
            _quietly(quick_copy.replace, name, kept.contents, condemned=copy.last_change if copy else "")
        self._row = kept
        return kept.contents

    def _counted(self) -> int:
        if not self.token:
            return 0
        try:
            count = quick_copy.count(digest(self.token))
        except RedisAway:
            count = None
        return self.read().count if count is None else count


def _refusal(word: str, total: int) -> Exception:
    match word:
        case "quantity":
            return WrongQuantity(total)
        case "full":
            return CartFull(MOST_LINES)
        case "gone":
            return LineGone()
        case "nothing":
            return NothingToUndo()
        case "overtaken":
            return Overtaken()
        case _:
            return CartBusy()


def _quietly(step: Callable[..., None], *args: Any, **kwargs: Any) -> None:
    """Repairs of the copy are a courtesy; without Redis there is nothing to repair."""
    try:
        step(*args, **kwargs)
    except RedisAway:
        pass
