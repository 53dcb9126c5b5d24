"""Candles and what holds them."""

from __future__ import annotations

from elite.seeds.catalogue.item import Fact, Item, Size, packs

LUNCH, SUPPER, TEA, GARDEN = "the long lunch", "candlelight supper", "birthday tea", "garden party"
WAX: dict[str, Fact] = {
    "material": "Rapeseed and bees' wax",
    "care": "Trim the wick to 5 mm",
    "washable": False,
    "made_in": "Denmark",
}

ITEMS: tuple[Item, ...] = (
    Item(
        name="Pillar candle trio", shelf="candles/pillars", maker="Wick & Tallow", summary="Three heights, 7 cm thick",
        text="Three heights that were measured against each other for a long time. They burn straight down and leave a wall, like a lantern.",
        kind="candle", colours=("oat", "persimmon", "damson"), accents=("rose", "butter", "butter"), price="26.00", pieces=3, unit="candle", grams=420, evening=True,
        facts={"diameter": 7, "burn": 45, **WAX}, tags=(SUPPER,),
    ),
    Item(
        name="Tall pillar trio", shelf="candles/pillars", maker="Wick & Tallow", summary="Up to 30 cm, 6 cm thick",
        text="For halls, hearths and the far ends of long tables. Put them where nobody reaches across.",
        kind="candle", style="tall", colours=("rose", "celadon"), accents=("damson", "oat"), price="33.00", pieces=3, unit="candle", grams=560,
        facts={"diameter": 6, "height": 30, "burn": 70, **WAX}, tags=(SUPPER,),
    ),
    Item(
        name="Ribbed pillar trio", shelf="candles/pillars", maker="Wick & Tallow", summary="Fluted, three heights",
        text="Cast in a fluted mould, so that each one is half candle, half column. The grooves glow a little before the rest.",
        kind="candle", style="ribbed", colours=("butter", "moss", "rose"), accents=("persimmon", "oat", "damson"), price="29.00", was="34.00", pieces=3, unit="candle", grams=430,
        facts={"diameter": 7, "burn": 45, **WAX}, days=15,
    ),
    Item(
        name="Floating flower lights", shelf="candles/pillars", maker="Wick & Tallow", summary="Six wax flowers that float",
        text="They find the middle of the bowl and stay there, conferring. Five hours each, and they go out by themselves.",
        kind="floating", colours=("rose", "damson"), accents=("persimmon", "butter"), packs=packs((6, "12.00"), (24, "42.00")), unit="candle", grams=28,
        facts={"diameter": 6, "burn": 5, **WAX}, tags=(GARDEN,),
    ),
    Item(
        name="Dipped tapers", shelf="candles/tapers", maker="Wick & Tallow", summary="25 cm, dipped thirty times",
        text="Dipped by hand, thirty times, in pairs over a rod, which is why two are joined when you unwrap them. They burn without a drip if nobody opens the door.",
        kind="dinner-candles", colours=("damson", "persimmon", "butter", "moss"), accents=("rose", "butter", "rose", "oat"), packs=packs((6, "14.00"), (24, "49.00")), unit="candle", grams=58,
        facts={"length": 25, "burn": 8, **WAX}, tags=(SUPPER,),
    ),
    Item(
        name="Twisted tapers in brass", shelf="candles/tapers", maker="Wick & Tallow", summary="Three twists with holders",
        text="Twisted while warm, one turn to the hand. As they burn the stripe climbs down, and people stop talking to watch.",
        kind="taper", style="twist", colours=("rose", "celadon"), accents=("butter", "persimmon"), price="46.00", unit="set", grams=1150,
        facts={"length": 28, "burn": 9, "pieces": 6, "material": "Wax, brass", "care": "Trim the wick to 5 mm", "washable": False, "made_in": "Denmark"}, tags=(SUPPER,),
    ),
    Item(
        name="Cake candles, one colour", shelf="candles/tapers", maker="Wick & Tallow", summary="Twelve, with holders",
        text="Taller than usual, so there is time for the song. Twelve and a spare, because somebody always drops one in the icing.",
        kind="birthday-candles", colours=("rose", "cornflower", "persimmon"), accents=("damson", "butter", "oat"), price="4.20", pieces=13, unit="candle", grams=4,
        facts={"length": 14, **WAX}, tags=(TEA,), least=2,
    ),
    Item(
        name="Cake candles, mixed", shelf="candles/tapers", maker="Wick & Tallow", summary="Twenty-four in three colours",
        text="Three colours for an age nobody wants counted. Enough for a twenty-first with three over for wishes that fail.",
        kind="birthday-candles", style="mixed", colours=("persimmon", "damson"), accents=("rose", "celadon"), price="6.80", pieces=24, unit="candle", grams=4,
        facts={"length": 14, **WAX}, tags=(TEA,), stock="endless",
    ),
    Item(
        name="Stem taper holders", shelf="candles/holders", maker="Tinker's Row", summary="Turned brass, set of three",
        text="Three turned stems at three heights, sold together because they look foolish apart. Solid brass, unlacquered; candles included for the first evening.",
        kind="taper", colours=("butter", "damson", "oat"), accents=("rose", "persimmon", "rose"), price="42.00", was="49.50", unit="set", grams=1350,
        facts={"height": 28, "pieces": 3, "material": "Brass", "care": "Polish, or do not", "washable": False, "made_in": "India"}, tags=(LUNCH, SUPPER), room="clay", more=("dinner-candles",),
    ),
    Item(
        name="Glazed taper holders", shelf="candles/holders", maker="Halden & Wray", summary="Stoneware, set of three",
        text="Turned like wood and glazed like fruit. Wide feet, because tablecloths get pulled.",
        kind="taper", style="glazed", colours=("celadon", "persimmon"), accents=("butter", "oat"), price="38.00", unit="set", grams=1500,
        facts={"height": 26, "pieces": 3, "material": "Stoneware", "care": "Warm water for the wax", "washable": True, "made_in": "Portugal"},
    ),
    Item(
        name="Five-arm candelabra", shelf="candles/holders", maker="Tinker's Row", summary="Brass, 48 cm",
        text="Five flames in a curve, high enough for a face on either side. It unscrews into a box that fits under the seat.",
        kind="candelabra", colours=("butter", "damson"), accents=("persimmon", "rose"), price="88.00", unit="candelabra", grams=2900, evening=True,
        facts={"height": 48, "material": "Brass", "care": "Polish, or do not", "washable": False, "made_in": "India"}, tags=(SUPPER,),
    ),
    Item(
        name="Black iron candelabra", shelf="candles/holders", maker="Tinker's Row", summary="Forged iron, 50 cm",
        text="Forged, not cast; the joints are collars and the marks are hammers. It wants an old wall behind it.",
        kind="candelabra", style="dark", colours=("oat", "persimmon"), accents=("rose", "oat"), price="79.00", unit="candelabra", grams=3600,
        facts={"height": 50, "material": "Iron", "care": "Oil once a year", "washable": False, "made_in": "Poland"}, tags=(SUPPER,), stock="low",
    ),
    Item(
        name="Fluted tea-light holder", shelf="candles/holders", maker="Ostrey Glass", summary="Pressed glass, 8 cm",
        text="The flutes throw a small sun on the cloth. Buy more than you think: they want to be eleven.",
        kind="tealight", colours=("celadon", "damson", "butter", "rose"), accents=("butter", "rose", "persimmon", "oat"), packs=packs((3, "14.00"), (12, "49.00"), (48, "179.00")), unit="holder", grams=210,
        facts={"height": 8, "diameter": 7, "material": "Soda-lime glass", "care": "Dishwasher, up to 65 °C", "washable": True, "made_in": "Portugal"}, tags=(SUPPER, GARDEN),
    ),
    Item(
        name="Globe tea-light holder", shelf="candles/holders", maker="Ostrey Glass", summary="Blown glass, 10 cm",
        text="Round, so the wind goes over. The opening is off centre by the width of a thumb, for lighting without singeing.",
        kind="tealight", style="globe", colours=("moss", "persimmon"), accents=("butter", "rose"), packs=packs((3, "18.00"), (12, "64.00")), unit="holder", grams=180,
        facts={"height": 9, "diameter": 10, "material": "Blown glass", "care": "By hand", "washable": False, "made_in": "Czechia"}, tags=(GARDEN,),
    ),
    Item(
        name="Footed tea-light holder", shelf="candles/holders", maker="Ostrey Glass", summary="Pressed glass, 12 cm",
        text="A goblet for a flame. It lifts the light above the plates, where it does more for the faces.",
        kind="tealight", style="footed", colours=("cornflower", "rose"), accents=("butter", "damson"), price="21.00", pieces=3, unit="holder", grams=260,
        facts={"height": 12, "diameter": 9, "material": "Soda-lime glass", "care": "Dishwasher, up to 65 °C", "washable": True, "made_in": "Portugal"},
    ),
    Item(
        name="Snuffer and tray", shelf="candles/holders", maker="Tinker's Row", summary="Brass, with a candle",
        text="The last gesture of the evening, done properly. The hinge of the bell is loose on purpose: it follows the flame.",
        kind="snuffer", colours=("oat", "moss"), accents=("damson", "butter"), price="31.00", unit="set", grams=640,
        facts={"length": 26, "pieces": 3, "material": "Brass", "care": "Polish, or do not", "washable": False, "made_in": "India"},
    ),
    Item(
        name="Fig and ink candle", shelf="candles/scented", maker="Wick & Tallow", summary="Glass jar, with oak lid",
        text="Green fig, wet slate and the inside of a desk drawer. Burn it an hour before they come and not while they eat.",
        kind="candle-jar", colours=("damson", "celadon"), accents=("rose", "butter"),
        sizes=(Size("180 g", "24.00", 420, {"burn": 35}), Size("400 g", "39.00", 800, {"burn": 70})), unit="candle",
        facts={"scent": "Fig", **WAX}, tags=(SUPPER,),
    ),
    Item(
        name="Tomato leaf travel tin", shelf="candles/scented", maker="Wick & Tallow", summary="Tin with two wicks, 120 g",
        text="The greenhouse at four in the afternoon, in a tin that closes. Two wicks, so it melts level on the way.",
        kind="candle-jar", style="tin", colours=("persimmon", "moss"), accents=("oat", "butter"), price="16.50", unit="candle", grams=240,
        facts={"scent": "Tomato leaf", "burn": 22, **WAX}, tags=(GARDEN,), days=19,
    ),
    Item(
        name="Barn door candle", shelf="candles/scented", maker="Wick & Tallow", summary="Stoneware pot, 300 g",
        text="Hay, cedar and a clean horse, in a pot from Halden & Wray that becomes a beaker. Sixty hours, if you let it sleep.",
        kind="candle-jar", style="ceramic", colours=("oat", "butter"), accents=("damson", "moss"), price="34.00", unit="candle", grams=780,
        facts={"scent": "Hay and cedar", "burn": 60, **WAX}, stock="out",
    ),
)  # fmt: skip
