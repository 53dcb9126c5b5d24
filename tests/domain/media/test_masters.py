"""Pictures are kept once, under their content, and without what cameras write into them."""

from __future__ import annotations

import base64
import io
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import func, select

from elite import media
from elite.kernel import clock
from elite.kernel.db import session
from elite.kernel.settings import settings, use_settings
from elite.kernel.transaction import transaction
from elite.media import Picture, State, derivatives
from elite.media.downloads import MOST_TRIES, is_public
from elite.media.folder import derived_path, master_path
from elite.seeds.drawings import draw


@pytest.fixture(autouse=True)
def _own_folder(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    if "app" in request.fixturenames:
        request.getfixturevalue("app")
        use_settings(replace(settings(), media_dir=tmp_path))


def drawing(seed: str = "one") -> str:
    return draw("plate", room="sky", colour="oat", accent="damson", seed=seed).svg


def photograph(size: tuple[int, int] = (300, 200), fmt: str = "JPEG", **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (180, 40, 80)).save(out, fmt, **more)
    return out.getvalue()


def kept(content: bytes | str) -> str:
    with transaction():
        return media.store_master(content)


def opened(key: str) -> Image.Image:
    return Image.open(io.BytesIO(master_path(key).read_bytes()))


def test_a_drawing_is_kept_with_its_size_and_a_tiny_placeholder(app: Flask) -> None:
    key = kept(drawing())

    picture = media.find_picture(key)
    assert picture is not None
    assert (picture.width, picture.height, picture.content_type) == (800, 1000, "image/svg+xml")
    assert picture.state is State.PRESENT
    tiny = Image.open(io.BytesIO(base64.b64decode(picture.placeholder.removeprefix("data:image/png;base64,"))))
    assert tiny.size == (4, 5)
    assert tiny.getpixel((0, 0)) != tiny.getpixel((0, 4)), "wall and table differ"


def test_the_same_content_is_kept_once(app: Flask) -> None:
    assert kept(drawing()) == kept(drawing())
    assert kept(drawing()) != kept(drawing("two"))

    assert session.scalar(select(func.count()).select_from(Picture)) == 2


def test_a_lost_file_is_written_again(app: Flask) -> None:
    key = kept(drawing())
    master_path(key).unlink()

    kept(drawing())

    assert master_path(key).exists()


def test_what_a_camera_wrote_is_gone_and_the_picture_is_upright(app: Flask) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # lying on its side
    exif[0x010F] = "A camera that knows where it was"

    key = kept(photograph((300, 200), exif=exif))

    assert opened(key).size == (200, 300)
    assert not dict(opened(key).getexif())
    assert b"knows where" not in master_path(key).read_bytes()


def test_a_huge_photograph_becomes_a_reasonable_one(app: Flask) -> None:
    key = kept(photograph((4000, 1000)))

    assert opened(key).size == (2560, 640)


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a but not really", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", photograph()[:200]],
    ids=["empty", "liar", "foreign drawing", "document", "cut off"],
)
def test_what_is_no_photograph_is_refused(app: Flask, content: bytes) -> None:
    with pytest.raises(media.NotAPicture), transaction():
        media.store_master(content)

    assert session.scalar(select(func.count()).select_from(Picture)) == 0


def test_a_picture_made_to_fill_the_memory_is_refused_before_it_is_decoded(app: Flask) -> None:
    bomb = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 200_000

    with pytest.raises(media.NotAPicture, match="too many pixels"), transaction():
        media.store_master(bomb.getvalue())


@pytest.mark.parametrize(
    ("fmt", "magic"), [("avif", b"ftypavif"), ("webp", b"WEBP"), ("jpeg", b"JFIF"), ("png", b"PNG")]
)
def test_a_size_is_made_in_the_format_asked_for(app: Flask, fmt: str, magic: bytes) -> None:
    path = media.derivative(kept(drawing()), 320, fmt)

    assert magic in path.read_bytes()[:32]
    with Image.open(path) as image:
        assert image.size == (320, 400)


@pytest.mark.parametrize(("content", "fmt"), [("JPEG", "webp"), ("PNG", "avif"), ("see-through", "jpeg")])
def test_a_photograph_is_made_smaller(app: Flask, content: str, fmt: str) -> None:
    out = io.BytesIO()
    mode = "RGBA" if content == "see-through" else "RGB"
    Image.new(mode, (2000, 1000)).save(out, "PNG" if content == "see-through" else content)

    with Image.open(media.derivative(kept(out.getvalue()), 320, fmt)) as image:
        assert image.size == (320, 160)
        if content == "see-through":
            assert image.getpixel((10, 10)) == (255, 255, 255), "clear parts are paper"


