"""Sizes of a picture: made when first asked for, once however many ask, and kept."""

from __future__ import annotations

import fcntl
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select

from elite.kernel.db import session
from elite.media.addresses import FORMATS, WIDTHS
from elite.media.errors import NoSuchPicture, PictureBusy
from elite.media.folder import derived_path, master_path
from elite.media.picture import Picture, State

log = logging.getLogger(__name__)
PROGRAM = Path(__file__).with_name("derive.py")
PATIENCE = 30.0
WARM_WIDTHS = (320, 640)
WARM_FORMATS = ("avif", "webp")
# Two at a time in one process: a page of forty pictures must not start forty renderers.
_hands = threading.BoundedSemaphore(max(1, min(2, os.cpu_count() or 1)))


def derivative(key: str, width: int, fmt: str) -> Path:
    """The file of one size. NoSuchPicture without a master, PictureBusy when it cannot be made in time."""
    if width not in WIDTHS or fmt not in FORMATS:
        raise NoSuchPicture
    path = derived_path(key, width, fmt)
    if path.exists():
        return path
    master = master_path(key)
    if not master.exists():
        raise NoSuchPicture
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path):
        if not path.exists():
            _make(master, [(path, width, fmt)])
    return path


def warm(keys: Iterable[str], *, seconds: float = 60.0) -> int:
    """Make the sizes that lists and pages ask for most, until `seconds` have passed; answers how many were made."""
    end, made = time.monotonic() + seconds, 0
    for key in keys:
        if time.monotonic() > end:
            break
        offered = [(derived_path(key, width, fmt), width, fmt) for fmt in WARM_FORMATS for width in WARM_WIDTHS]
        wanted = [one for one in offered if not one[0].exists()]
        if not wanted or not master_path(key).exists():
            continue
        wanted[0][0].parent.mkdir(parents=True, exist_ok=True)
        try:
            _make(master_path(key), wanted)
            made += len(wanted)
        except PictureBusy:
            log.warning("picture.not_warmed", extra={"picture": key})
    return made


def warm_some(*, seconds: float = 45.0) -> int:
    """`warm` for whatever is in the shop, newest first; for the schedule."""
    newest = select(Picture.key).where(Picture.state == State.PRESENT).order_by(Picture.created_at.desc(), Picture.key)
    keys = list(session.scalars(newest))
    session.remove()  # no connection is held while pictures are made
    return warm(keys, seconds=seconds)


def _make(master: Path, wanted: Sequence[tuple[Path, int, str]]) -> None:
    """Have the sizes made by a process of their own; each appears whole. Twice at the same time does no harm."""
    mark = f"{os.getpid()}-{threading.get_ident()}"
    beside = {path.with_name(f".making-{mark}-{path.name}"): (path, width, fmt) for path, width, fmt in wanted}
    order = [sys.executable, "-I", str(PROGRAM), str(master)]
    for out, (_path, width, fmt) in beside.items():
        order += [str(out), str(width), fmt]
    began = time.perf_counter()
    if not _hands.acquire(timeout=PATIENCE):
        raise PictureBusy
    try:
        done = subprocess.run(order, capture_output=True, timeout=PATIENCE, check=False)
        if done.returncode:
            log.error(
                "picture.failed", extra={"picture": master.name, "why": done.stderr.decode(errors="replace")[-500:]}
            )
            raise PictureBusy
        for out, (path, _width, _fmt) in beside.items():
            os.replace(out, path)
    except subprocess.TimeoutExpired:
        raise PictureBusy from None
    finally:
        _hands.release()
        for out in beside:
            out.unlink(missing_ok=True)
    spent = round((time.perf_counter() - began) * 1000)
    log.info("picture.made", extra={"picture": master.name, "sizes": len(wanted), "ms": spent})


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One maker of this file, over all threads and processes of the machine; the others wait and find it done."""
    lock = path.with_name(f".lock-{path.name}")
    with lock.open("w") as file:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise PictureBusy from None
                time.sleep(0.02)
        yield
    if path.exists():
        lock.unlink(missing_ok=True)  # whoever still holds it finds the picture and needs no lock
