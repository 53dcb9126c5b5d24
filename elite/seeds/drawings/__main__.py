"""Paint set tables into a folder: `python -m elite.seeds.drawings elite/static/images table-day table-evening …`.

Without names the four of the first page. They belong to the pages, not to the catalogue, so they are kept with the static drawings.
"""

from __future__ import annotations

import sys
from pathlib import Path

from elite.seeds.drawings import TABLES, set_table

FIRST_PAGE = ("table-day", "table-evening", "table-day-tall", "table-evening-tall")

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for table in [TABLES[name] for name in sys.argv[2:] or FIRST_PAGE]:
        (folder / f"{table.name}.svg").write_text(set_table(table), encoding="utf-8")
