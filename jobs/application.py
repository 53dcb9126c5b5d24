"""How a job finds the application: one a process, made when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from config.settings import Settings
from elite.app import create_app
from elite.kernel.settings import settings
from jobs import line

_application: Flask | None = None


def application_for(chosen: Settings) -> Flask:
    """The shop for `chosen`, which wakes the relay when its work records facts of its own."""
    global _application
    if _application is None:
        _application = create_app(chosen, wake=line.ring)
    return _application


@contextmanager
def in_app() -> Iterator[None]:
    """An application context for one piece of work, with a fresh session."""
    with application_for(settings()).app_context():
        yield
