"""The way from any template to the components: `{{ ui.price(total) }}` calls the macro of `templates/ui/price.html`.

No template imports anything, so a block rendered alone finds its components too. Components see Jinja's globals only
(decision 25).
"""

from __future__ import annotations

from typing import Any

from flask import Flask
from jinja2 import Environment, TemplateNotFound


class Components:
    """Every macro of `templates/ui/` as an attribute; a name without a file is an AttributeError."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> Any:
        try:
            macro = getattr(self._environment.get_template(f"ui/{name}.html").module, name)
        except TemplateNotFound as none:
            raise AttributeError(f"There is no component ui/{name}.html.") from none
        if not self._environment.auto_reload:
            self.__dict__[name] = macro
        return macro


def prepare(app: Flask) -> None:
    """Give every template the components."""
    app.jinja_env.globals["ui"] = Components(app.jinja_env)
