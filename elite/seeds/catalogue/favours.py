"""Small things to carry home."""

from __future__ import annotations

from elite.seeds.catalogue.item import Item, Size, packs

SUPPER, TEA, GARDEN, CHRISTENING = "candlelight supper", "birthday tea", "garden party", "christening tea"

ITEMS: tuple[Item, ...] = (
    Item(
        name="Ribboned favour box", shelf="favours/boxes", maker="Petal & Post", summary="Card, 6 cm, with ribbon",
        text="A box with a lid and a ribbon that is already the right length. It holds five sugared almonds, two rings, or a very short letter.",
        kind="favour-box", colours=("butter", "celadon", "cornflower", "damson"), accents=("persimmon", "damson", "rose", "rose"), packs=packs((10, "12.00"), (50, "52.00")), unit="box", grams=18,
        facts={"width": 6, "height": 6, "material": "Card, satin", "care": "Recycle", "washable": False, "made_in": "Lithuania"}, tags=(CHRISTENING,),
    ),
    Item(
        name="Gathered favour bag", shelf="favours/boxes", maker="Loom Nine", summary="Cotton, 10 cm, drawstring",
        text="Cut from the ends of our tablecloths, so the colour matches for a reason. Draw the string and it stands up by itself.",
        kind="favour-bag", colours=("oat", "persimmon", "celadon"), accents=("rose", "butter", "moss"), packs=packs((10, "14.00"), (50, "61.00")), unit="bag", grams=12,
        facts={"width": 10, "height": 14, "material": "Cotton", "care": "Machine, 40 °C", "washable": True, "made_in": "Lithuania"}, tags=(CHRISTENING,),
    ),
    Item(
        name="Stamped favour bag", shelf="favours/boxes", maker="Loom Nine", summary="Linen, 10 cm, printed leaf",
        text="Linen, with one leaf stamped on each by hand. No two are level and that is how you can tell.",
        kind="favour-bag", style="stamped", colours=("butter", "rose"), accents=("moss", "damson"), price="18.50", pieces=10, unit="bag", grams=14,
        facts={"width": 10, "height": 14, "material": "Linen", "care": "Machine, 40 °C", "washable": True, "made_in": "Lithuania"}, tags=(GARDEN,), stock="low",
    ),
    Item(
        name="Round favour tin", shelf="favours/boxes", maker="Tinker's Row", summary="Tinplate, 7 cm",
        text="A tin survives the handbag, the taxi and the decade. Buttons and foreign coins will live in it long after the sweets.",
        kind="favour-tin", colours=("persimmon", "cornflower", "damson"), accents=("butter", "oat", "rose"), packs=packs((6, "15.00"), (48, "108.00")), unit="tin", grams=46,
        facts={"diameter": 7, "height": 3, "material": "Tinplate", "care": "By hand", "washable": False, "made_in": "Poland"}, tags=(TEA,),
    ),
    Item(
        name="Breakfast jam", shelf="favours/filled", maker="Marsh Lane Pottery", summary="Plum, 110 g, cloth cap",
        text="Plum jam from the tree behind the pottery, for the morning after. The cap is a scrap of last year's cushions.",
        kind="jar", colours=("damson",), accents=("oat",), packs=packs((6, "21.00"), (36, "115.00")), unit="jar", grams=210,
        facts={"capacity": 110, "material": "Glass, cotton", "care": "Best within a year", "washable": False, "made_in": "United Kingdom"}, zero=True,
    ),
    Item(
        name="Meadow honey", shelf="favours/filled", maker="Petal & Post", summary="Set honey, 120 g",
        text="From nine hives beside a railway line in Kent, where nobody mows. Set, so it stays in the jar on the way home.",
        kind="jar", style="honey", colours=("butter",), accents=("cornflower",), packs=packs((6, "24.00"), (36, "132.00")), unit="jar", grams=220,
        facts={"capacity": 120, "material": "Glass, cotton", "care": "Keeps for years", "washable": False, "made_in": "United Kingdom"}, tags=(GARDEN,), zero=True,
    ),
    Item(
        name="Meadow seed packets", shelf="favours/filled", maker="Petal & Post", summary="Wild flowers, 2 g each",
        text="Cornflower, yarrow, ox-eye: enough for a square metre of somebody's lawn. The packet is stitched shut and opens without scissors.",
        kind="seed-packet", colours=("moss", "persimmon", "celadon"), accents=("butter", "rose", "damson"), packs=packs((10, "13.00"), (50, "55.00")), unit="packet", grams=6,
        facts={"material": "Paper, seed", "care": "Sow by May", "washable": False, "made_in": "United Kingdom"}, tags=(GARDEN, "compostable"), stock="endless",
    ),
    Item(
        name="Bar of soap, banded", shelf="favours/filled", maker="Petal & Post", summary="Olive oil soap, 60 g",
        text="Cut from the block with a wire, banded in paper, wrapped in nothing else. Smells of the shelf it is from: rose, sage or oats.",
        kind="soap", colours=("rose", "celadon", "butter"), accents=("damson", "moss", "persimmon"), packs=packs((4, "16.00"), (24, "88.00")), unit="bar", grams=64,
        facts={"material": "Olive oil, shea", "care": "Keep dry", "washable": False, "made_in": "France"},
    ),
    Item(
        name="Elderflower cordial minis", shelf="favours/filled", maker="Petal & Post", summary="100 ml, corked",
        text="A bottle for one long drink or two short ones, with a label that is tied instead of glued. Write a name on it and the seating plan is done.",
        kind="mini-bottle", colours=("butter", "rose"), accents=("moss", "damson"), packs=packs((6, "23.00"), (36, "126.00")), unit="bottle", grams=240,
        facts={"capacity": 100, "material": "Glass, cork", "care": "Best within six months", "washable": False, "made_in": "United Kingdom"}, tags=(GARDEN,), stock="out",
    ),
    Item(
        name="Long matches in glass", shelf="favours/filled", maker="Wick & Tallow", summary="60 matches, coloured heads",
        text="Ten-centimetre matches with heads the colour of your napkins. Strike on the underside, where there is a strip nobody notices.",
        kind="matches", colours=("damson", "persimmon", "celadon"), accents=("rose", "butter", "oat"), packs=packs((1, "8.50"), (12, "89.00")), unit="bottle", grams=230,
        facts={"length": 10, "pieces": 60, "material": "Aspen, glass", "care": "Keep from children", "washable": False, "made_in": "Sweden"}, tags=(SUPPER,), also=("candles/holders",),
    ),
    Item(
        name="Table crackers", shelf="favours/fun", maker="Paper Harbour", summary="Six, with snap, hat and riddle",
        text="Not for December only. The hats are tissue, the riddles are ours, the snap is loud enough for a marquee.",
        kind="cracker", colours=("persimmon", "damson", "cornflower"), accents=("cornflower", "butter", "persimmon"), packs=packs((6, "22.00"), (24, "79.00")), unit="cracker", grams=48,
        facts={"length": 30, "material": "Card, paper", "care": "Recycle", "washable": False, "made_in": "United Kingdom"}, tags=(TEA,),
    ),
    Item(
        name="Petal cones", shelf="favours/fun", maker="Petal & Post", summary="Twelve cones with a stand",
        text="Freeze-dried petals that fall slowly enough for the photographer and are gone by Monday. The stand holds three and refills from the box.",
        kind="cone", colours=("rose", "moss"), accents=("damson", "butter"), packs=packs((12, "26.00"), (36, "69.00")), unit="cone", grams=22,
        facts={"pieces": 12, "material": "Paper, petals", "care": "Keep dry", "washable": False, "made_in": "United Kingdom"}, tags=(SUPPER, "compostable"),
    ),
    Item(
        name="Dotted petal cones", shelf="favours/fun", maker="Petal & Post", summary="Twelve dotted cones, with a stand",
        text="The children's version: same petals, more dots. They are easier to hold in a hand that also holds a biscuit.",
        kind="cone", style="dots", colours=("cornflower", "persimmon"), accents=("rose", "celadon"), price="24.00", pieces=12, unit="cone", grams=22,
        facts={"pieces": 12, "material": "Paper, petals", "care": "Keep dry", "washable": False, "made_in": "United Kingdom"}, tags=(TEA, "compostable"),
    ),
    Item(
        name="Jar of confetti", shelf="favours/fun", maker="Paper Harbour", summary="Tissue discs, 500 ml",
        text="Punched from the tissue left over when fans are cut, in the five colours that were on the bench. Dissolves in the first rain.",
        kind="confetti", colours=("persimmon", "cornflower", "damson"), accents=("rose", "butter", "celadon"), price="12.00", unit="jar", grams=320,
        facts={"capacity": 500, "material": "Tissue, glass, oak", "care": "Sweep, or do not", "washable": False, "made_in": "Lithuania"}, tags=(TEA, "compostable"),
    ),
    Item(
        name="Grosgrain ribbon", shelf="favours/ribbon", maker="Loom Nine", summary="Woven, 10 m reel",
        text="Ribbed, matt and woven rather than cut, so the edge does not fray when it is tied for the third time. Ten metres make about fourteen bows.",
        kind="ribbon", colours=("damson", "rose", "moss", "cornflower", "butter"), accents=("rose", "butter", "oat", "persimmon", "damson"),
        sizes=(Size("15 mm", "6.20", 90, {"width": 2}), Size("38 mm", "9.80", 190, {"width": 4})), unit="reel",
        facts={"length": 1000, "material": "Cotton, viscose", "care": "Iron cool", "washable": True, "made_in": "France"},
    ),
    Item(
        name="Pierced gift tags", shelf="favours/ribbon", maker="Fold Street Press", summary="Letterpress, with string",
        text="Thick enough to be felt, with a brass eyelet and a length of string. The flower is pressed into the card, not printed on it.",
        kind="tags", colours=("rose", "persimmon"), accents=("damson", "butter"), price="7.50", pieces=12, unit="tag", grams=5,
        facts={"width": 5, "height": 9, "material": "Cotton card, brass", "care": "Recycle", "washable": False, "made_in": "United Kingdom"},
    ),
    Item(
        name="Round name tags", shelf="favours/ribbon", maker="Fold Street Press", summary="Letterpress, 7 cm, with string",
        text="Round ones for bottles, coats and the handles of umbrellas. Smooth on one side for a pen, toothed on the other for a stamp.",
        kind="tags", style="round", colours=("celadon", "cornflower"), accents=("butter", "oat"), price="7.50", pieces=12, unit="tag", grams=5,
        facts={"diameter": 7, "material": "Cotton card, brass", "care": "Recycle", "washable": False, "made_in": "United Kingdom"}, tags=(GARDEN,), stock="low",
    ),
)  # fmt: skip
