"""Who is asking: a frozen value, not a row, so that it survives the end of any transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from flask import Flask, g, session
from flask_login import LoginManager, login_user, logout_user
from flask_login import current_user as _flask_login_user
from flask_login.signals import user_logged_in
from sqlalchemy.exc import DBAPIError

from elite.accounts import User, find_signed_in, rights_of
from elite.cart import Cart
from elite.kernel.transaction import in_transaction
from elite.web.sessions import ServerSession


@dataclass(frozen=True)
class CurrentUser:
    """The person behind this request, or nobody."""

    id: int | None = None
    name: str = ""
    email: str = ""
    role: str = ""
    rights: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_authenticated(self) -> bool:
        return self.id is not None

    @property
    def is_active(self) -> bool:
        return self.is_authenticated

    @property
    def is_anonymous(self) -> bool:
        return not self.is_authenticated

    @property
    def is_staff(self) -> bool:
        return bool(self.rights)

    def get_id(self) -> str:
        return str(self.id)

    def can(self, right: str) -> bool:
        """Whether this person has `right`, such as "orders.cancel"."""
        return right in self.rights


NOBODY = CurrentUser()


def current_user() -> CurrentUser:
    """The person behind this request; asked of the database once."""
    user = _flask_login_user._get_current_object()
    return cast(CurrentUser, user)


def current_session() -> ServerSession:
    """The server session of this request."""
    return cast(ServerSession, session._get_current_object())  # type: ignore[attr-defined]


def current_cart() -> Cart:
    """The shopper's cart; an empty one, kept nowhere, until the first thing goes in (decision 16)."""
    if "cart" not in g:
        g.cart = Cart(
            session.get("cart"),
            write=in_transaction,
            owner_id=current_user().id,
            remember=lambda token: session.__setitem__("cart", token),
        )
    cart: Cart = g.cart
    return cart


def has_session() -> bool:
    """Whether this visitor has a session already; anonymous pages are the same bytes for all who have none (decision 18)."""
    return not current_session().new


def sign_in_as(user: User) -> None:
    """Begin a signed-in session under a new id."""
    login_user(_value(user))


def sign_out() -> None:
    """End this session here and in the database."""
    logout_user()
    current_session().end()
    g.pop("cart", None)


def prepare(app: Flask) -> None:
    """Connect Flask-Login to our sessions and users."""
    app.jinja_env.globals["current_cart"] = current_cart
    manager = LoginManager(app)
    manager.anonymous_user = lambda: NOBODY
    manager.session_protection = None  # the session lives on the server; an id that changed hands is ended there

    @manager.user_loader  # type: ignore[untyped-decorator]
    def load(user_id: str) -> CurrentUser | None:
        try:
            user = find_signed_in(int(user_id), current_session().id_hash)
        except DBAPIError:
            return None
        return _value(user) if user else None

    @user_logged_in.connect_via(app)  # type: ignore[untyped-decorator]
    def rotate(sender: Flask, **_: object) -> None:
        current_session().rotate()

    # Flask-Login marks sessions "fresh" by browser fingerprint; ours are fresh by their own clock.
    app.config["REMEMBER_COOKIE_DURATION"] = 0


def _value(user: User) -> CurrentUser:
    return CurrentUser(user.id, user.name, user.email, user.role.value, rights_of(user.role))
