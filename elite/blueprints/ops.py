"""Is the shop alive, and is it ready? For proxies, deploys and alarms (decision 29)."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory
from flask import Blueprint, current_app, jsonify
from flask.typing import ResponseReturnValue as Answer
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from elite.kernel.db import session
from elite.kernel.redis import RedisAway, redis_client
from elite.kernel.settings import settings
from elite.web.routes import declares

bp = Blueprint("ops", __name__)
LEAST_DISK = 100 * 1024 * 1024


@bp.get("/healthz")
@declares(cache="probe", limit="none")
def alive() -> Answer:
    """The process answers; proxies route by this and by nothing else."""
    return jsonify(status="alive")


@bp.get("/readyz")
@declares(cache="probe", limit="none")
def ready() -> Answer:
    """200 when orders can be taken; names Redis when only Redis is away."""
    faults = {
        name: fault
        for name, ask in (("database", _database), ("migrations", _migrations), ("disk", _disk))
        if (fault := ask())
    }
    if faults:
        return jsonify(status="not ready", **faults), 503
    try:
        redis_client().ping()
    except RedisAway:
        return jsonify(status="ready", degraded="redis")
    return jsonify(status="ready")


def _database() -> str | None:
    try:
        session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return "does not answer"
    return None


def _migrations() -> str | None:
    try:
        have = session.scalar(text("SELECT version_num FROM alembic_version"))
    except SQLAlchemyError:
        return "have not been run"
    return None if have == _newest() else f"stand at {have}, not at {_newest()}"


@cache
def _newest() -> str | None:
    config = Config()
    config.set_main_option("script_location", str(Path(current_app.root_path).parent / "migrations"))
    return ScriptDirectory.from_config(config).get_current_head()


def _disk() -> str | None:
    settings().instance.mkdir(parents=True, exist_ok=True)
    return "is full" if shutil.disk_usage(settings().instance).free < LEAST_DISK else None
