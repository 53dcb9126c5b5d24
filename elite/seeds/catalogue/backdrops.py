"""What stands, hangs and unfolds behind people."""

from __future__ import annotations

from elite.seeds.catalogue.item import Fact, Item, Size, packs

SUPPER, TEA, GARDEN, CHRISTENING = "candlelight supper", "birthday tea", "garden party", "christening tea"
PAPER: dict[str, Fact] = {"care": "Fold flat, keep dry", "washable": False, "made_in": "Lithuania"}

ITEMS: tuple[Item, ...] = (
    Item(
        name="Draped arch backdrop", shelf="backdrops/standing", maker="Bramble Works", summary="Birch frame, cloth, 2 by 2.2 m",
        text="A birch arch under a pleated cloth, with a small solid one to stand before it. Goes up with four bolts and comes down with the same four.",
        kind="backdrop", colours=("rose", "celadon", "butter"), accents=("damson", "moss", "cornflower"), price="189.00", was="219.00", unit="backdrop", grams=14500,
        facts={"width": 200, "height": 220, "material": "Birch ply, polyester", "care": "Cloth: machine, 30 °C", "washable": True, "made_in": "Poland"}, tags=(CHRISTENING,),
    ),
    Item(
        name="Painted arch pair", shelf="backdrops/standing", maker="Bramble Works", summary="Two solid arches, matt paint",
        text="No cloth, no pleats: two arches in two colours, one taller than the other, like a good couple. Weighted feet are in the box.",
        kind="backdrop", style="plain", colours=("moss", "persimmon"), accents=("oat", "rose"), price="168.00", unit="pair", grams=17200,
        facts={"width": 200, "height": 210, "material": "Birch ply", "care": "Wipe with a cloth", "washable": False, "made_in": "Poland"}, stock="made",
    ),
    Item(
        name="Flower hoop", shelf="backdrops/standing", maker="Tinker's Row", summary="Brassed ring, 2 m, paper flowers",
        text="A ring two metres across with flowers over its left shoulder, where the light falls. The stems are wired, so they can move to the other one.",
        kind="hoop", colours=("rose", "persimmon", "oat"), accents=("butter", "oat", "damson"), price="146.00", unit="hoop", grams=8800,
        facts={"diameter": 200, "material": "Brassed steel, paper", "care": "Keep dry", "washable": False, "made_in": "Poland"}, tags=(SUPPER, CHRISTENING),
    ),
    Item(
        name="Draped hoop", shelf="backdrops/standing", maker="Tinker's Row", summary="Brassed ring, 2 m, with cloth",
        text="The same ring with a length of muslin let down one side, for vows, for cakes, for the in-laws. The cloth unpins for the wash.",
        kind="hoop", style="draped", colours=("celadon", "damson"), accents=("rose", "butter"), price="159.00", unit="hoop", grams=9300,
        facts={"diameter": 200, "material": "Brassed steel, muslin", "care": "Cloth: machine, 30 °C", "washable": True, "made_in": "Poland"}, tags=(SUPPER,), days=18,
    ),
    Item(
        name="Flower wall", shelf="backdrops/standing", maker="Petal & Post", summary="Paper flowers, 1.2 by 2 m",
        text="Thirty large flowers and more leaves than anyone has counted, on a panel one person can carry. Clip two together for a group of twelve.",
        kind="flower-wall", colours=("rose", "persimmon"), accents=("butter", "oat"), packs=packs((1, "124.00"), (2, "236.00")), unit="panel", grams=5600,
        facts={"width": 120, "height": 200, "material": "Paper, birch", "care": "Dust with a brush", "washable": False, "made_in": "India"},
    ),
    Item(
        name="Shimmer wall", shelf="backdrops/standing", maker="Airfold", summary="Moving discs, 1.2 by 1.8 m",
        text="Three hundred and fifteen discs that turn in the draught of a passing guest. It photographs differently every second, which saves on poses.",
        kind="shimmer", colours=("persimmon", "oat", "cornflower"), price="98.00", unit="wall", grams=4100,
        facts={"width": 120, "height": 180, "material": "Recycled PET", "care": "Wipe with a cloth", "washable": False, "made_in": "Italy"}, tags=(TEA,), stock="low",
    ),
    Item(
        name="Tissue fringe curtain", shelf="backdrops/standing", maker="Paper Harbour", summary="Four colours, 2 by 2 m",
        text="Forty-six strips of tissue from an oak pole, cut by hand so the ends are honest. Walk through it; everyone does.",
        kind="fringe", colours=("damson", "persimmon", "moss"), accents=("rose", "butter", "celadon"), price="26.00", unit="curtain", grams=540,
        facts={"width": 200, "height": 200, "material": "Tissue, oak", **PAPER}, tags=(TEA,), more=("fringe",),
    ),
    Item(
        name="Plain fringe curtain", shelf="backdrops/standing", maker="Paper Harbour", summary="One colour, 2 by 2 m",
        text="The same curtain in one colour, for people whose guests already wear all the others.",
        kind="fringe", style="plain", colours=("rose", "cornflower"), price="22.00", unit="curtain", grams=500,
        facts={"width": 200, "height": 200, "material": "Tissue, oak", **PAPER},
    ),
    Item(
        name="Orchard garland", shelf="backdrops/garlands", maker="Petal & Post", summary="Paper leaves and blooms, 2.4 m",
        text="Leaves first, then flowers, the way an orchard does it. Seven blooms on a wired stem that keeps whatever curve you give it.",
        kind="garland", colours=("rose", "butter", "damson"), accents=("persimmon", "oat", "oat"), packs=packs((1, "27.50"), (3, "74.00")), unit="garland", grams=310,
        facts={"length": 240, "material": "Paper, wire", **PAPER}, tags=(GARDEN,),
    ),
    Item(
        name="Olive garland", shelf="backdrops/garlands", maker="Petal & Post", summary="Paper leaves and fruit, 2.4 m",
        text="All leaf and no flower, with nine small fruits for those who look closely. Lay it along the middle of the table and put the plates around it.",
        kind="garland", style="leaf", colours=("damson", "persimmon"), accents=("moss", "butter"), price="24.00", unit="garland", grams=290,
        facts={"length": 240, "material": "Paper, wire", **PAPER}, tags=(GARDEN,),
    ),
    Item(
        name="Fete bunting", shelf="backdrops/garlands", maker="Loom Nine", summary="Cotton flags on a cord",
        text="Double-sided, properly turned, with a metre of bare cord at either end to tie to a tree. Machine washable, after the weather.",
        kind="bunting", colours=("persimmon", "celadon", "damson"), accents=("butter", "oat", "rose"),
        sizes=(Size("5 m, 14 flags", "16.00", 210, {"length": 500}), Size("10 m, 28 flags", "28.00", 400, {"length": 1000})), unit="string",
        facts={"material": "Cotton", "care": "Machine, 40 °C", "washable": True, "made_in": "India"}, tags=(TEA, GARDEN),
    ),
    Item(
        name="Scallop bunting", shelf="backdrops/garlands", maker="Paper Harbour", summary="Card scallops, 6 m",
        text="A row of round tongues, like the edge of a shop's awning. Goes best above a cake and below a lamp.",
        kind="bunting", style="scallop", colours=("rose", "cornflower"), accents=("persimmon", "oat"), price="11.00", was="13.00", unit="string", grams=160,
        facts={"length": 600, "material": "Card", **PAPER}, tags=(CHRISTENING,),
    ),
    Item(
        name="Swallowtail bunting", shelf="backdrops/garlands", maker="Paper Harbour", summary="Card pennants, 6 m",
        text="Pennants with a notch, for a more naval sort of celebration. Blank, so that letters can be stamped on them one at a time.",
        kind="bunting", style="banner", colours=("damson", "moss"), accents=("oat", "butter"), price="11.00", unit="string", grams=170,
        facts={"length": 600, "material": "Card", **PAPER}, stock="endless",
    ),
    Item(
        name="Rosette wall", shelf="backdrops/paper", maker="Paper Harbour", summary="Six folded fans, up to 60 cm",
        text="Six fans that open with one finger and close into a drawer. Hang the largest a little off the middle; it looks braver.",
        kind="paper-fan", colours=("persimmon", "damson", "cornflower"), accents=("butter", "rose", "oat"), price="19.00", pieces=6, unit="fan", grams=60,
        facts={"diameter": 60, "material": "Card", **PAPER}, tags=(TEA,),
    ),
    Item(
        name="Tissue pompoms", shelf="backdrops/paper", maker="Paper Harbour", summary="Five, 25 to 40 cm",
        text="They arrive as flat packets and become clouds in ten minutes and some patience. Hang them over a dance floor and nobody can see the exit sign.",
        kind="pompom", colours=("rose", "celadon", "butter"), accents=("damson", "oat", "persimmon"), price="15.50", pieces=5, unit="pompom", grams=28,
        facts={"diameter": 40, "material": "Tissue", **PAPER}, tags=(CHRISTENING, TEA),
    ),
    Item(
        name="Honeycomb trio", shelf="backdrops/paper", maker="Paper Harbour", summary="Three balls, 20 to 35 cm",
        text="Open them until the clips meet and they are round for as long as you like. Close them and they fit between two books.",
        kind="honeycomb", colours=("persimmon", "moss", "cornflower"), accents=("oat", "butter", "rose"), price="13.00", pieces=3, unit="ball", grams=70,
        facts={"diameter": 35, "material": "Tissue", **PAPER}, tags=(GARDEN,), days=25,
    ),
    Item(
        name="Twisted streamers", shelf="backdrops/paper", maker="Paper Harbour", summary="Crepe, three colours, 10 m each",
        text="Thirty metres of crepe in three colours and a card that shows the twist. Cheap, loud and impossible to be gloomy under.",
        kind="streamers", colours=("damson", "persimmon"), accents=("rose", "cornflower"), packs=packs((3, "5.40"), (12, "18.00")), unit="roll", grams=45,
        facts={"length": 1000, "material": "Crepe paper", **PAPER}, tags=(TEA,),
    ),
    Item(
        name="Door wreath", shelf="backdrops/garlands", maker="Petal & Post", summary="Paper leaves and blooms, 45 cm",
        text="For the door, so that the right house is found. The ribbon unhooks and may be changed for the season.",
        kind="wreath", colours=("rose", "oat", "persimmon"), accents=("damson", "persimmon", "butter"), price="34.00", unit="wreath", grams=480,
        facts={"diameter": 45, "material": "Paper, willow", **PAPER}, tags=(GARDEN,),
    ),
)  # fmt: skip
