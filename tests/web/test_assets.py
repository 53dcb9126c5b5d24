"""Styles, scripts and fonts: found by name, served packed and for a year, and light enough."""

from __future__ import annotations

import gzip
import json
import re

import brotli
import pytest
from fontTools.ttLib import TTFont

from elite.web.assets import DIST, Manifest, NotBuilt, sizes
from elite.web.components import Components

BUDGET = 20_000
FONTS_TOGETHER = 70_000

built = pytest.mark.skipif(
    not (DIST / "manifest.json").exists(), reason="the front end is not built: run `npm ci && npm run build`"
)


def test_a_page_without_a_build_says_what_to_do(tmp_path):
    with pytest.raises(NotBuilt, match="npm run build"):
        Manifest(tmp_path).url("shop.css")


def test_a_name_the_build_does_not_know_is_named(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"shop.css": "shop-ABCDEFGH.css"}))

    with pytest.raises(NotBuilt, match=r"lost\.css"):
        Manifest(tmp_path).url("lost.css")


def test_a_new_build_is_noticed(tmp_path):
    manifest = Manifest(tmp_path)
    (tmp_path / "manifest.json").write_text(json.dumps({"shop.css": "shop-ABCDEFGH.css"}))
    assert manifest.url("shop.css") == "/static/shop-ABCDEFGH.css"

    (tmp_path / "manifest.json").write_text(json.dumps({"shop.css": "shop-BCDEFGHI.css", "new.js": "new-ABCDEFGH.js"}))
    _touch_later(tmp_path / "manifest.json")
    manifest.refresh()

    assert manifest.url("shop.css") == "/static/shop-BCDEFGHI.css"


@built
def test_every_name_leads_to_a_file():
    for name, file in Manifest().names.items():
        assert (DIST / file).is_file(), name
        assert re.search(r"-[0-9A-Z]{8}\.[a-z0-9]+$", file), f"{name} has no fingerprint"


@built
def test_the_packed_files_hold_the_same_bytes():
    for file in Manifest().names.values():
        plain = (DIST / file).read_bytes()
        if (DIST / f"{file}.br").exists():
            assert brotli.decompress((DIST / f"{file}.br").read_bytes()) == plain
            assert gzip.decompress((DIST / f"{file}.gz").read_bytes()) == plain


@built
def test_the_shop_is_light():
    weighed = {asset.name: asset.brotli for asset in sizes()}
    script = sum(
        weight for name, weight in weighed.items() if name in ("shop.js", "scheme.js") or name.startswith("chunk-")
    )

    assert weighed["shop.css"] < BUDGET
    assert script < BUDGET
    assert weighed["fonts/imbue.woff2"] + weighed["fonts/instrument-sans.woff2"] < FONTS_TOGETHER


@built
def test_styles_name_fonts_that_exist_and_nothing_from_elsewhere():
    for name in ("shop.css", "admin.css"):
        style = (DIST / Manifest().names[name]).read_text()
        addresses = re.findall(r"url\(\"?([^\")]+)\"?\)", style)
        assert addresses
        for address in addresses:
            assert address.startswith("/static/"), address
            assert (DIST / address.removeprefix("/static/")).is_file(), address


@built
def test_the_layers_come_in_their_order():
    style = (DIST / Manifest().names["shop.css"]).read_text()

    assert style.index("@layer reset,tokens,base,layout,components,utilities") < style.index("{")


@built
def test_browsers_without_light_dark_get_both_sets_of_tokens():
    style = (DIST / Manifest().names["shop.css"]).read_text()
    plain = re.search(r"@supports not \(color: ?light-dark\(red, ?red\)\)\{(.*?)\}\}\}", style)

    assert plain, "the plain tokens are there"
    tokens = set(re.findall(r"(--[\w-]+): ?light-dark\(", style))
    assert len(tokens) > 20
    assert tokens <= set(re.findall(r"(--[\w-]+):oklch", style))


@built
@pytest.mark.parametrize(
    "file, family",
    [
        ("Imbue-Regular", "Imbue"),
        ("InstrumentSans-Regular", "Instrument Sans"),
        ("InstrumentSans-SemiBold", "Instrument Sans"),
    ],
)
def test_the_fonts_for_paper_are_static_and_know_the_letters_of_europe(file, family):
    font = TTFont(DIST / "fonts" / f"{file}.ttf")

    assert "fvar" not in font
    assert font["name"].getDebugName(16) == family
    assert {ord(letter) for letter in "£€–’“äñøŁőčşžŘ"} <= set(font.getBestCmap())


@built
def test_a_file_is_served_packed_for_a_year(client):
    style = client.get(_address("shop.css"), headers={"Accept-Encoding": "br, gzip"})

    assert style.status_code == 200
    assert style.mimetype == "text/css"
    assert style.headers["Content-Encoding"] == "br"
    assert style.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in style.headers["Cache-Control"]
    assert "Set-Cookie" not in style.headers
    assert b"@layer" in brotli.decompress(style.data)


@built
def test_a_browser_that_cannot_unpack_gets_it_plain(client):
    style = client.get(_address("shop.css"), headers={"Accept-Encoding": "identity"})

    assert "Content-Encoding" not in style.headers
    assert b"@layer" in style.data


@built
def test_what_is_not_there_is_a_page_of_the_shop(client):
    lost = client.get("/static/lost-ABCDEFGH.css")

    assert lost.status_code == 404
    assert lost.mimetype == "text/html"


@built
@pytest.mark.parametrize(
    "escape",
    ["/static/../assets.py", "/static/%2e%2e/css/tokens.css", "/static/..%2f..%2fapp.py", "/static//etc/passwd"],
)
def test_nothing_outside_the_folder_is_served(client, escape):
    answer = client.get(escape)

    assert answer.status_code in (301, 308, 400, 404)
    assert b"import" not in answer.data


@built
def test_the_gallery_shows_every_component(client):
    gallery = client.get("/dev/gallery")
    desk = client.get("/dev/gallery/desk")

    assert gallery.status_code == desk.status_code == 200
    assert "Set-Cookie" not in gallery.headers


@built
@pytest.mark.parametrize("status", [400, 403, 404, 409, 413, 422, 429, 500, 503])
def test_every_failure_has_a_page_in_the_shops_design(client, status):
    shown = client.get(f"/dev/gallery/errors/{status}")

    assert shown.status_code == 200
    assert b'class="empty is-page"' in shown.data
    assert b"name this number" in shown.data


@built
def test_a_failed_part_is_told_as_a_toast_and_swaps_nothing(client):
    answer = client.get("/lost", headers={"HX-Request": "true", "HX-Request-Type": "partial"})

    assert answer.status_code == 404
    assert answer.text.strip().startswith('<hx-partial hx-target="#toasts"')
    assert "<html" not in answer.text


def test_a_component_without_a_file_is_an_attribute_error(app):
    with pytest.raises(AttributeError, match="nonsense"):
        _ = Components(app.jinja_env).nonsense


def _address(name: str) -> str:
    return Manifest().url(name)


def _touch_later(path):
    import os

    later = path.stat().st_mtime + 5
    os.utime(path, (later, later))
