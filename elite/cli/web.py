"""The web server, with the dials of config/gunicorn.py."""

from __future__ import annotations

import os
import sys

import click

from config.settings import ROOT

GUNICORN = (sys.executable, "-m", "gunicorn", "--config", str(ROOT / "config" / "gunicorn.py"), "wsgi:app")


@click.command()
def run() -> None:
    """Serve the shop; HOST, PORT, WEB_WORKERS and WEB_THREADS say where and how."""
    os.chdir(ROOT)
    os.execv(GUNICORN[0], GUNICORN)  # noqa: S606 - the server takes this process's place
