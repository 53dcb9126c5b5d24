"""Plates, glasses, cups and cutlery."""

from __future__ import annotations

from elite.seeds.catalogue.item import Item, Size, packs

LUNCH, SUPPER, TEA, GARDEN, CHRISTENING = (
    "the long lunch",
    "candlelight supper",
    "birthday tea",
    "garden party",
    "christening tea",
)

ITEMS: tuple[Item, ...] = (
    Item(
        name="Halo dinner plate", shelf="tableware/plates", maker="Halden & Wray", summary="Stoneware, 27 cm",
        text="A wide plate with one painted ring, thrown by hand and never quite the same twice. The foot is glazed, so a stack of forty does not scratch itself in the crate.",
        kind="plate", colours=("persimmon", "oat", "celadon", "damson"), accents=("rose", "damson", "butter", "rose"),
        packs=packs((6, "49.50"), (24, "182.00")), unit="plate", grams=690,
        facts={"diameter": 27, "material": "Stoneware", "care": "Dishwasher, up to 70 °C", "washable": True, "made_in": "Portugal"},
        tags=(LUNCH, "dishwasher safe"), more=("setting",), room="morning",
    ),
    Item(
        name="Halo side plate", shelf="tableware/plates", maker="Halden & Wray", summary="Stoneware, 20 cm",
        text="The smaller sister, for bread first and cake later. It sits inside the dinner plate with a finger of ring showing.",
        kind="plate", style="side", colours=("celadon", "oat", "persimmon"), accents=("butter", "damson", "rose"),
        packs=packs((6, "35.50"), (24, "131.00")), unit="plate", grams=380,
        facts={"diameter": 20, "material": "Stoneware", "care": "Dishwasher, up to 70 °C", "washable": True, "made_in": "Portugal"},
        tags=(GARDEN, "dishwasher safe"),
    ),
    Item(
        name="Halo charger", shelf="tableware/plates", maker="Halden & Wray", summary="Stoneware, 32 cm",
        text="A charger stays from the first glass to the coffee and makes every plate above it look intended. Thirty-two centimetres leave room for both elbows.",
        kind="setting", colours=("rose", "oat", "damson"), packs=packs((2, "32.00"), (12, "178.00")), unit="charger", grams=1150,
        facts={"diameter": 32, "material": "Stoneware", "care": "Dishwasher, up to 70 °C", "washable": True, "made_in": "Portugal"},
        tags=(SUPPER,), out=("rose",),
    ),
    Item(
        name="Petal dessert plate", shelf="tableware/plates", maker="Marsh Lane Pottery", summary="Earthenware, 18 cm",
        text="Sixteen petals, each one stroke of a loaded brush. Made for cake, used for earrings, keys and lemon slices ever after.",
        kind="plate", style="petal", colours=("moss", "rose"), accents=("oat", "damson"), price="34.00", pieces=4, unit="plate", grams=300,
        facts={"diameter": 18, "material": "Earthenware", "care": "By hand", "washable": False, "made_in": "United Kingdom"}, tags=(TEA,),
    ),
    Item(
        name="Scallop plate", shelf="tableware/plates", maker="Marsh Lane Pottery", summary="Earthenware, 25 cm",
        text="Twenty-four scallops pressed into the wet rim with a thumb. It photographs from above as if somebody had drawn it.",
        kind="plate", style="scallop", colours=("butter", "cornflower", "oat"), accents=("persimmon", "oat", "rose"),
        packs=packs((4, "46.00"), (12, "129.00")), was="52.00", unit="plate", grams=560,
        facts={"diameter": 25, "material": "Earthenware", "care": "By hand", "washable": False, "made_in": "United Kingdom"}, tags=(CHRISTENING,),
    ),
    Item(
        name="Ticking enamel plate", shelf="tableware/plates", maker="Tinker's Row", summary="Enamelled steel, 24 cm",
        text="Striped like a mattress and about as easy to break. The plate for lawns, boats and cousins.",
        kind="plate", style="stripe", colours=("cornflower", "persimmon", "moss"), accents=("oat", "oat", "butter"), price="28.00", pieces=4, unit="plate", grams=260,
        facts={"diameter": 24, "material": "Enamelled steel", "care": "Dishwasher, up to 65 °C", "washable": True, "made_in": "Poland"}, tags=(GARDEN,),
    ),
    Item(
        name="Confetti plate", shelf="tableware/plates", maker="Marsh Lane Pottery", summary="Earthenware, 22 cm",
        text="Thirty dots around the rim, painted with the end of the brush. One plate in every pack has thirty-one; nobody knows why.",
        kind="plate", style="dots", colours=("oat", "celadon"), accents=("persimmon", "damson"), price="39.50", pieces=4, unit="plate", grams=450,
        facts={"diameter": 22, "material": "Earthenware", "care": "Dishwasher, up to 65 °C", "washable": True, "made_in": "United Kingdom"}, tags=(TEA,), days=12,
    ),
    Item(
        name="Nest bowl", shelf="tableware/bowls", maker="Halden & Wray", summary="Stoneware, 16 cm, 600 ml",
        text="Deep enough for noodles, calm enough for yoghurt. Three of them disappear into each other and take the room of one.",
        kind="bowl", style="stack", colours=("moss", "oat", "rose"), packs=packs((3, "29.00"), (12, "108.00")), unit="bowl", grams=420,
        facts={"diameter": 16, "capacity": 600, "material": "Stoneware", "care": "Dishwasher, up to 70 °C", "washable": True, "made_in": "Portugal"},
    ),
    Item(
        name="Supper bowl", shelf="tableware/bowls", maker="Halden & Wray", summary="Stoneware, 22 cm, 1.1 litres",
        text="Somewhere between a plate and a bowl, for food that wants a spoon and a view. The rim is wide enough to hold by.",
        kind="bowl", colours=("oat", "persimmon", "cornflower"), packs=packs((2, "24.00"), (8, "88.00")), unit="bowl", grams=740,
        facts={"diameter": 22, "capacity": 1100, "material": "Stoneware", "care": "Dishwasher, up to 70 °C", "washable": True, "made_in": "Portugal"}, tags=(SUPPER,),
    ),
    Item(
        name="Ribbed goblet", shelf="tableware/glasses", maker="Ostrey Glass", summary="Pressed glass, 320 ml",
        text="Pressed glass with a heavy foot. It catches candlelight and survives a toast.",
        kind="goblet", style="wine", colours=("damson", "celadon", "cornflower"), accents=("persimmon", "butter", "rose"),
        packs=packs((4, "38.00"), (12, "108.50"), (48, "399.00")), was="42.50", unit="glass", grams=290,
        facts={"height": 17, "diameter": 9, "capacity": 320, "material": "Soda-lime glass, coloured through", "care": "Dishwasher, up to 65 °C", "washable": True, "made_in": "Portugal"},
        tags=(LUNCH, "dishwasher safe"), room="lemon", out=("cornflower",), more=("goblet:wine",),
    ),
    Item(
        name="Toast flute", shelf="tableware/glasses", maker="Ostrey Glass", summary="Blown glass, 190 ml",
        text="Narrow, so the bubbles last as long as the speech. Blown by mouth, with a pinched stem that fits two fingers.",
        kind="goblet", style="flute", colours=("rose", "butter"), accents=("butter", "rose"), packs=packs((6, "42.00"), (36, "229.00")), unit="glass", grams=150,
        facts={"height": 23, "capacity": 190, "material": "Blown glass", "care": "By hand", "washable": False, "made_in": "Czechia"}, tags=(SUPPER,),
    ),
    Item(
        name="Champagne coupe", shelf="tableware/glasses", maker="Ostrey Glass", summary="Blown glass, 210 ml",
        text="For towers, for trifle, and for anyone who dislikes a nose full of bubbles. Wide enough to need two good hands after midnight.",
        kind="goblet", style="coupe", colours=("persimmon", "celadon", "rose"), accents=("butter", "oat", "butter"), packs=packs((4, "34.00"), (24, "186.00")), unit="glass", grams=170,
        facts={"height": 14, "capacity": 210, "material": "Blown glass", "care": "By hand", "washable": False, "made_in": "Czechia"}, tags=(SUPPER,), days=9, room="lilac",
    ),
    Item(
        name="Low tumbler", shelf="tableware/glasses", maker="Ostrey Glass", summary="Pressed glass, 250 ml",
        text="A tumbler for water, whisky or the toothbrush the week after. Fluted inside, where the light gets caught, and smooth outside, where the hand is.",
        kind="tumbler", colours=("celadon", "rose", "cornflower", "butter"), packs=packs((6, "27.00"), (36, "148.00")), unit="glass", grams=240,
        facts={"height": 9, "capacity": 250, "material": "Soda-lime glass", "care": "Dishwasher, up to 65 °C", "washable": True, "made_in": "Portugal"}, tags=(GARDEN, "dishwasher safe"),
    ),
    Item(
        name="Garden highball", shelf="tableware/glasses", maker="Ostrey Glass", summary="Pressed glass, 380 ml",
        text="Tall enough for ice, mint and an argument about cucumber. The base is thick, so it stands up on grass.",
        kind="tumbler", style="highball", colours=("moss", "persimmon"), accents=("butter", "rose"), price="31.00", pieces=6, unit="glass", grams=310,
        facts={"height": 14, "capacity": 380, "material": "Soda-lime glass", "care": "Dishwasher, up to 65 °C", "washable": True, "made_in": "Portugal"}, tags=(GARDEN,), stock="low",
    ),
    Item(
        name="Parlour cup and saucer", shelf="tableware/cups", maker="Marsh Lane Pottery", summary="Earthenware, 180 ml",
        text="A proper handle, a saucer with a well, and a band of colour where the lip goes. Small on purpose: tea should be poured twice.",
        kind="cup", colours=("oat", "cornflower", "rose"), accents=("damson", "oat", "oat"), packs=packs((2, "22.00"), (12, "118.00")), unit="cup", grams=410,
        facts={"capacity": 180, "material": "Earthenware", "care": "Dishwasher, up to 65 °C", "washable": True, "made_in": "United Kingdom"}, tags=(CHRISTENING,),
    ),
    Item(
        name="Morning-after mug", shelf="tableware/cups", maker="Halden & Wray", summary="Stoneware, 350 ml",
        text="For the people who stayed the night and help carry the chairs. Stackable to four, thick enough to keep coffee warm through the telling.",
        kind="cup", style="mug", colours=("moss", "damson"), accents=("oat", "butter"), price="36.00", pieces=4, unit="mug", grams=380,
        facts={"capacity": 350, "material": "Stoneware", "care": "Dishwasher, up to 70 °C", "washable": True, "made_in": "Portugal"},
    ),
    Item(
        name="Field cutlery", shelf="tableware/cutlery", maker="Tinker's Row", summary="Brassed steel, 24 pieces",
        text="Six knives, six forks, six spoons, six teaspoons, the colour of barley in August. The brass is bonded, not lacquered, so it will not peel in the wash.",
        kind="cutlery", colours=("oat", "damson"), accents=("moss", "rose"), price="84.00", was="96.00", unit="set", grams=1180,
        facts={"pieces": 24, "material": "Brassed stainless steel", "care": "Dishwasher, no citrus tabs", "washable": True, "made_in": "Portugal"}, tags=(SUPPER,),
    ),
    Item(
        name="Plain steel cutlery", shelf="tableware/cutlery", maker="Tinker's Row", summary="Brushed steel, by the dozen",
        text="The set caterers buy when nobody is looking. No ornament, good balance, and the twelfth fork is exactly like the first.",
        kind="cutlery", style="steel", colours=("cornflower",), accents=("oat",),
        sizes=(Size("12 knives", "29.00", 1080), Size("12 forks", "24.00", 720), Size("12 spoons", "24.00", 760)), unit="dozen", least=2, step=1,
        facts={"pieces": 12, "material": "18/10 stainless steel", "care": "Dishwasher", "washable": True, "made_in": "Poland"},
    ),
    Item(
        name="Picnic handle cutlery", shelf="tableware/cutlery", maker="Tinker's Row", summary="Steel and resin, 16 pieces",
        text="Coloured handles, because half of them will end up at somebody else's house and should be recognised. Four place settings in a canvas roll.",
        kind="cutlery", style="handle steel", colours=("persimmon", "celadon"), accents=("butter", "oat"), price="46.00", unit="set", grams=700,
        facts={"pieces": 16, "material": "Stainless steel, resin handles", "care": "Dishwasher, up to 55 °C", "washable": True, "made_in": "France"}, tags=(GARDEN,), stock="out",
    ),
    Item(
        name="Picnic paper cup", shelf="tableware/paper", maker="Paper Harbour", summary="Compostable card, 250 ml",
        text="Striped like a deckchair and lined with plant starch instead of plastic. Takes hot soup and, three weeks later, the compost.",
        kind="paper-cup", colours=("celadon", "persimmon", "damson"), accents=("butter", "butter", "rose"), packs=packs((25, "8.50"), (100, "29.00")), unit="cup", grams=9,
        facts={"capacity": 250, "material": "Card, PLA lining", "care": "Use once, compost", "washable": False, "made_in": "Lithuania"}, tags=("compostable", TEA),
    ),
    Item(
        name="Spotted paper cup", shelf="tableware/paper", maker="Paper Harbour", summary="Compostable card, 200 ml",
        text="The small one for small hands, with dots that line up when you turn the stack. Squash comes up to the third row.",
        kind="paper-cup", style="dots", colours=("cornflower", "rose"), accents=("butter", "damson"), price="7.50", pieces=25, unit="cup", grams=8,
        facts={"capacity": 200, "material": "Card, PLA lining", "care": "Use once, compost", "washable": False, "made_in": "Lithuania"}, tags=("compostable", TEA), least=2,
    ),
    Item(
        name="Barber straws", shelf="tableware/paper", maker="Paper Harbour", summary="Waxed paper, 20 cm",
        text="Three stripes, three layers, beeswax in between. They outlast a long lemonade, which is all one can ask.",
        kind="straws", colours=("damson", "moss", "persimmon"), accents=("rose", "butter", "cornflower"), packs=packs((50, "4.80"), (250, "19.50")), unit="straw", grams=1,
        facts={"length": 20, "material": "Paper, beeswax", "care": "Use once, compost", "washable": False, "made_in": "Lithuania"}, tags=("compostable", TEA, GARDEN), stock="endless",
    ),
)  # fmt: skip
