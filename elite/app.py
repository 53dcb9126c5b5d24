"""The whole shop, assembled: settings in, a Flask application out."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from flask_migrate import Migrate
from sqlalchemy.exc import DBAPIError
from werkzeug.middleware.proxy_fix import ProxyFix

from config.settings import Settings
from elite import reactions, routes
from elite.kernel import events
from elite.kernel.db import WRITING, db
from elite.kernel.settings import use_settings
from elite.kernel.shop import use_shop
from elite.kernel.transaction import Hint
from elite.reactions import letters, orders, payments
from elite.web import access, assets, components, csrf, current, errors, filters, headers, layout, limits, tracing
from elite.web.routes import check_declarations
from elite.web.sessions import ServerSessions

HERE = Path(__file__).parent
CAUSES = (orders, payments, letters)  # importing a cause registers what follows from it, in every process
LARGEST_BODY = 2 * 1024 * 1024  # forms are small; uploads and webhooks state their own limits


def create_app(settings: Settings, *, wake: Hint | None = None) -> Flask:
    """The shop for `settings`. `wake` tells the relay that something is owed. Raises BadSettings or Undeclared at once."""
    use_settings(settings)
    tracing.set_up_logging(settings.log_level)
    app = Flask("elite", root_path=str(HERE), static_folder=None)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_BODY,
        MAX_FORM_PARTS=1000,
        TRUSTED_HOSTS=list(settings.hosts) + (["127.0.0.1", "localhost"] if settings.demo else []),
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_BINDS={WRITING: settings.database_url},
        TEMPLATES_AUTO_RELOAD=False,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.session_interface = ServerSessions()
    db.init_app(app)
    Migrate(app, db, directory=str(HERE.parent / "migrations"))

    for part in (tracing, current, filters, components, assets, layout, errors, limits, access, csrf, headers):
        part.prepare(app)
    events.use_reactions(reactions.names_of, wake)
    routes.register(app)
    check_declarations(app)
    _follow_the_shop_row(app, settings)
    if settings.proxy_hops:
        hops = settings.proxy_hops
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=0)  # type: ignore[method-assign]
    return app


def _follow_the_shop_row(app: Flask, settings: Settings) -> None:
    with app.app_context():
        try:
            use_shop(settings)
        except DBAPIError:
            pass  # not migrated yet, or away: /readyz says so, and the settings' wishes hold meanwhile
