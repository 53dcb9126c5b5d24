"""Named places where a test may kill the process, to prove that nothing is half done (protocol.md 3.1)."""

from __future__ import annotations

import os
import signal

from elite.kernel.settings import settings


def crash_point(name: str) -> None:
    """Die here, as by a power cut, when the demonstration switch is on and `CRASH` names this place."""
    if os.environ.get("CRASH") == name and settings().demo:
        os.kill(os.getpid(), signal.SIGKILL)
