"""Where a picture is shown: a signed address of one master in one of a few sizes, so that nobody can order sizes at will."""

from __future__ import annotations

from elite.kernel.tokens import check_signature, sign
from elite.media.errors import NoSuchPicture

WIDTHS = (160, 320, 480, 640, 960, 1280, 1800)
FORMATS = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "png": "image/png"}
_PURPOSE = "picture"


def picture_address(key: str, width: int = 640, fmt: str = "jpeg") -> str:
    """`/media/<key>/<signature>/<width>.<fmt>`.

    One signature covers every size of a picture: pages repeat it ten times, and repeated it compresses to nothing.
    """
    if width not in WIDTHS or fmt not in FORMATS:
        raise ValueError(f"Pictures come in the widths {WIDTHS} and the formats {tuple(FORMATS)}, not {width}.{fmt}.")
    return f"/media/{key}/{sign(_PURPOSE, key)}/{width}.{fmt}"


def check_address(key: str, signature: str, width: int, fmt: str) -> None:
    """NoSuchPicture unless the address is one that `picture_address` gave out."""
    if width not in WIDTHS or fmt not in FORMATS or not check_signature(_PURPOSE, key, signature):
        raise NoSuchPicture
