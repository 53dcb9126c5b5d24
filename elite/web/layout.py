"""What the frame of every page needs: the shop's name, its shelves, and on the desk its places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Flask, request, url_for

from elite.kernel.settings import settings
from elite.kernel.text import _
from elite.web.current import current_user
from elite.web.views import navigation


@dataclass(frozen=True)
class DeskPlace:
    """A place on the desk's rail; `count` is what waits there."""

    name: str
    url: str
    icon: str
    current: bool
    count: int = 0


def prepare(app: Flask) -> None:
    """Hand the frame's words to every template."""
    navigation.prepare(app)
    app.jinja_env.globals.update(
        store_name=settings().store_name,
        language=settings().store_locale.replace("_", "-"),
        announcement=settings().store_announcement,
    )

    @app.context_processor
    def desk() -> dict[str, Any]:
        return {"desk": places()} if request.path.startswith("/admin") else {}


def places() -> list[DeskPlace]:
    """The desk's places this person may enter."""
    rail = (
        ("orders.view", _("Today"), "admin.today.show", "home"),
        ("orders.view", _("Orders"), "admin.orders.show.index", "box"),
        ("products.view", _("Products"), "admin.products.index", "tag"),
        ("products.view", _("Stock"), "admin.stock.index", "chart"),
        ("letters.view", _("Letters"), "admin.letters.index", "letter"),
    )
    here = request.endpoint or ""
    user = current_user()
    return [
        DeskPlace(name, url_for(endpoint), icon, here.split(".")[:2] == endpoint.split(".")[:2])
        for right, name, endpoint, icon in rail
        if user.can(right)
    ]
