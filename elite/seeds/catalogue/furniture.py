"""Chairs, tables and other things that arrive by van."""

from __future__ import annotations

from elite.seeds.catalogue.item import Fact, Item, Size, packs

SUPPER, GARDEN = "candlelight supper", "garden party"
WOOD: dict[str, Fact] = {"care": "Wipe with a damp cloth", "washable": False}

ITEMS: tuple[Item, ...] = (
    Item(
        name="Folding garden chair", shelf="furniture/seats", maker="Bramble Works", summary="Painted beech, folds to 6 cm",
        text="The chair of every village hall, made properly. Two slats for the back, a pad for the rest of you, and it folds without pinching anyone.",
        kind="chair", colours=("moss", "persimmon", "damson"), accents=("butter", "rose", "rose"), packs=packs((2, "78.00"), (10, "359.00")), unit="chair", grams=4300,
        facts={"height": 82, "width": 44, "material": "Beech, canvas", "made_in": "Poland", **WOOD}, tags=(GARDEN,),
    ),
    Item(
        name="Bentwood bistro chair", shelf="furniture/seats", maker="Bramble Works", summary="Steamed beech, cane seat",
        text="Bent over steam as it has been since 1859, with a seat that breathes. Stacks four high if you take turns with the cushions.",
        kind="bentwood", colours=("celadon", "damson", "ink"), accents=("butter", "rose", "persimmon"), packs=packs((1, "89.00"), (6, "499.00")), unit="chair", grams=3900,
        facts={"height": 88, "width": 42, "material": "Beech, cane", "made_in": "Czechia", **WOOD}, tags=(SUPPER,),
    ),
    Item(
        name="Padded bistro chair", shelf="furniture/seats", maker="Bramble Works", summary="Steamed beech, padded seat",
        text="The bistro chair for long speeches. The pad is horsehair and linen and can be lifted out to be beaten.",
        kind="bentwood", style="padded", colours=("butter", "cornflower"), accents=("persimmon", "oat"), price="104.00", unit="chair", grams=4200,
        facts={"height": 88, "width": 42, "material": "Beech, linen, horsehair", "made_in": "Czechia", **WOOD}, tags=(SUPPER,), stock="made",
    ),
    Item(
        name="Three-leg stool", shelf="furniture/seats", maker="Bramble Works", summary="Oak legs, painted seat",
        text="Three legs never wobble, whatever the lawn does. Serves as a seat, a side table and a step for hanging lanterns.",
        kind="stool", colours=("damson", "celadon", "persimmon"), accents=("rose", "butter", "butter"), packs=packs((1, "46.00"), (4, "172.00")), unit="stool", grams=2900,
        facts={"height": 46, "diameter": 34, "material": "Oak, ash", "made_in": "United Kingdom", **WOOD},
    ),
    Item(
        name="Painted stool", shelf="furniture/seats", maker="Bramble Works", summary="One colour, top to toe",
        text="The same stool dipped whole. Paint it is and paint it stays: two coats of the sort used on boats.",
        kind="stool", style="painted", colours=("rose", "moss"), accents=("damson", "butter"), price="44.00", was="52.00", unit="stool", grams=2900,
        facts={"height": 46, "diameter": 34, "material": "Ash", "made_in": "United Kingdom", **WOOD}, tags=(GARDEN,),
    ),
    Item(
        name="Padded stool", shelf="furniture/seats", maker="Bramble Works", summary="Oak legs, buttoned top",
        text="With a cushion buttoned on for good, for cellists and for grandmothers.",
        kind="stool", style="padded", colours=("persimmon", "oat"), accents=("butter", "damson"), price="58.00", unit="stool", grams=3300,
        facts={"height": 50, "diameter": 36, "material": "Oak, wool", "made_in": "United Kingdom", **WOOD}, days=28,
    ),
    Item(
        name="Chapel bench", shelf="furniture/seats", maker="Bramble Works", summary="Oak, seats four, 2 m",
        text="Seats four who know each other or three who do not. Two people lift it; the ends lock on with a wooden peg.",
        kind="bench", colours=("celadon", "damson"), accents=("persimmon", "rose"), price="165.00", unit="bench", grams=16500, pieces=1,
        facts={"length": 200, "height": 45, "seats": 4, "material": "Oak", "made_in": "United Kingdom", **WOOD}, tags=(GARDEN,), stock="low",
    ),
    Item(
        name="Floor pouffe", shelf="furniture/seats", maker="Loom Nine", summary="Canvas, 60 cm, filled",
        text="For the low end of the party, where shoes come off. Piped in a second colour and filled to keep its shape under a grown man.",
        kind="pouffe", colours=("rose", "persimmon", "moss"), accents=("damson", "butter", "oat"), packs=packs((1, "69.00"), (2, "129.00")), unit="pouffe", grams=4800,
        facts={"diameter": 60, "height": 25, "material": "Cotton canvas", "care": "Cover: machine, 30 °C", "washable": True, "made_in": "Portugal"},
    ),
    Item(
        name="Trestle table", shelf="furniture/tables", maker="Bramble Works", summary="Oak top, painted legs",
        text="A top and two trestles: the oldest table there is. Eight sit at the long one with elbows in, six with elbows out.",
        kind="trestle", colours=("moss", "damson", "oat"), accents=("butter", "rose", "persimmon"),
        sizes=(Size("180 cm, seats 6", "210.00", 24000, {"length": 180, "seats": 6}), Size("240 cm, seats 8", "265.00", 31000, {"length": 240, "seats": 8})), unit="table",
        facts={"width": 76, "height": 75, "material": "Oak, beech", "made_in": "United Kingdom", **WOOD}, tags=(GARDEN,),
    ),
    Item(
        name="Brass-foot bistro table", shelf="furniture/tables", maker="Tinker's Row", summary="Painted top, brass foot, 70 cm",
        text="One foot, so nobody fights a leg. The top tips up and ten of them stand in the space of two.",
        kind="round-table", colours=("celadon", "rose"), accents=("butter", "damson"), price="138.00", unit="table", grams=15500,
        facts={"diameter": 70, "height": 74, "seats": 3, "material": "Steel, brass", "made_in": "Poland", **WOOD}, tags=(SUPPER,),
    ),
    Item(
        name="Terrazzo bistro table", shelf="furniture/tables", maker="Tinker's Row", summary="Terrazzo top, 70 cm",
        text="Chips of marble set in cement and ground until they shine. Heavy enough that the wind gives up.",
        kind="round-table", style="terrazzo painted", colours=("oat", "butter"), accents=("persimmon", "damson"), price="176.00", unit="table", grams=28500,
        facts={"diameter": 70, "height": 74, "seats": 3, "material": "Terrazzo, steel", "made_in": "Italy", **WOOD}, stock="made",
    ),
    Item(
        name="Bar cart", shelf="furniture/outdoors", maker="Tinker's Row", summary="Two decks, rubber wheels",
        text="It goes to where the people are, which is the whole secret of a bar. The upper rail keeps bottles in on a slope of one in ten; we tried.",
        kind="bar-cart", colours=("rose", "moss"), accents=("butter", "persimmon"), price="189.00", unit="cart", grams=13200,
        facts={"width": 70, "height": 84, "material": "Brassed steel", "made_in": "Poland", **WOOD}, tags=(SUPPER, GARDEN), also=("serving/drinks",),
    ),
    Item(
        name="Fringed parasol", shelf="furniture/outdoors", maker="Loom Nine", summary="Two colours, 2.5 m, tilts",
        text="Ten panels in two colours and a fringe that moves before the rain does. The pole is ash and comes apart in the middle.",
        kind="parasol", colours=("moss", "persimmon", "cornflower"), accents=("oat", "butter", "oat"), price="148.00", was="172.00", unit="parasol", grams=9800,
        facts={"diameter": 250, "height": 240, "material": "Canvas, ash", "care": "Brush, dry before folding", "washable": False, "made_in": "Portugal"}, tags=(GARDEN,),
    ),
    Item(
        name="Welcome easel", shelf="furniture/display", maker="Bramble Works", summary="Oak easel with painted board",
        text="Write on it with chalk or liquid pen, wipe it, change the groom's table again. Stands on gravel.",
        kind="easel", colours=("persimmon", "moss"), accents=("butter", "oat"), price="74.00", unit="easel", grams=5400,
        facts={"height": 150, "width": 60, "material": "Oak, birch ply", "made_in": "United Kingdom", **WOOD}, also=("stationery/books",),
    ),
    Item(
        name="Arched seating board", shelf="furniture/display", maker="Bramble Works", summary="Arched board on an easel",
        text="An arch, because names in columns look like a tax return. Twelve lines a side, or twenty if people marry into short names.",
        kind="easel", style="arch", colours=("oat", "celadon"), accents=("damson", "moss"), price="82.00", unit="easel", grams=5800,
        facts={"height": 160, "width": 62, "material": "Oak, birch ply", "made_in": "United Kingdom", **WOOD}, days=22,
    ),
    Item(
        name="Three plinths", shelf="furniture/display", maker="Bramble Works", summary="Nesting columns, 40 to 90 cm",
        text="Three drums that travel inside each other. Cake on the low one, flowers on the middle one, and nothing at all on the tall one.",
        kind="plinths", colours=("rose", "damson", "celadon"), accents=("damson", "oat", "persimmon"), price="156.00", pieces=3, unit="plinth", grams=5200,
        facts={"height": 90, "diameter": 35, "material": "Birch ply", "made_in": "Poland", **WOOD}, also=("backdrops/standing",),
    ),
    Item(
        name="Arched folding screen", shelf="furniture/display", maker="Bramble Works", summary="Three panels, 1.8 m",
        text="Hides the caterers, the coats or the view of the car park. Three arches on brass hinges that open both ways.",
        kind="screen", colours=("celadon", "rose"), accents=("butter", "oat"), price="198.00", unit="screen", grams=17800,
        facts={"height": 180, "width": 150, "material": "Birch ply, brass", "made_in": "Poland", **WOOD}, also=("backdrops/standing",), stock="low",
    ),
    Item(
        name="Rattan folding screen", shelf="furniture/display", maker="Bramble Works", summary="Three woven panels, 1.8 m",
        text="Woven, so that light comes through and gossip does not. Half the weight of the solid one.",
        kind="screen", style="rattan", colours=("butter", "persimmon"), accents=("oat", "butter"), price="214.00", unit="screen", grams=9600,
        facts={"height": 180, "width": 150, "material": "Rattan, ash", "made_in": "India", **WOOD}, stock="out",
    ),
)  # fmt: skip
