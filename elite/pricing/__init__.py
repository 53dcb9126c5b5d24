"""Pure arithmetic: lines in, a quote out. No tables, no clock, no floats.

Read `quotes.py` for the rules; `allocation.py` for how an amount is shared out; `amounts.py` for what a refund reads.
"""

from elite.pricing.allocation import allocate
from elite.pricing.amounts import Amounts, units_amount
from elite.pricing.explanation import Row, Step, explain
from elite.pricing.fingerprint import quote_hash
from elite.pricing.lines import DeliveryTax, Kind, Line, RateLike
from elite.pricing.quotes import Quote, QuoteLine, Run, TaxGroup, quote
from elite.pricing.rounding import half_up, without_tax

__all__ = [
    "Amounts",
    "DeliveryTax",
    "Kind",
    "Line",
    "Quote",
    "QuoteLine",
    "RateLike",
    "Row",
    "Run",
    "Step",
    "TaxGroup",
    "allocate",
    "explain",
    "half_up",
    "quote",
    "quote_hash",
    "units_amount",
    "without_tax",
]
