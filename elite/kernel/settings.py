"""Where this process keeps its one Settings object, so that the domain need not ask Flask for it."""

from __future__ import annotations

from config.settings import Settings

_settings: Settings | None = None


def use_settings(chosen: Settings) -> None:
    """Make `chosen` the settings of this process."""
    global _settings
    _settings = chosen


def settings() -> Settings:
    """The settings this process was started with."""
    if _settings is None:
        raise RuntimeError("create_app(settings) or use_settings(settings) comes first.")
    return _settings
