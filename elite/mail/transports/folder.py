"""Keeps letters in a folder, for a demonstration: the mail viewer at /dev/mail shows them."""

from __future__ import annotations

import os
from email.message import EmailMessage
from pathlib import Path

from elite.kernel import clock
from elite.kernel.tokens import digest


class Folder:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def deliver(self, message: EmailMessage, *, once: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        name = f"{clock.now():%Y%m%d%H%M%S%f}-{digest(once)[:12]}.eml"
        waiting = self.folder / f".{name}"
        waiting.write_bytes(bytes(message))
        os.replace(waiting, self.folder / name)
