"""The payment sandbox: a card gateway that moves no money, so that the whole shop runs and is tested without internet.

It is a program of its own (`python -m elite.sandbox`) which speaks Stripe's HTTP for the calls the shop makes, and
imports nothing of the shop. What it does not know it refuses loudly: a parameter that it ignored in silence would be a
test that lies.
Read `app.py` first, then `endpoints.py` (what it answers), `sessions.py` (what happens to a payment) and `control.py`
(how tests and people tell it to misbehave).
"""
