"""What sign-in refuses, in words that tell a stranger nothing."""

from elite.kernel.errors import Refusal
from elite.kernel.text import _


class WrongSignIn(Refusal):
    def __str__(self) -> str:
        return _("This e-mail address and password do not belong together.")


class EmailTaken(Refusal):
    def __str__(self) -> str:
        return _("Somebody with this e-mail address is here already.")
