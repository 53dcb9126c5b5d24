"""What a currency allows: how it is written, and the least that may be charged."""

from __future__ import annotations

_MINIMUM = {
    "aud": 50, "bgn": 100, "brl": 50, "cad": 50, "chf": 50, "czk": 1500, "dkk": 250, "eur": 50, "gbp": 30, "hkd": 400,
    "huf": 17500, "inr": 50, "jpy": 50, "mxn": 1000, "nok": 300, "nzd": 50, "pln": 200, "ron": 200, "sek": 300,
    "sgd": 50, "usd": 50,
}  # fmt: skip
_WITHOUT_MINOR = {"jpy"}
_SIGNS = {"gbp": "£", "eur": "€", "usd": "$"}
MOST = 99_999_999
"""The largest amount a charge may have, in minor units: eight digits."""


def known(currency: str) -> bool:
    """Whether the sandbox takes this currency."""
    return currency in _MINIMUM


def currencies() -> list[str]:
    """Every currency it takes."""
    return sorted(_MINIMUM)


def least(currency: str) -> int:
    """The smallest amount that may be charged, in minor units."""
    return _MINIMUM[currency]


def written(amount: int, currency: str) -> str:
    """An amount for people: £12.30, or 12.30 CHF."""
    sign = "-" if amount < 0 else ""
    whole, rest = divmod(abs(amount), 1 if currency in _WITHOUT_MINOR else 100)
    number = f"{whole:,}" if currency in _WITHOUT_MINOR else f"{whole:,}.{rest:02d}"
    mark = _SIGNS.get(currency)
    return f"{sign}{mark}{number}" if mark else f"{sign}{number} {currency.upper()}"
