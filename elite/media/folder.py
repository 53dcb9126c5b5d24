"""Where masters and their sizes lie on disk; every file appears whole or not at all."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from elite.kernel.settings import settings
from elite.media.errors import NoSuchPicture

_KEY = re.compile(r"[0-9a-f]{16,64}")


def master_path(key: str) -> Path:
    """The file of the master called `key`, there or not."""
    return settings().media_folder / "masters" / _checked(key)


def derived_path(key: str, width: int, fmt: str) -> Path:
    """The file of one size; spread over 256 folders, because a year of uploads makes many."""
    return settings().media_folder / "derived" / _checked(key)[:2] / f"{key}-{width}.{fmt}"


def write_whole(path: Path, content: bytes) -> None:
    """Write beside, then rename: a reader never meets half a file, a full disk leaves the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(beside, 0o644)
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _checked(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise NoSuchPicture
    return key
