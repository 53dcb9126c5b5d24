"""A placed order is a frozen document: prices, taxes and addresses stay as they were promised (features.md M-7)."""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elite.kernel.db import Model
from elite.kernel.money import Money
from elite.kernel.tokens import new_number, new_token
from elite.orders.errors import CannotMove
from elite.orders.states import FULFILMENT_MOVES, HAS_MONEY, PAYMENT_MOVES, UNPAID, FulfilmentState, PaymentState


class Origin(enum.StrEnum):
    """Where an order came from."""

    SHOP = "shop"
    COUNTER = "counter"
    IMPORT = "import"
    TEST = "test"


class LineKind(enum.StrEnum):
    """Goods are picked; delivery and fees are lines of one unit, so that one formula serves all."""

    GOODS = "goods"
    DELIVERY = "delivery"
    FEE = "fee"


def canonical_email(email: str) -> str:
    """The key by which limits recognise a shopper: folded, without a "+tag". Never for access (decision 23)."""
    name, at, host = email.strip().casefold().rpartition("@")
    return f"{name.split('+')[0] or name}{at}{host}"


class Order(Model):
    """One pressed button, one order: `checkout_key` and (`cart_id`, `cart_version`) are unique."""

    __tablename__ = "orders"
    __table_args__ = (
        UniqueConstraint("cart_id", "cart_version"),
        CheckConstraint("total >= 0", name="total_not_below_zero"),
        Index("ix_orders_open", "payment_state", "fulfilment_state", "expires_at"),
        Index(None, "placed_at"),
        Index(None, "email_key", "placed_at"),
        Index(None, "session_key"),
        Index(None, "network"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(20), unique=True, default=lambda: new_number("E-"))
    public_token: Mapped[str] = mapped_column(unique=True, default=new_token)
    checkout_key: Mapped[str] = mapped_column(unique=True)
    cart_id: Mapped[int | None]
    cart_version: Mapped[int | None]
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    origin: Mapped[Origin] = mapped_column(default=Origin.SHOP)
    payment_state: Mapped[PaymentState] = mapped_column(default=PaymentState.AWAITING)
    fulfilment_state: Mapped[FulfilmentState] = mapped_column(default=FulfilmentState.HELD)
    payment_method: Mapped[str] = mapped_column(String(40))
    currency: Mapped[str] = mapped_column(String(3))

    email: Mapped[str]
    email_key: Mapped[str]
    name: Mapped[str]
    search_text: Mapped[str] = mapped_column(String(400), default="")  # name and company, folded
    phone: Mapped[str] = mapped_column(default="")
    company: Mapped[str] = mapped_column(default="")
    vat_id: Mapped[str] = mapped_column(default="")
    delivery_address: Mapped[dict[str, Any]] = mapped_column(default=dict)
    billing_address: Mapped[dict[str, Any]] = mapped_column(default=dict)
    delivery_method: Mapped[str] = mapped_column(default="")
    delivery_name: Mapped[str] = mapped_column(default="")
    promised_from: Mapped[date | None]
    promised_to: Mapped[date | None]
    event_date: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")

    goods: Mapped[Money]
    discount: Mapped[Money]
    delivery_price: Mapped[Money]
    fees: Mapped[Money]
    tax: Mapped[Money]
    total: Mapped[Money]
    prices_include_tax: Mapped[bool] = mapped_column(default=True)
    tax_zone: Mapped[str] = mapped_column(default="")

    network: Mapped[str] = mapped_column(String(64), default="")
    session_key: Mapped[str] = mapped_column(default="")
    placed_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    paid_at: Mapped[datetime | None]
    released_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    cancel_reason: Mapped[str] = mapped_column(default="")

    lines: Mapped[list[OrderLine]] = relationship(
        back_populates="order", lazy="raise", cascade="all, delete-orphan", order_by="OrderLine.position"
    )
    shipments: Mapped[list[Shipment]] = relationship(
        back_populates="order", lazy="raise", cascade="all, delete-orphan", order_by="Shipment.id"
    )

    def move_payment(self, state: PaymentState) -> None:
        """Go to `state`; staying is no move. Raises CannotMove for a move that is not listed."""
        if state is self.payment_state:
            return
        if state not in PAYMENT_MOVES[self.payment_state]:
            raise CannotMove(self.number, self.payment_state, state)
        self.payment_state = state

    def move_fulfilment(self, state: FulfilmentState) -> None:
        """Go to `state`; staying is no move. Raises CannotMove for a move that is not listed."""
        if state is self.fulfilment_state:
            return
        if state not in FULFILMENT_MOVES[self.fulfilment_state]:
            raise CannotMove(self.number, self.fulfilment_state, state)
        self.fulfilment_state = state

    @property
    def is_paid(self) -> bool:
        return self.payment_state in HAS_MONEY

    @property
    def is_cancelled(self) -> bool:
        return self.fulfilment_state is FulfilmentState.CANCELLED

    @property
    def is_open(self) -> bool:
        """Neither paid nor given up: money may still come, and its goods are held."""
        return self.payment_state in UNPAID and not self.is_cancelled

    @property
    def can_be_cancelled(self) -> bool:
        return FulfilmentState.CANCELLED in FULFILMENT_MOVES[self.fulfilment_state] and (
            self.payment_state not in (PaymentState.EXPIRED, PaymentState.PROCESSING)
        )

    @property
    def goods_lines(self) -> list[OrderLine]:
        """What is picked and packed. Needs `lines` loaded."""
        return [line for line in self.lines if line.kind is LineKind.GOODS]


class OrderLine(Model):
    """A line as it was bought: the sum of its units, which `shares` hold."""

    __tablename__ = "order_line"
    __table_args__ = (
        UniqueConstraint("order_id", "position"),
        CheckConstraint("quantity > 0", name="one_or_more"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    position: Mapped[int]
    kind: Mapped[LineKind] = mapped_column(default=LineKind.GOODS)
    variant_id: Mapped[int | None] = mapped_column(ForeignKey("variant.id", ondelete="SET NULL"), index=True)
    sku: Mapped[str]
    name: Mapped[str] = mapped_column(String(400))
    options: Mapped[str] = mapped_column(Text, default="")
    picture_key: Mapped[str | None]
    quantity: Mapped[int]
    pack_size: Mapped[int] = mapped_column(default=1)
    unit_price: Mapped[Money]
    list_price: Mapped[Money]
    tax_class: Mapped[str] = mapped_column(String(20))
    rate_ppm: Mapped[int]
    gross: Mapped[Money]
    net: Mapped[Money]
    tax: Mapped[Money]
    discount: Mapped[Money]

    order: Mapped[Order] = relationship(back_populates="lines", lazy="raise")
    shares: Mapped[list[OrderShare]] = relationship(
        back_populates="line", lazy="raise", cascade="all, delete-orphan", order_by="OrderShare.first_unit"
    )


class OrderShare(Model):
    """A run of `units` like units from `first_unit` (0 is the first); the amounts are those of ONE unit (decision 13)."""

    __tablename__ = "order_share"
    __table_args__ = (UniqueConstraint("line_id", "first_unit"), CheckConstraint("units > 0", name="one_or_more"))

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("order_line.id"))
    first_unit: Mapped[int]
    units: Mapped[int]
    net: Mapped[Money]
    tax: Mapped[Money]
    discount: Mapped[Money]

    line: Mapped[OrderLine] = relationship(back_populates="shares", lazy="raise")


class Shipment(Model):
    """A parcel (or several under one tracking number) that left the building."""

    __tablename__ = "shipment"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    carrier: Mapped[str]
    tracking: Mapped[str] = mapped_column(default="")
    sent_at: Mapped[datetime]

    order: Mapped[Order] = relationship(back_populates="shipments", lazy="raise")
