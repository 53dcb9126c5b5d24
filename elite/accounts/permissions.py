"""Who may do what: a role is a set of rights, and a right is a noun and a verb."""

from __future__ import annotations

from enum import StrEnum

RIGHTS = frozenset(
    {
        "orders.view",
        "orders.pack",
        "orders.send",
        "orders.cancel",
        "payments.book",
        "orders.release",
        "products.view",
        "products.edit",
        "stock.adjust",
        "letters.view",
        "letters.retry",
        "staff.manage",
    }
)


class Role(StrEnum):
    OWNER = "owner"
    OFFICE = "office"
    WAREHOUSE = "warehouse"
    CATALOGUE = "catalogue"
    SUPPORT = "support"
    CUSTOMER = "customer"


_ROLES: dict[Role, frozenset[str]] = {
    Role.OWNER: RIGHTS,
    Role.OFFICE: RIGHTS - {"staff.manage"},
    Role.WAREHOUSE: frozenset({"orders.view", "orders.pack", "orders.send", "products.view", "stock.adjust"}),
    Role.CATALOGUE: frozenset({"products.view", "products.edit", "stock.adjust"}),
    Role.SUPPORT: frozenset({"orders.view", "products.view", "letters.view", "letters.retry"}),
    Role.CUSTOMER: frozenset(),
}


def rights_of(role: Role) -> frozenset[str]:
    """The rights somebody with `role` has."""
    return _ROLES[role]
