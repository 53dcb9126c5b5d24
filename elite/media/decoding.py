"""Looking at files from strangers: small enough, of a known kind, turned upright, and stripped of what cameras write."""

from __future__ import annotations

import base64
import io
import re
import warnings
from dataclasses import dataclass

import resvg_py
from PIL import Image, ImageOps, UnidentifiedImageError

from elite.kernel.text import _
from elite.media.errors import NotAPicture

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2560
RASTER_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "BMP", "TIFF")

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
_SIZE = re.compile(r'<svg[^>]* viewBox="0 0 (\d+) (\d+)"')


@dataclass(frozen=True)
class Master:
    """A file as it will be kept, and what pages need to know about it."""

    content: bytes
    content_type: str
    width: int
    height: int
    placeholder: str


def drawn(svg: str) -> Master:
    """A drawing of our own. Never call this with a file from outside: those are rasters only."""
    found = _SIZE.search(svg)
    if not found:
        raise NotAPicture(_("The drawing does not say how large it is."))
    width, height = int(found[1]), int(found[2])
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=4, skip_system_fonts=True))
    with Image.open(io.BytesIO(png)) as small:
        return Master(svg.encode(), "image/svg+xml", width, height, _tiny(small.convert("RGB")))


def photographed(content: bytes) -> Master:
    """A raster from anywhere: checked before it is decoded, upright, without metadata, no longer than needed.

    Raises NotAPicture.
    """
    if len(content) > MOST_BYTES:
        raise NotAPicture(_("The file is larger than %(most)s MB.", most=MOST_BYTES // 1024 // 1024))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=RASTER_FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise NotAPicture(_("The picture has too many pixels."))
                opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                upright = ImageOps.exif_transpose(opened)
                image = upright.convert("RGBA" if _see_through(upright) else "RGB")
    except NotAPicture:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise NotAPicture(_("The picture has too many pixels.")) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError):
        raise NotAPicture(_("The file is not a picture that can be read.")) from None
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    clean = Image.new(image.mode, image.size)  # a new image has no metadata to carry over
    clean.paste(image)
    out = io.BytesIO()
    if clean.mode == "RGBA":
        clean.save(out, "WEBP", lossless=True, method=3)
    else:
        clean.save(out, "JPEG", quality=93, subsampling=0, optimize=True)
    kind = "image/webp" if clean.mode == "RGBA" else "image/jpeg"
    return Master(out.getvalue(), kind, clean.width, clean.height, _tiny(on_paper(clean)))


def on_paper(image: Image.Image) -> Image.Image:
    """The picture without transparency, on white."""
    if image.mode != "RGBA":
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _see_through(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _tiny(image: Image.Image) -> str:
    """Four pixels wide, as a data: address; blown up by the browser it is the picture out of focus."""
    height = max(1, min(12, round(4 * image.height / image.width)))
    out = io.BytesIO()
    image.resize((4, height), Image.Resampling.BOX).save(out, "PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()
