"""After money arrives where it cannot stay."""

from __future__ import annotations

from elite import mail
from elite.mail import orders as letters
from elite.payments.events import LateMoney
from elite.reactions import when


@when(LateMoney, calls_out=True)
def tell_it_goes_back(fact: LateMoney) -> None:
    """Never silent: one letter for money that came too late or twice."""
    mail.send(letters.late_money(fact.order))
