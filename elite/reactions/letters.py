"""After staff ask for a letter once more."""

from __future__ import annotations

from elite import mail
from elite.mail.orders import LETTERS
from elite.notifications.events import LetterWantedAgain
from elite.reactions import when


@when(LetterWantedAgain, calls_out=True)
def send_again(fact: LetterWantedAgain) -> None:
    """The same letter, as true as it is today."""
    mail.send(LETTERS[fact.letter](fact.order))
