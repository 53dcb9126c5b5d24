"""Pictures over HTTP: at signed addresses only, kept for a year, and an empty plate where one is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elite import media
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from elite.media.folder import master_path
from elite.seeds.drawings import draw

YEAR = "public, max-age=31536000, immutable"


@pytest.fixture(autouse=True)
def _own_folder(app: Flask, tmp_path: Path) -> None:
    use_settings(replace(settings(), media_dir=tmp_path))


@pytest.fixture
def key(app: Flask) -> str:
    with app.app_context(), transaction():
        return media.store_master(draw("plate", room="sky", colour="oat", accent="damson").svg)


def address(app: Flask, key: str, width: int = 160, fmt: str = "webp") -> str:
    with app.app_context():
        return media.picture_address(key, width, fmt)


def test_a_picture_is_served_for_a_year(app: Flask, client: FlaskClient, key: str) -> None:
    answer = client.get(address(app, key))

    assert (answer.status_code, answer.mimetype) == (200, "image/webp")
    assert answer.headers["Cache-Control"] == YEAR
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_it_is_not_sent_twice(app: Flask, client: FlaskClient, key: str) -> None:
    etag = client.get(address(app, key)).headers["ETag"]

    assert client.get(address(app, key), headers={"If-None-Match": etag}).status_code == 304


def test_one_signature_covers_all_sizes_of_one_picture_only(app: Flask, client: FlaskClient, key: str) -> None:
    other = key[::-1]
    signature = address(app, key).split("/")[3]

    assert client.get(f"/media/{key}/{signature}/320.avif").status_code == 200
    assert client.get(f"/media/{other}/{signature}/320.avif").status_code == 404


@pytest.mark.parametrize("end", ["161.webp", "160.gif", "160.svg", "0160.webp5", "-160.webp", "1e3.webp"])
def test_other_sizes_and_formats_do_not_exist(app: Flask, client: FlaskClient, key: str, end: str) -> None:
    base = address(app, key).rsplit("/", 1)[0]

    answer = client.get(f"{base}/{end}")

    assert answer.status_code == 404
    assert "immutable" not in answer.headers.get("Cache-Control", "")


@pytest.mark.parametrize("signature", ["0" * 32, "x", "%C3%BC", "a" * 5000])
def test_a_bad_signature_is_a_404(client: FlaskClient, key: str, signature: str) -> None:
    assert client.get(f"/media/{key}/{signature}/160.webp").status_code == 404


def test_a_picture_that_has_not_come_is_an_empty_plate_for_a_short_time(app: Flask, client: FlaskClient) -> None:
    with app.app_context(), transaction():
        key = media.expect_picture("https://shop.example/a.jpg")

    answer = client.get(address(app, key, 640, "avif"))

    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_broken_master_is_a_503_that_nobody_keeps(app: Flask, client: FlaskClient, key: str) -> None:
    with app.app_context():
        master_path(key).write_bytes(b"\x00")

    answer = client.get(address(app, key))

    assert answer.status_code == 503
    assert "no-store" in answer.headers["Cache-Control"]
