"""Balloons and what keeps them up, or down."""

from __future__ import annotations

from elite.seeds.catalogue.item import Fact, Item, Size, packs

SUPPER, TEA, GARDEN, CHRISTENING = "candlelight supper", "birthday tea", "garden party", "christening tea"
RUBBER: dict[str, Fact] = {
    "material": "Natural rubber",
    "care": "Use once, compost",
    "washable": False,
    "made_in": "Italy",
}

ITEMS: tuple[Item, ...] = (
    Item(
        name="Orchard balloon arch", shelf="balloons/arches", maker="Airfold", summary="Kit of 140, with strip and pump",
        text="A hundred and forty balloons in three sizes, counted twice, with the strip that holds them and a pump for two hands. Allow two people, two hours and one argument.",
        kind="balloons", colours=("persimmon", "damson", "cornflower", "rose"), accents=("rose", "butter", "celadon", "oat"), price="38.00", unit="kit", grams=620,
        facts={"pieces": 140, "length": 500, **RUBBER}, tags=(TEA, CHRISTENING), also=("backdrops/standing",),
    ),
    Item(
        name="Half arch kit", shelf="balloons/arches", maker="Airfold", summary="Kit of 90, climbs a wall",
        text="Starts heavy at the floor and thins out over the door, the way wisteria does. Small hooks included, which leave no mark.",
        kind="balloons", style="half", colours=("celadon", "rose", "butter"), accents=("oat", "damson", "persimmon"), price="27.00", was="31.00", unit="kit", grams=430,
        facts={"pieces": 90, "length": 320, **RUBBER}, tags=(CHRISTENING,),
    ),
    Item(
        name="Balloon column", shelf="balloons/arches", maker="Airfold", summary="Kit of 38, with stand, 1.8 m",
        text="Nine collars of four and a large one on top, on a pole that screws together. Two of them make a gate; one makes a landmark.",
        kind="balloon-column", colours=("damson", "persimmon", "moss"), accents=("rose", "butter", "oat"), packs=packs((1, "24.00"), (2, "44.00")), unit="column", grams=1900,
        facts={"pieces": 38, "height": 180, **RUBBER}, tags=(TEA,),
    ),
    Item(
        name="Seven-up bunch", shelf="balloons/bunches", maker="Airfold", summary="Seven, 30 cm, with weight",
        text="Three colours, seven balloons, one wrapped weight that looks like a present. Comes flat; float them with the little tank.",
        kind="balloon-bunch", colours=("rose", "persimmon", "celadon", "damson"), accents=("damson", "butter", "cornflower", "rose"), price="9.50", pieces=7, unit="balloon", grams=24,
        facts={"diameter": 30, **RUBBER}, tags=(TEA, CHRISTENING),
    ),
    Item(
        name="Confetti bunch", shelf="balloons/bunches", maker="Airfold", summary="Seven, four filled with confetti",
        text="Four clear ones with paper rain inside, three plain ones to hold the tone. Rub the clear ones on a jumper and the confetti climbs the walls.",
        kind="balloon-bunch", style="confetti", colours=("damson", "cornflower"), accents=("rose", "persimmon"), price="12.50", pieces=7, unit="balloon", grams=28,
        facts={"diameter": 30, **RUBBER}, tags=(TEA,), days=14,
    ),
    Item(
        name="Giant tassel balloon", shelf="balloons/bunches", maker="Airfold", summary="One metre, with tissue tail",
        text="One metre of balloon and two of tassels: the whole decoration, if you like. Needs a whole little tank and a ceiling above three metres.",
        kind="giant-balloon", colours=("persimmon", "rose", "oat"), accents=("butter", "damson", "celadon"), price="14.00", unit="balloon", grams=110,
        facts={"diameter": 90, **RUBBER}, tags=(TEA,),
    ),
    Item(
        name="Giant confetti balloon", shelf="balloons/bunches", maker="Airfold", summary="One metre, filled with confetti",
        text="As above, but it snows inside. To be popped by nobody but the person being celebrated.",
        kind="giant-balloon", style="confetti", colours=("damson", "cornflower"), accents=("rose", "butter"), price="16.50", unit="balloon", grams=125,
        facts={"diameter": 90, **RUBBER}, stock="low",
    ),
    Item(
        name="Foil star pair", shelf="balloons/foil", maker="Airfold", summary="Two stars, 90 and 55 cm",
        text="They stay up for a week and come down politely. Self-sealing, so they can be let out, folded and kept for the next birthday.",
        kind="foil-balloon", style="star", colours=("butter", "rose", "cornflower"), accents=("persimmon", "damson", "oat"), price="7.80", pieces=2, unit="balloon", grams=35,
        facts={"width": 90, "material": "Foil", "care": "Let out, fold, keep", "washable": False, "made_in": "Italy"}, tags=(TEA,),
    ),
    Item(
        name="Foil heart pair", shelf="balloons/foil", maker="Airfold", summary="Two hearts, 80 and 50 cm",
        text="A large heart and a small one, in colours that go together without being the same. No writing on them, which is the point.",
        kind="foil-balloon", style="heart", colours=("damson", "persimmon", "rose"), accents=("rose", "butter", "oat"), price="7.80", pieces=2, unit="balloon", grams=33,
        facts={"width": 80, "material": "Foil", "care": "Let out, fold, keep", "washable": False, "made_in": "Italy"}, tags=(SUPPER,),
    ),
    Item(
        name="Foil moon pair", shelf="balloons/foil", maker="Airfold", summary="Two moons, 85 and 55 cm",
        text="Hang them pointing left: the light in these rooms comes from there. For naming days, sleepovers and the first warm night.",
        kind="foil-balloon", style="moon", colours=("butter", "celadon"), accents=("persimmon", "oat"), price="8.20", pieces=2, unit="balloon", grams=34, evening=True,
        facts={"width": 85, "material": "Foil", "care": "Let out, fold, keep", "washable": False, "made_in": "Italy"}, tags=(CHRISTENING,), stock="out",
    ),
    Item(
        name="Little helium tank", shelf="balloons/helpers", maker="Airfold", summary="For 30 or 50 balloons",
        text="Enough gas for the balloons it says, and honestly five more. The nozzle bends, the valve locks, and the shop that sells it takes it back empty.",
        kind="helium", colours=("celadon",), accents=("persimmon",), unit="tank",
        sizes=(Size("30 balloons", "32.00", 3200), Size("50 balloons", "45.00", 4700)),
        facts={"material": "Steel", "care": "Return when empty", "washable": False, "made_in": "United Kingdom"}, tags=(TEA,),
    ),
    Item(
        name="Box of thirty", shelf="balloons/helpers", maker="Airfold", summary="Three colours, ten of each",
        text="Thirty balloons that were chosen to stand next to each other. Thicker than the party aisle's, so the ones at the back of the box are as good.",
        kind="balloon-pack", colours=("damson", "persimmon", "moss"), accents=("rose", "butter", "celadon"), packs=packs((30, "6.50"), (150, "27.00")), unit="balloon", grams=3,
        facts={"diameter": 30, **RUBBER}, tags=(TEA,),
    ),
    Item(
        name="Box of confetti balloons", shelf="balloons/helpers", maker="Airfold", summary="Twelve clear, filled",
        text="Twelve clear balloons with the confetti already inside, because doing it with a funnel is nobody's idea of a Friday.",
        kind="balloon-pack", style="confetti", colours=("cornflower", "rose"), accents=("persimmon", "butter"), price="9.80", pieces=12, unit="balloon", grams=4,
        facts={"diameter": 30, **RUBBER},
    ),
)  # fmt: skip