def test_a_photograph_is_never_made_larger(app: Flask) -> None:
    with Image.open(media.derivative(kept(photograph((300, 200))), 640, "webp")) as image:
        assert image.size == (300, 200)


def test_a_size_is_made_once_however_many_ask(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    key, made = kept(drawing("asked for by many")), []
    real = derivatives._make
    monkeypatch.setattr(derivatives, "_make", lambda *order: (made.append(order), real(*order)))
    chosen = settings()
    errors: list[BaseException] = []

    def ask() -> None:
        try:
            assert settings() is chosen
            media.derivative(key, 160, "webp")
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert len(made) == 1
    assert [path.name for path in derived_path(key, 160, "webp").parent.glob(f"*{key}*")] == [f"{key}-160.webp"]


def test_a_failing_renderer_leaves_nothing_behind(app: Flask) -> None:
    key = kept(photograph())
    master_path(key).write_bytes(b"no picture any more")

    with pytest.raises(media.PictureBusy):
        media.derivative(key, 160, "webp")

    assert not derived_path(key, 160, "webp").exists()
    assert not [path for path in derived_path(key, 160, "webp").parent.iterdir() if path.name.startswith(".making")]


def test_sizes_and_formats_that_are_not_offered_do_not_exist(app: Flask) -> None:
    key = kept(drawing())

    for width, fmt in ((321, "webp"), (320, "gif"), (99999, "png")):
        with pytest.raises(media.NoSuchPicture):
            media.derivative(key, width, fmt)
        with pytest.raises(ValueError):
            media.picture_address(key, width, fmt)


def test_a_key_is_never_a_path(app: Flask) -> None:
    for key in ("../../etc/passwd", "", "ABCDEF0123456789", "0123456789abcdef/..", "0123456789abcdef\n"):
        with pytest.raises(media.NoSuchPicture):
            master_path(key)


def test_warming_makes_what_pages_ask_for_and_stops_in_time(app: Flask) -> None:
    key = kept(photograph())

    assert media.warm([key, "0123456789abcdef"]) == 4
    assert media.warm([key]) == 0
    assert media.warm([kept(photograph((40, 40)))], seconds=-1) == 0


def test_a_picture_that_has_not_come_is_known_due_and_tried_ever_more_patiently(app: Flask) -> None:
    clock.freeze(clock.now())
    with transaction():
        key = media.expect_picture("https://shop.example/a.jpg")
        assert media.expect_picture("https://shop.example/a.jpg") == key

    pauses = []
    for _try in range(MOST_TRIES):
        assert [pending.key for pending in media.pending_downloads()] == [key]
        with transaction():
            media.note_failure(key)
        picture = media.find_picture(key)
        assert picture is not None
        if picture.next_try_at:
            pauses.append(picture.next_try_at - clock.now())
            assert media.pending_downloads() == [], "not before its time"
            clock.freeze(picture.next_try_at + timedelta(seconds=1))
        session.remove()

    assert pauses == sorted(pauses)
    assert media.pending_downloads() == [], "given up"


def test_a_picture_that_comes_keeps_its_key(app: Flask) -> None:
    with transaction():
        key = media.expect_picture("https://shop.example/a.jpg")
    with pytest.raises(media.NotAPicture), transaction():
        media.keep_download(key, b"<html>not found</html>")
    assert media.pending_downloads()[0].key == key

    with transaction():
        media.keep_download(key, photograph())

    picture = media.find_picture(key)
    assert picture is not None
    assert (picture.state, picture.width) == (State.PRESENT, 300)
    assert media.pending_downloads() == []


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "http://127.0.0.1:6379/", "http://localhost/", "http://169.254.169.254/latest", "http://[::1]/",
     "http://0.0.0.0/", "https://user:word@shop.example/", "gopher://shop.example/", "http:///", "http://shop.example:99999/"],
)  # fmt: skip
def test_only_the_public_web_is_asked(address: str) -> None:
    with pytest.raises(media.NotFetched):
        media.download(address)


def test_which_networks_are_public() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:4700::1111")
    for private in (
        "10.0.0.1",
        "192.168.1.1",
        "172.16.3.4",
        "127.0.0.1",
        "::1",
        "fe80::1%eth0",
        "::ffff:127.0.0.1",
        "224.0.0.1",
        "nonsense",
    ):
        assert not is_public(private), private
