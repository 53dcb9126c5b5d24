"""What is asked of letters, as facts."""

from dataclasses import dataclass

from elite.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class LetterWantedAgain(Event):
    """Staff pressed "send again" for a letter that had failed."""

    order: str
    letter: str
    delivery: str
