"""Letters: a letter is a page that travels. `send` writes down that it will, lets it go, and writes down what became of it.

A receipt may arrive twice when the process dies between the other side's "250" and our note of it; its Message-ID is the same
both times, and nothing is ever sent for which there is no row.
"""

from elite.mail.letter import Letter, Rendered
from elite.mail.sending import Undeliverable, send

__all__ = ["Letter", "Rendered", "Undeliverable", "send"]
