"""Styles, scripts, fonts and drawings by their fingerprinted names, served compressed and for a year.

`npm run build` writes `static/dist/` and its `manifest.json`; nothing is compiled while the shop runs.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask
from whitenoise import WhiteNoise

from elite.kernel.settings import settings
from elite.media import picture_address

DIST = Path(__file__).resolve().parent.parent / "static" / "dist"
PREFIX = "/static/"
_FINGERPRINTED = re.compile(r"-[0-9A-Z]{8}\.[a-z0-9]+$")


class NotBuilt(RuntimeError):
    """The styles and scripts have not been built on this machine, or lack the file asked for."""


class Manifest:
    """Which file stands for which name, as the last build wrote it."""

    def __init__(self, folder: Path = DIST) -> None:
        self._file = folder / "manifest.json"
        self._names: dict[str, str] = {}
        self._read_at = 0.0

    def url(self, name: str) -> str:
        """The address of `name`, such as "shop.css" or "images/lantern.svg"; NotBuilt when the build knows none."""
        if not self._names:
            self.refresh()
        try:
            return PREFIX + self._names[name]
        except KeyError:
            why = f"{name!r} is not in {self._file.name}" if self._names else f"{self._file} does not exist"
            raise NotBuilt(f"{why}: run `npm ci && npm run build`.") from None

    def refresh(self) -> None:
        """Read the manifest again if a build has replaced it."""
        try:
            changed = self._file.stat().st_mtime
        except FileNotFoundError:
            self._names = {}
            return
        if changed != self._read_at:
            self._names, self._read_at = json.loads(self._file.read_text()), changed

    @property
    def names(self) -> dict[str, str]:
        """Every name and the file that stands for it."""
        self.refresh()
        return dict(self._names)


@dataclass(frozen=True)
class AssetSize:
    """What one built file weighs, in bytes: as it is, and as it travels."""

    name: str
    raw: int
    gzip: int
    brotli: int


def sizes(folder: Path = DIST) -> list[AssetSize]:
    """What the built files weigh, heaviest first as they travel; what is not packed again (woff2) weighs the same."""
    weighed = []
    for name, file in Manifest(folder).names.items():
        raw = (folder / file).stat().st_size
        packed = [(folder / f"{file}{ending}") for ending in (".gz", ".br")]
        gzip, brotli = (path.stat().st_size if path.exists() else raw for path in packed)
        weighed.append(AssetSize(name, raw, gzip, brotli))
    return sorted(weighed, key=lambda asset: asset.brotli, reverse=True)


def prepare(app: Flask) -> None:
    """Serve the built files and tell templates their addresses."""
    manifest = Manifest()
    app.extensions["assets"] = manifest
    app.jinja_env.globals["asset_url"] = manifest.url
    app.jinja_env.globals["picture_url"] = picture_address
    if settings().demo:
        app.before_request(manifest.refresh)
    if DIST.is_dir() or settings().demo:
        app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
            app.wsgi_app,
            root=str(DIST),
            prefix=PREFIX,
            autorefresh=settings().demo,
            immutable_file_test=_never_changes,
            allow_all_origins=False,
            add_headers_function=_protect,
        )


def _never_changes(path: str, url: str) -> bool:
    return bool(_FINGERPRINTED.search(url))


def _protect(headers: Headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    if url.endswith(".svg"):
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
