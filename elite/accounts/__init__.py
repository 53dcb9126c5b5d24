"""Who works here and who is signed in. Passwords are Argon2id; rights come from roles; sessions end in the database first."""

from elite.accounts.errors import EmailTaken, WrongSignIn
from elite.accounts.permissions import RIGHTS, Role, rights_of
from elite.accounts.services import create_staff, note_sign_in, set_password, sign_in, stronger_hash
from elite.accounts.sessions import WebSession, end_session, find_session, list_open_sessions
from elite.accounts.user import User, find_signed_in, find_user, list_names

__all__ = [
    "RIGHTS",
    "EmailTaken",
    "Role",
    "User",
    "WebSession",
    "WrongSignIn",
    "create_staff",
    "end_session",
    "find_session",
    "find_signed_in",
    "find_user",
    "list_names",
    "list_open_sessions",
    "note_sign_in",
    "rights_of",
    "set_password",
    "sign_in",
    "stronger_hash",
]
