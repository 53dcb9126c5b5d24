"""Paint the set tables into a folder: `python -m elite.seeds.drawings elite/static/images`.

They belong to the pages, not to the catalogue, so they are kept with the other static drawings.
"""

from __future__ import annotations

import sys
from pathlib import Path

from elite.seeds.drawings import TABLES, set_table

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for table in TABLES.values():
        (folder / f"{table.name}.svg").write_text(set_table(table), encoding="utf-8")
