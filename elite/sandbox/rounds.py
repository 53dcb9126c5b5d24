"""What happens by itself as time passes: pages expire, delayed money arrives, refunds bounce."""

from __future__ import annotations

import threading
import time
import traceback

from elite.sandbox import attempts, refunds, sessions
from elite.sandbox.errors import Refused
from elite.sandbox.state import Records, State

_REST = 0.25


class Rounds(threading.Thread):
    """One thread that looks at the clock."""

    def __init__(self, state: State) -> None:
        super().__init__(name="rounds", daemon=True)
        self.state = state

    def run(self) -> None:
        """Go round until the process ends."""
        while True:
            try:
                go_round(self.state)
            except Exception:  # time must go on
                traceback.print_exc()
            time.sleep(_REST)


def go_round(state: State) -> None:
    """Do once what is due now."""
    with state.reading() as records:
        due = records.rows("SELECT 1 FROM timer WHERE due <= ? LIMIT 1", records.clock)
        if not due and not sessions.list_overdue(records):
            return
    with state.writing() as records:
        for session in sessions.list_overdue(records):
            sessions.close(records, session)
        for row in records.rows("SELECT * FROM timer WHERE due <= ? ORDER BY due", records.clock):
            records.run("DELETE FROM timer WHERE id = ?", row["id"])
            _ring(records, row["verb"], row["subject"])


def _ring(records: Records, verb: str, subject: str) -> None:
    try:
        with records.savepoint():
            if verb == "arrive":
                attempts.arrive(records, subject, succeeded=True)
            else:
                refunds.settle(records, subject, "failed")
    except Refused:
        pass  # somebody was quicker through the control door
