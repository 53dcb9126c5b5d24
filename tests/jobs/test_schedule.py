"""Recurring work: when it is due, once at a time, whoever asks (decision 6)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from elite.kernel import clock
from elite.kernel.transaction import in_transaction
from jobs import schedule


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What ran; one piece of work every minute and one that always fails."""
    ran: list[str] = []

    def lay_the_table() -> None:
        ran.append("table")

    def drop_a_plate() -> None:
        ran.append("plate")
        raise OSError("broken")

    monkeypatch.setattr(
        schedule, "EVERY", [(timedelta(minutes=1), drop_a_plate), (timedelta(minutes=1), lay_the_table)]
    )
    return ran


def test_due_work_runs_once_a_turn_and_a_failure_holds_up_nobody(app: Flask, rounds: list[str]) -> None:
    clock.freeze(clock.now())

    schedule.run_due()
    schedule.run_due()
    assert rounds == ["plate", "table"]

    clock.pass_by(timedelta(seconds=61))
    schedule.run_due()
    assert rounds == ["plate", "table"] * 2


def test_two_schedules_do_not_do_the_same_work(app: Flask, rounds: list[str]) -> None:
    clock.freeze(clock.now())
    names = [f"{work.__module__}.{work.__name__}" for _pause, work in schedule.EVERY]
    assert all(in_transaction(schedule._take, name) for name in names)

    assert schedule.run_due() == []

    clock.pass_by(schedule.LEASE + timedelta(seconds=1))  # the other one died
    schedule.run_due()
    assert rounds == ["plate", "table"]


def test_the_real_table_runs_through(app: Flask) -> None:
    assert set(schedule.run_due()) == {f"{work.__module__}.{work.__name__}" for _pause, work in schedule.EVERY}
