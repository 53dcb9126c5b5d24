"""Pictures that an import named and could not get: tried again, a few at a time, ever more patiently."""

from __future__ import annotations

import logging

from elite import media
from elite.kernel.db import session
from elite.kernel.transaction import transaction

log = logging.getLogger(__name__)


def fetch_missing_pictures(limit: int = 20) -> dict[str, str]:
    """Try each picture that is due: address to what became of it ("" when it came). For the schedule and commands."""
    outcome = {}
    owed = media.pending_downloads(limit)
    session.remove()
    for pending in owed:
        outcome[pending.source_address] = _fetch(pending)
    return outcome


def _fetch(pending: media.Pending) -> str:
    try:
        content = media.download(pending.source_address)
        with transaction():
            media.keep_download(pending.key, content)
    except (media.NotFetched, media.NotAPicture) as no:
        with transaction():
            media.note_failure(pending.key)
        log.info("picture.not_fetched", extra={"address": pending.source_address, "why": str(no)})
        return str(no)
    return ""
