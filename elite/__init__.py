"""Elite Events, a shop made of hypertext.

Start reading at `elite/routes.py` (every address), then follow one of them down: a face in `blueprints/`, a view in `web/views/`,
a verb in a domain package. `elite/kernel/` holds what every floor stands on. Imports run downhill; `pyproject.toml` names the floors.
"""
