"""What the shop sells, what it costs and where it is found. Stock, tax and promotions live elsewhere."""

from elite.catalog.category import Category
from elite.catalog.history import PriceChange, SlugChange
from elite.catalog.product import (
    MOST_OF_ONE,
    Attribute,
    AttributeKind,
    AttributeValue,
    Brand,
    Option,
    OptionValue,
    Product,
    ProductCategory,
    ProductPicture,
    State,
    StockPolicy,
    Tag,
    TaxClass,
    Variant,
)

__all__ = [
    "MOST_OF_ONE",
    "Attribute",
    "AttributeKind",
    "AttributeValue",
    "Brand",
    "Category",
    "Option",
    "OptionValue",
    "PriceChange",
    "Product",
    "ProductCategory",
    "ProductPicture",
    "SlugChange",
    "State",
    "StockPolicy",
    "Tag",
    "TaxClass",
    "Variant",
]
