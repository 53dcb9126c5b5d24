"""Joining the staff, and signing in."""

from __future__ import annotations

from elite.accounts.errors import EmailTaken, WrongSignIn
from elite.accounts.events import SignedIn, StaffAdded
from elite.accounts.passwords import hash_password, is_outdated, matches
from elite.accounts.permissions import Role
from elite.accounts.user import User, find_user
from elite.kernel import clock, events
from elite.kernel.db import session


def create_staff(email: str, name: str, password: str, role: Role) -> User:
    """A new colleague; EmailTaken when the address is known. Hash the password before locks matter: this takes a fifth of a second."""
    if find_user(email):
        raise EmailTaken

    user = User(
        email=email.strip().casefold(),
        name=name,
        password_hash=hash_password(password),
        role=role,
        created_at=clock.database_now(),
    )
    session.add(user)
    session.flush()

    events.record(StaffAdded(user=user.id, role=role.value))
    return user


def sign_in(email: str, password: str) -> User:
    """The person these words belong to, or WrongSignIn, after the same time and with the same words either way.

    Called outside a transaction: the hash takes long, and nothing is written. Note it with `note_sign_in`.
    """
    user = find_user(email)
    if not matches(password, user.password_hash if user else None) or user is None or not user.active:
        raise WrongSignIn
    return user


def stronger_hash(user: User, password: str) -> str | None:
    """The hash to keep from now on where the stored one was made with weaker dials; outside a transaction, it takes long."""
    return hash_password(password) if is_outdated(user.password_hash) else None


def note_sign_in(user_id: int, stronger: str | None = None) -> None:
    """Remember when somebody came, and keep a stronger hash of their password; inside a transaction."""
    user = session.get_one(User, user_id)
    user.last_sign_in_at = clock.database_now()
    user.password_hash = stronger or user.password_hash

    events.record(SignedIn(user=user.id))


def set_password(user: User, password: str) -> None:
    """A new password for `user`."""
    user.password_hash = hash_password(password)
