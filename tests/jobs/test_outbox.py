"""Facts and what follows from them: nothing before the commit, once after it, again after a failure (decision 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from elite import reactions
from elite.kernel import clock, events
from elite.kernel.db import session
from elite.kernel.events import Event, Outbox
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import after_commit, in_transaction, transaction
from elite.reactions import when
from jobs import line, outbox, relay
from jobs.application import in_app


@dataclass(frozen=True, kw_only=True)
class TableSet(Event):
    table: str
    guests: int


@pytest.fixture
def heard() -> Iterator[list[tuple[str, int]]]:
    """What the reactions of these tests have heard; they are forgotten afterwards."""
    known = dict(reactions._by_name)
    yield []
    reactions._by_name.clear()
    reactions._by_name.update(known)


def _listen(heard: list[tuple[str, int]], *, calls_out: bool = False, fails: int = 0) -> None:
    left = [fails]

    @when(TableSet, calls_out=calls_out)
    def listen(fact: TableSet) -> None:
        if left[0]:
            left[0] -= 1
            raise OSError("the other side is away")
        heard.append((fact.table, fact.guests))


def _set(table: str, guests: int = 8) -> None:
    with transaction():
        events.record(TableSet(table=table, guests=guests))


def test_a_reaction_runs_once_after_the_commit(app: Flask, heard: list[tuple[str, int]]) -> None:
    _listen(heard)
    _set("garden")
    assert heard == []

    relay.drain()
    relay.drain()

    assert heard == [("garden", 8)]
    assert [row.state for row in _rows()] == ["done"]


def test_nothing_is_announced_that_was_not_kept(app: Flask, heard: list[tuple[str, int]]) -> None:
    _listen(heard)
    rung = []

    with pytest.raises(ValueError, match="no"), transaction():
        events.record(TableSet(table="garden", guests=8))
        after_commit(lambda: rung.append(1))
        raise ValueError("no")

    assert relay.drain() == 0
    assert (heard, rung, _rows()) == ([], [], [])


def test_facts_belong_inside_transactions(app: Flask) -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        events.record(TableSet(table="garden", guests=8))


@pytest.mark.parametrize("calls_out", [False, True])
def test_a_failure_is_tried_again_later_and_counted(app: Flask, heard: list[tuple[str, int]], calls_out: bool) -> None:
    _listen(heard, calls_out=calls_out, fails=1)
    clock.freeze(clock.now())
    _set("garden")

    relay.drain()
    (row,) = _rows()
    assert (row.state, row.tries, heard) == ("new", 1, [])
    assert "the other side is away" in (row.last_error or "")
    assert relay.drain() == 0  # not due yet

    clock.pass_by(timedelta(minutes=3))
    relay.drain()
    assert heard == [("garden", 8)]
    assert [row.state for row in _rows()] == ["done"]


def test_work_that_keeps_failing_is_dead_seen_and_revived(app: Flask, heard: list[tuple[str, int]]) -> None:
    _listen(heard, fails=outbox.TRIES)
    clock.freeze(clock.now())
    _set("garden")
    for _ in range(outbox.TRIES):
        relay.drain()
        clock.pass_by(timedelta(hours=9))

    (stuck,) = events.list_dead()
    assert (stuck.subject, stuck.reaction) == ("garden", "test_outbox.listen")
    assert relay.drain() == 0

    with transaction():
        assert events.revive(stuck.subject, stuck.reaction)
    relay.drain()
    assert heard == [("garden", 8)]


def test_facts_about_one_subject_are_handled_in_their_order(app: Flask, heard: list[tuple[str, int]]) -> None:
    _listen(heard, fails=1)
    clock.freeze(clock.now())
    _set("garden", 1)
    _set("garden", 2)
    _set("barn", 3)

    relay.drain()
    assert heard == [("barn", 3)]  # the first of "garden" failed, and its second waits for it

    clock.pass_by(timedelta(minutes=3))
    relay.drain()
    assert heard == [("barn", 3), ("garden", 1), ("garden", 2)]


def test_a_leased_row_is_nobody_elses_until_the_lease_ends(app: Flask, heard: list[tuple[str, int]]) -> None:
    _listen(heard)
    clock.freeze(clock.now())
    _set("garden")
    (row,) = _rows()

    assert outbox.claim(row.id) is not None
    assert outbox.claim(row.id) is None
    clock.pass_by(outbox.LEASE + timedelta(seconds=1))
    token = outbox.claim(row.id)

    assert token is not None
    assert outbox.run_claimed(row.id, token)
    assert heard == [("garden", 8)]


def test_a_lease_from_a_clock_that_ran_ahead_does_not_bind(app: Flask, heard: list[tuple[str, int]]) -> None:
    _listen(heard)
    _set("garden")
    with transaction():
        (row,) = session.scalars(select(Outbox)).all()
        row.lease_until, row.lease_token = clock.database_now() + timedelta(days=1), "lost"

    relay.drain()

    assert heard == [("garden", 8)]


def test_a_worker_that_lost_its_lease_changes_nothing(app: Flask, heard: list[tuple[str, int]]) -> None:
    _listen(heard)
    _set("garden")
    (row,) = _rows()
    assert outbox.claim(row.id)

    assert not outbox.run_claimed(row.id, "somebody else's token")

    assert heard == []


def test_a_reaction_of_a_newer_version_waits_an_hour_then_is_dead(app: Flask, heard: list[tuple[str, int]]) -> None:
    _listen(heard)
    clock.freeze(clock.now())
    _set("garden")
    del reactions._by_name["test_outbox.listen"]

    relay.drain()
    assert [row.state for row in _rows()] == ["new"]
    clock.pass_by(timedelta(minutes=61))
    relay.drain()

    assert [row.state for row in _rows()] == ["dead"]


def test_the_relay_hands_each_row_to_the_queue_once(
    app: Flask, heard: list[tuple[str, int]], run_queue: Callable[[], int]
) -> None:
    _listen(heard)
    for n in range(5):
        _set(f"table {n}")

    assert relay.relay_once() == 5
    assert relay.relay_once() == 0
    assert line.queue().count == 5
    run_queue()

    assert sorted(heard) == [(f"table {n}", 8) for n in range(5)]
    assert {row.state for row in _rows()} == {"done"}


def test_two_shops_on_one_redis_do_not_take_each_others_work(
    app: Flask, heard: list[tuple[str, int]], run_queue: Callable[[], int]
) -> None:
    _listen(heard)
    _set("table")
    [row] = _rows()
    here = settings()
    use_settings(replace(here, redis_prefix=f"{here.redis_prefix}neighbour:"))
    assert line.later(row.id)
    use_settings(here)

    assert relay.relay_once() == 1
    run_queue()

    assert heard == [("table", 8)]
    assert relay.relay_once() == 0


def test_without_redis_the_relay_does_the_work_itself(app: Flask, heard: list[tuple[str, int]]) -> None:
    _listen(heard)
    _set("garden")
    here = settings()
    use_settings(replace(here, redis_url="redis://127.0.0.1:1/0"))

    moved = relay.relay_once()
    use_settings(here)

    assert moved == 1
    assert heard == [("garden", 8)]


def test_a_transaction_is_run_again_after_a_lock(app: Flask) -> None:
    from sqlalchemy.exc import OperationalError

    tries = []

    def busy() -> str:
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("UPDATE", {}, Exception(1213, "Deadlock found"))
        return "kept"

    assert in_transaction(busy) == "kept"
    assert len(tries) == 3


def test_one_transaction_inside_another_is_an_error(app: Flask) -> None:
    with transaction(), pytest.raises(RuntimeError, match="already open"):  # noqa: SIM117
        with transaction():
            pass


@pytest.fixture
def run_queue(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Run what waits in the line as a worker would: each job in an application context of its own."""
    from rq import SimpleWorker
    from rq.serializers import JSONSerializer

    import jobs.application
    from elite.kernel.redis import queue_client

    monkeypatch.setattr(jobs.application, "_application", app)

    def run() -> int:
        with in_app():
            SimpleWorker([line.queue()], connection=queue_client(), serializer=JSONSerializer).work(burst=True)
        return line.queue().count

    return run


def _rows() -> list[Outbox]:
    rows = list(session.scalars(select(Outbox).order_by(Outbox.id)))
    session.remove()
    return rows
