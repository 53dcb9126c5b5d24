"""What is shown where a picture is not there: an empty plate on a table, in the shop's own colours."""

from __future__ import annotations

MISSING_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000" width="800" height="1000">'
    '<defs><linearGradient id="w" x2="1" y2=".8"><stop stop-color="#fcf6ea"/><stop offset="1" stop-color="#ebdfc9"/></linearGradient>'
    '<linearGradient id="p" x2="1" y2="1"><stop stop-color="#f6efe2"/><stop offset="1" stop-color="#d8cbb6"/></linearGradient></defs>'
    '<rect width="800" height="1000" fill="url(#w)"/><rect y="640" width="800" height="360" fill="#e4d3b7"/>'
    '<rect y="640" width="800" height="3" fill="#fff" fill-opacity=".4"/>'
    '<ellipse cx="440" cy="702" rx="250" ry="36" fill="#8b7358" fill-opacity=".22"/>'
    '<circle cx="400" cy="452" r="248" fill="url(#p)"/>'
    '<circle cx="400" cy="452" r="226" fill="none" stroke="#7a2a52" stroke-opacity=".45" stroke-width="7" stroke-dasharray="20 16"/>'
    '<circle cx="400" cy="452" r="158" fill="#efe6d6"/></svg>'
)
