"""A small, believable shop for demonstrations and development: drawn pictures, written goods, people to sign in.

`plant` fills an empty database; `catalogue/` is what is sold, `drawings/` how it is painted, `planting.py` how both get in.
"""

from elite.seeds.planting import plant, seed_shop, sign_ins

__all__ = ["plant", "seed_shop", "sign_ins"]
