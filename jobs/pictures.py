"""Pictures, made and fetched away from the shopper: sizes before they are asked for, files that an import could not get."""

from __future__ import annotations

import logging

from elite import media
from elite.kernel.db import session
from elite.kernel.transaction import transaction

log = logging.getLogger(__name__)


def warm_some() -> int:
    """The sizes that pages ask for most, a while at a time."""
    return media.warm_some()


def fetch_missing() -> int:
    """Try what is due; each picture stands alone, so one bad address delays no other. Answers how many came."""
    due, came = media.pending_downloads(), 0
    session.remove()
    for pending in due:
        try:
            content = media.download(pending.source_address)
            with transaction():
                media.keep_download(pending.key, content)
            came += 1
        except (media.NotFetched, media.NotAPicture) as no:
            log.info("picture.not_fetched", extra={"picture": pending.key, "why": str(no), "tries": pending.tries + 1})
            with transaction():
                media.note_failure(pending.key)
    return came
