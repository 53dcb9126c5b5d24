"""The program that turns a master into sizes: `python -I derive.py MASTER OUT WIDTH FORMAT [OUT WIDTH FORMAT …]`.

It runs as a process of its own, because rendering holds Python's lock for up to a second and every other request would wait,
and because a picture that crashes or hangs its decoder then takes nothing else along. It imports nothing of the shop.
"""

from __future__ import annotations

import io
import resource
import sys
import warnings
from pathlib import Path
from typing import Any

import resvg_py
from PIL import Image

SECONDS = 20
MOST_PIXELS = 50_000_000
# Measured on the demonstration's drawings: at speed 8 AVIF costs a third of the default and is 6 % larger.
OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 60, "speed": 8},
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 82, "progressive": True, "optimize": True},
    "png": {"optimize": True},
}


def derive(master: Path, wanted: list[tuple[Path, int, str]]) -> None:
    """Write `master` to each file, at most so wide; rendered once, at the largest of the widths."""
    largest = _open(master.read_bytes(), max(width for _out, width, _fmt in wanted))
    for out, width, fmt in wanted:
        _write(largest if largest.width <= width else _narrowed(largest, width), out, fmt)


def _write(image: Image.Image, out: Path, fmt: str) -> None:
    if image.mode == "RGBA" and fmt == "jpeg":
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    image.save(out, fmt.upper(), **OPTIONS[fmt])


def _open(content: bytes, width: int) -> Image.Image:
    if content[:100].lstrip().startswith(b"<svg"):
        png = bytes(resvg_py.svg_to_bytes(svg_string=content.decode(), width=width, skip_system_fonts=True))
        return Image.open(io.BytesIO(png)).convert("RGB")
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    image = Image.open(io.BytesIO(content), formats=("JPEG", "WEBP"))
    if image.width <= width:
        return image.convert("RGBA" if image.mode == "RGBA" else "RGB")  # never larger than it is
    image.draft("RGB", (width * 2, width * 2 * image.height // image.width))  # JPEG: decode no more than needed
    image.load()
    whole = image if image.mode in ("RGB", "RGBA") else image.convert("RGB")
    return _narrowed(whole, width)


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    threes = zip(sys.argv[2::3], sys.argv[3::3], sys.argv[4::3], strict=True)
    derive(Path(sys.argv[1]), [(Path(out), int(width), fmt) for out, width, fmt in threes])
