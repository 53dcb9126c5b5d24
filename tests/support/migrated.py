"""A database as `elite migrate` leaves it; the suite runs on the migrations, not on the models' own idea of the tables."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade

import elite
from elite.kernel.db import WRITING, Model, db


def migrate(app: Flask) -> None:
    """Bring the app's database to the newest migration."""
    with app.app_context():
        if list((Path(app.root_path).parent / "migrations" / "versions").glob("*.py")):
            upgrade()
        else:
            for package in pkgutil.iter_modules(elite.__path__, "elite."):
                if package.ispkg and package.name != "elite.sandbox":
                    import_module(package.name)
            Model.metadata.create_all(db.engines[WRITING])
