"""The tree of shelves: any depth, one query, and addresses that outlive a move."""

from __future__ import annotations

import pytest

from elite import catalog
from elite.catalog import NotAPlace, SlugTaken
from elite.kernel.transaction import transaction

pytestmark = pytest.mark.usefixtures("context")


@pytest.fixture
def shelves(context):
    with transaction():
        tableware = catalog.create_category(None, "Tableware")
        plates = catalog.create_category(tableware, "Plates")
        catalog.create_category(plates, "Dinner plates")
        catalog.create_category(None, "Linen")


def test_the_tree_has_any_depth_and_one_query(shelves, queries):
    with queries() as seen:
        tree = catalog.category_tree()

    assert len(seen) == 1
    assert [root.name for root in tree.roots] == ["Tableware", "Linen"]
    assert [branch.path for branch in tree.roots[0].walk()] == [
        "tableware",
        "tableware/plates",
        "tableware/plates/dinner-plates",
    ]
    assert [branch.name for branch in tree.trail("tableware/plates/dinner-plates")] == [
        "Tableware",
        "Plates",
        "Dinner plates",
    ]
    assert tree.find("tableware/nowhere") is None


def test_a_renamed_category_takes_everything_below_along_and_the_old_addresses_lead_on(shelves):
    with transaction():
        catalog.rename_category(catalog.find_category("tableware"), "For the table", slug="table")

    assert catalog.find_category("table/plates/dinner-plates") is not None
    assert catalog.find_category("tableware/plates") is None
    assert catalog.find_redirect("category", "tableware/plates/dinner-plates") == "table/plates/dinner-plates"
    assert catalog.find_redirect("category", "tableware") == "table"
    assert catalog.find_redirect("category", "table") is None


def test_an_address_given_back_is_no_redirect_any_more(shelves):
    with transaction():
        catalog.rename_category(catalog.find_category("linen"), "Cloth", slug="cloth")
    with transaction():
        catalog.rename_category(catalog.find_category("cloth"), "Linen", slug="linen")

    assert catalog.find_redirect("category", "linen") is None
    assert catalog.find_redirect("category", "cloth") == "linen"


def test_a_category_cannot_hang_below_itself(shelves):
    with pytest.raises(NotAPlace), transaction():
        catalog.move_category(catalog.find_category("tableware"), catalog.find_category("tableware/plates"))


def test_a_branch_can_be_moved_and_two_cannot_share_an_address(shelves):
    with transaction():
        catalog.move_category(catalog.find_category("tableware/plates"), catalog.find_category("linen"))

    assert catalog.find_category("linen/plates/dinner-plates") is not None
    with pytest.raises(SlugTaken), transaction():
        catalog.create_category(None, "Linen")
