"""What a shopper means to buy: lines that hold no price, kept as a row and, beside it, as a quick copy in Redis.

Read `cart.py` for how the two agree, `changes.py` for what can happen to a cart, `review.py` for what it costs today
and `conversion.py` for how it becomes an order.
"""

from elite.cart.cart import Cart
from elite.cart.contents import MOST_LINES, Contents, Line, Step
from elite.cart.conversion import lock, mark_converted, mark_converting, reopen
from elite.cart.errors import (
    AwaitingPayment,
    CartBusy,
    CartFull,
    LineGone,
    NothingToUndo,
    NotOffered,
    Overtaken,
    PricesMoved,
    QuantityRefused,
)
from elite.cart.idle import forget_idle
from elite.cart.open_order import find_open_order
from elite.cart.review import CartView, LineView, review
from elite.cart.row import State, StoredCart
from elite.cart.services import (
    accept_prices,
    add_item,
    move_to_cart,
    remove_item,
    save_for_later,
    set_quantity,
    undo,
)

__all__ = [
    "MOST_LINES",
    "AwaitingPayment",
    "Cart",
    "CartBusy",
    "CartFull",
    "CartView",
    "Contents",
    "Line",
    "LineGone",
    "LineView",
    "NotOffered",
    "NothingToUndo",
    "Overtaken",
    "PricesMoved",
    "QuantityRefused",
    "State",
    "Step",
    "StoredCart",
    "accept_prices",
    "add_item",
    "find_open_order",
    "forget_idle",
    "lock",
    "mark_converted",
    "mark_converting",
    "move_to_cart",
    "remove_item",
    "reopen",
    "review",
    "save_for_later",
    "set_quantity",
    "undo",
]
