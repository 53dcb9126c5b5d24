"""How many there are of each variant, who holds them, and every move that led here. Nobody else writes here."""

from elite.inventory.availability import Availability, Offer, available, find_shortages, list_offers, sellable
from elite.inventory.corrections import adjust, count, receive, receive_all, set_safety
from elite.inventory.errors import BelowWhatIsPromised, NotEnoughStock, NothingHeld, ShelfChanged, Shortage
from elite.inventory.queries import Level, find_stock, find_stocks, list_levels, list_moves
from elite.inventory.reservations import consume, held_by, release, reserve, restock, retake
from elite.inventory.stock import Held, Reservation, Stock, StockMove

__all__ = [
    "Availability",
    "BelowWhatIsPromised",
    "Held",
    "Level",
    "NotEnoughStock",
    "NothingHeld",
    "Offer",
    "Reservation",
    "ShelfChanged",
    "Shortage",
    "Stock",
    "StockMove",
    "adjust",
    "available",
    "consume",
    "count",
    "find_shortages",
    "find_stock",
    "find_stocks",
    "held_by",
    "list_levels",
    "list_moves",
    "list_offers",
    "receive",
    "receive_all",
    "release",
    "reserve",
    "restock",
    "retake",
    "sellable",
    "set_safety",
]
