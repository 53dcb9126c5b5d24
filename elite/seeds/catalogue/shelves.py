"""The shelves of the demonstration: ten, each with a few below it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shelf:
    """A category; `shown` is the product whose picture stands for it."""

    path: str
    name: str
    description: str
    shown: str


SHELVES: tuple[Shelf, ...] = (
    Shelf("tableware", "Tableware", "Plates, glasses and cutlery that stack, wash and come back next year.", "Halo dinner plate"),
    Shelf("tableware/plates", "Plates", "Stoneware and enamel in sizes that nest.", "Halo side plate"),
    Shelf("tableware/bowls", "Bowls", "For soup, salad and the second helping.", "Nest bowl"),
    Shelf("tableware/glasses", "Glasses", "Pressed and blown, from the toast to the last water.", "Ribbed goblet"),
    Shelf("tableware/cups", "Cups", "Coffee after, tea in between.", "Parlour cup and saucer"),
    Shelf("tableware/cutlery", "Cutlery", "Knives, forks and spoons with some weight to them.", "Field cutlery"),
    Shelf("tableware/paper", "Paper and bamboo", "For the lawn, the beach and nobody at the sink.", "Picnic paper cup"),
    Shelf("linen", "Linen", "Cloth that drapes, folds and forgives red wine.", "Fold linen napkin"),
    Shelf("linen/napkins", "Napkins", "Linen and cotton, hemmed on all four sides.", "Fold linen napkin"),
    Shelf("linen/tablecloths", "Tablecloths", "Round to the floor or long to the knee.", "Hem tablecloth"),
    Shelf("linen/runners", "Runners and mats", "A stripe of colour where a cloth would be too much.", "Long table runner"),
    Shelf("linen/soft", "Cushions and throws", "For benches, lawns and the cool end of the evening.", "Garden cushion"),
    Shelf("lighting", "Lighting", "The hour after sunset, made longer.", "Festoon string lights"),
    Shelf("lighting/strings", "String lights", "By the metre, by the room, by the tree.", "Festoon string lights"),
    Shelf("lighting/lanterns", "Lanterns", "Glass, steel and paper around a flame.", "Porch lantern"),
    Shelf("lighting/lamps", "Lamps and signs", "Cordless, warm and bright enough to read a menu by.", "Mushroom table lamp"),
    Shelf("balloons", "Balloons", "Natural rubber and foil, counted into kits that close.", "Orchard balloon arch"),
    Shelf("balloons/arches", "Arches and columns", "Everything in one box, with the strip and the pump.", "Orchard balloon arch"),
    Shelf("balloons/bunches", "Bunches and singles", "From one very large balloon to thirty small ones.", "Seven-up bunch"),
    Shelf("balloons/foil", "Foil shapes", "They float for a week and fold flat after.", "Foil star pair"),
    Shelf("balloons/helpers", "Helium and helpers", "Gas, weights and the pack that has one of each.", "Little helium tank"),
    Shelf("backdrops", "Backdrops", "What stands behind the people in the photograph.", "Draped arch backdrop"),
    Shelf("backdrops/standing", "Arches and screens", "Freestanding, level and safe on grass.", "Draped arch backdrop"),
    Shelf("backdrops/garlands", "Garlands and bunting", "Leaves, flags and paper on a string.", "Orchard garland"),
    Shelf("backdrops/paper", "Paper decorations", "Fans, pompoms and honeycombs that fold away flat.", "Rosette wall"),
    Shelf("favours", "Favours", "Something small to carry home in a pocket.", "Ribboned favour box"),
    Shelf("favours/boxes", "Boxes and bags", "Empty, waiting for almonds.", "Ribboned favour box"),
    Shelf("favours/filled", "Filled favours", "Honey, seeds, soap: ready to set on a plate.", "Meadow seed packets"),
    Shelf("favours/fun", "Crackers and confetti", "The noise, and what has to be swept up.", "Table crackers"),
    Shelf("favours/ribbon", "Ribbon and tags", "The bow on everything else.", "Grosgrain ribbon"),
    Shelf("furniture", "Furniture", "Chairs that fold, tables that hold, shade for the speeches.", "Folding garden chair"),
    Shelf("furniture/seats", "Chairs and benches", "Counted in tens, stacked in a van.", "Folding garden chair"),
    Shelf("furniture/tables", "Tables", "Trestles, rounds and somewhere for the cake.", "Trestle table"),
    Shelf("furniture/display", "Display", "Easels, plinths and screens for what should be seen.", "Welcome easel"),
    Shelf("furniture/outdoors", "Outdoors", "Shade by day, a bar by evening.", "Fringed parasol"),
    Shelf("serving", "Serving", "What carries food and drink to the table.", "Pearl cake stand"),
    Shelf("serving/jugs", "Jugs and carafes", "Two litres, three litres, one for the flowers.", "Shoulder jug"),
    Shelf("serving/cake", "Cake", "Stands, domes and what is stuck in the top.", "Pearl cake stand"),
    Shelf("serving/boards", "Boards and trays", "For cheese, for glasses, for walking with.", "Harvest board"),
    Shelf("serving/drinks", "Drinks", "Punch, ice and a tap that does not drip.", "Orchard drinks jar"),
    Shelf("stationery", "Stationery", "Everything with a name on it.", "Arch invitation"),
    Shelf("stationery/invitations", "Invitations", "Card, envelope and a seal, printed or for your own hand.", "Arch invitation"),
    Shelf("stationery/table", "On the table", "Who sits where, and what there is to eat.", "Tent place card"),
    Shelf("stationery/envelopes", "Envelopes and seals", "Closed with wax, opened with care.", "Bundle of envelopes"),
    Shelf("stationery/books", "Books and signs", "To write in, to read from, to be guided by.", "Linen guest book"),
    Shelf("candles", "Candles", "Light that has a scent, a height and an end.", "Stem taper holders"),
    Shelf("candles/pillars", "Pillars and floats", "Thick, slow and even.", "Pillar candle trio"),
    Shelf("candles/tapers", "Tapers", "Tall ones for the table, thin ones for the cake.", "Dipped tapers"),
    Shelf("candles/holders", "Holders", "Brass, glass and stoneware for every kind of flame.", "Stem taper holders"),
    Shelf("candles/scented", "Scented", "Poured in small batches, burnt in long evenings.", "Fig and ink candle"),
)  # fmt: skip
