"""Finding by words: forgiving of accents, case and order, indifferent to wildcards and to attacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elite import search
from elite.kernel.transaction import transaction
from elite.search import MOST_LETTERS, ListingQuery, Phrase
from tests.support.goods import plates, put_on_sale


@pytest.fixture
def goods(context):
    with transaction():
        plates(summary="Glazed stoneware")
        put_on_sale("Crème brûlée torch", sku="TRC-9", tags=["kitchen"], brand="Feu")
        put_on_sale("Torch", sku="TORCH-1", description="<p>Burns for six hours</p>")
        put_on_sale("Garden torch", sku="GRD-TORCH")
        put_on_sale("Half & half 50% jug", sku="HALF_50%")
        put_on_sale("Cupboard", sku="CPB")


def found(q: str) -> list[str]:
    return [card.name for card in search.list_products(ListingQuery(q=q)).cards.items]


@pytest.mark.parametrize(
    "q, names",
    [
        ("creme BRULEE", ["Crème brûlée torch"]),
        ("brûlée crème", ["Crème brûlée torch"]),
        ("stoneware halo", ["Halo dinner plate"]),
        ("rose 30", ["Halo dinner plate"]),
        ("HALO-ROS-27", ["Halo dinner plate"]),
        ("halo-ros-27", ["Halo dinner plate"]),
        ("feu", ["Crème brûlée torch"]),
        ("kitchen", ["Crème brûlée torch"]),
        ("six hours", ["Torch"]),
        ("nowhere", []),
        ("torch nowhere", []),
        ("50%", ["Half & half 50% jug"]),
        ("HALF_50%", ["Half & half 50% jug"]),
        ("%", []),
        ("%%%%%%", []),
        ("_", []),
        ("' OR 1=1 --", []),
        ('50% off "', []),
        ("\\", []),
        ("t", ["Torch", "Crème brûlée torch", "Garden torch"]),
    ],
)
def test_what_is_found(goods, q, names):
    assert found(q) == names


def test_the_name_comes_before_the_rest_and_a_sku_before_everything(goods):
    assert found("torch") == ["Torch", "Crème brûlée torch", "Garden torch"]
    assert found("GRD-TORCH")[0] == "Garden torch"


@pytest.mark.parametrize(
    "typed",
    ["x" * 10_000, "torch " * 5_000, "\x00torch\x00", "\u202etorch", "'" * 300, "a b c d e f g h i j k l m n o p"],
)
def test_however_much_is_typed_the_question_stays_small(typed):
    phrase = Phrase.of(typed)

    assert len(phrase.typed) <= MOST_LETTERS
    assert len(phrase.tokens) <= 8
    assert all(len(token) <= 40 for token in phrase.tokens)


@given(st.text(max_size=400))
def test_no_text_makes_anything_but_words(typed):
    phrase = Phrase.of(typed)

    assert all(token.isprintable() and " " not in token and "%" not in token for token in phrase.tokens)


def test_suggestions_take_one_query_and_none_for_nothing(goods, queries):
    with queries() as seen:
        assert [one.name for one in search.suggest("tor")] == ["Torch", "Crème brûlée torch", "Garden torch"]
    assert len(seen) == 1
    with queries() as seen:
        assert search.suggest("  ") == search.suggest("%%") == []
    assert seen == []


def test_a_misspelt_word_is_put_right(goods):
    assert search.did_you_mean(Phrase.of("garden trch")) == "garden torch"
    assert search.did_you_mean(Phrase.of("garden torch")) is None
    assert search.did_you_mean(Phrase.of("zzzzzzzz")) is None


def test_near_misses_are_offered_the_best_first(goods):
    assert search.list_close(Phrase.of("garden torch lamp"))[0].name == "Garden torch"
    assert search.list_close(Phrase.of("%")) == []
