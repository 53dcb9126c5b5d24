"""The quick copy and the row: whatever happens to either, every answered change is counted, once (decision 16)."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elite import cart as carts
from elite.cart import Cart, Contents, quick_copy, row
from elite.cart.changes import Accept, Add, Change, Limits, Move, Remove, Save, Set, Undo, new_change_id
from elite.kernel.errors import Refusal
from elite.kernel.money import Money
from elite.kernel.redis import redis_client
from elite.kernel.tokens import digest
from elite.kernel.transaction import in_transaction, transaction
from tests.support.carts import again, copy_of, lose_copy, set_back, what

Away = Callable[[bool], None]


def add(sku: str, quantity: int = 1) -> Add:
    return Add(sku=sku, quantity=quantity, price=Money.of(500), limits=Limits())


def row_of(cart: Cart) -> carts.StoredCart:
    cart_id = again(cart).id
    assert cart_id is not None
    with transaction():
        stored = carts.lock(cart_id)
        assert stored is not None
        return stored


def storm(
    app: Flask, token: str, changes: list[Change], *, disturb: Callable[[int], None] = lambda n: None
) -> list[str]:
    """Every change from a thread of its own, all at once; answers what was refused."""
    gate, refused = threading.Barrier(len(changes)), []

    def press(n: int, one: Change) -> None:
        with app.app_context():
            gate.wait()
            disturb(n)
            try:
                Cart(token, write=in_transaction).change(one)
            except Exception as no:  # whatever it is, the test must see it
                refused.append(type(no).__name__)

    threads = [threading.Thread(target=press, args=(n, one)) for n, one in enumerate(changes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


def begun(cart: Cart) -> str:
    cart.change(add("FIRST"))
    assert cart.token
    return cart.token


def test_a_hundred_presses_at_once_all_count(app: Flask, context: None, cart: Cart) -> None:
    token = begun(cart)

    refused = storm(app, token, [add("MUG") for _ in range(100)])

    assert refused == []
    assert what(cart) == {"FIRST": 1, "MUG": 100}
    # A call that Redis answers too late goes to the row directly, and the rebuilt copy skips a version.
    assert row_of(cart).version == int(copy_of(cart)["version"]) >= 101


def test_presses_at_once_count_even_when_the_copy_is_lost_between_them(app: Flask, context: None, cart: Cart) -> None:
    token = begun(cart)

    refused = storm(
        app, token, [add("MUG") for _ in range(40)], disturb=lambda n: lose_copy(cart) if n % 10 == 0 else None
    )

    assert refused == []
    assert what(cart) == {"FIRST": 1, "MUG": 40}


def test_the_caps_hold_however_many_press(app: Flask, context: None, cart: Cart) -> None:
    token = begun(cart)
    few = Limits(highest=30)

    refused = storm(app, token, [Add(sku="MUG", quantity=1, price=Money.of(500), limits=few) for _ in range(50)])

    assert refused == ["WrongQuantity"] * 20
    assert what(cart) == {"FIRST": 1, "MUG": 30}


def test_a_lost_copy_is_rebuilt_from_the_row(app: Flask, context: None, cart: Cart) -> None:
    begun(cart)
    lose_copy(cart)

    assert again(cart).count == 1
    assert copy_of(cart)["count"] == "1"

    lose_copy(cart)
    again(cart).change(add("MUG", 3))
    assert what(cart) == {"FIRST": 1, "MUG": 3}
    assert row_of(cart).version == int(copy_of(cart)["version"])


def test_a_row_that_is_behind_is_brought_up_by_the_next_look(app: Flask, context: None, cart: Cart) -> None:
    token = begun(cart)
    name = digest(token)
    quick_copy.change(name, add("MUG", 2), begin=False)  # and then the process died
    assert row_of_version(cart) == 1

    assert what(cart) == {"FIRST": 1, "MUG": 2}

    assert row_of_version(cart) == 2


def row_of_version(cart: Cart) -> int:
    assert cart.token
    kept = row.find(digest(cart.token))
    assert kept is not None
    return kept.contents.version


def test_a_copy_from_an_old_dump_loses_against_the_row(app: Flask, context: None, cart: Cart) -> None:
    begun(cart)
    old = copy_of(cart)
    again(cart).change(add("MUG", 2))
    again(cart).change(add("BOWL", 3))
    set_back(cart, old)

    again(cart).change(add("BOWL", 1))

    assert what(cart) == {"FIRST": 1, "MUG": 2, "BOWL": 4}
    assert row_of(cart).version == int(copy_of(cart)["version"]) > 3


def test_an_old_dump_that_overtakes_the_version_still_loses(app: Flask, context: None, cart: Cart) -> None:
    begun(cart)
    old = copy_of(cart)
    again(cart).change(add("MUG", 2))
    set_back(cart, old)
    assert cart.token
    for _ in range(3):  # unanswered changes carry the old copy's version past the row's
        quick_copy.change(digest(cart.token), add("GHOST"), begin=False)

    again(cart).change(add("BOWL", 1))

    assert what(cart) == {"FIRST": 1, "MUG": 2, "BOWL": 1}


def test_presses_at_once_onto_an_old_dump_all_count(app: Flask, context: None, cart: Cart) -> None:
    token = begun(cart)
    old = copy_of(cart)
    for _ in range(4):
        again(cart).change(add("MUG"))
    set_back(cart, old)

    refused = storm(app, token, [add("MUG") for _ in range(30)])

    assert refused == []
    assert what(cart) == {"FIRST": 1, "MUG": 34}


def test_with_redis_away_the_row_is_changed_directly(app: Flask, context: None, cart: Cart, redis_away: Away) -> None:
    begun(cart)
    redis_away(True)

    again(cart).change(add("MUG", 2))
    again(cart).change(add("MUG", 1))
    assert what(cart) == {"FIRST": 1, "MUG": 3}
    assert again(cart).count == 4

    redis_away(False)
    assert int(copy_of(cart)["version"]) == 1
    again(cart).change(add("BOWL", 1))

    assert what(cart) == {"FIRST": 1, "MUG": 3, "BOWL": 1}
    assert copy_of(cart)["count"] == "5"


def test_presses_on_both_sides_of_a_cut_all_count(app: Flask, context: None, cart: Cart) -> None:
    token = begun(cart)
    name = digest(token)
    with transaction():
        row.change(name, add("MUG", 1), None)  # by a process that cannot reach Redis

    refused = storm(app, token, [add("MUG") for _ in range(20)])

    assert refused == []
    assert what(cart) == {"FIRST": 1, "MUG": 21}


def test_a_cart_can_begin_with_redis_away(app: Flask, context: None, cart: Cart, redis_away: Away) -> None:
    redis_away(True)
    cart.change(add("MUG", 2))
    redis_away(False)

    assert what(cart) == {"MUG": 2}
    assert again(cart).count == 2


def test_a_change_that_is_sent_twice_counts_once(app: Flask, context: None, cart: Cart) -> None:
    begun(cart)
    same = add("MUG", 2)

    again(cart).change(same)
    again(cart).change(same)

    assert what(cart) == {"FIRST": 1, "MUG": 2}


def test_a_bought_cart_is_followed_by_one_new_cart_in_every_tab(app: Flask, context: None, cart: Cart) -> None:
    begun(cart)
    buy(cart)
    assert again(cart).lines == ()
    assert again(cart).count == 0

    kept: list[str] = []
    one, two = (Cart(cart.token, write=in_transaction, remember=kept.append) for _ in range(2))
    one.change(add("MUG"))
    two.change(add("BOWL"))

    assert one.token == two.token != cart.token
    assert kept == [one.token] * 2
    assert what(one) == {"MUG": 1, "BOWL": 1}


def test_a_bought_cart_asks_the_database_once_for_the_header(
    app: Flask, context: None, cart: Cart, queries: Callable[[], object]
) -> None:
    begun(cart)
    buy(cart)
    assert again(cart).count == 0

    with queries() as seen:  # type: ignore[attr-defined]
        assert again(cart).count == 0

    assert seen == []


def buy(cart: Cart) -> None:
    cart_id = cart.id
    assert cart_id
    with transaction():
        stored = carts.lock(cart_id)
        assert stored is not None
        carts.mark_converting(stored)
        carts.mark_converted(stored)


def test_a_cart_that_is_being_paid_cannot_be_changed(app: Flask, context: None, cart: Cart, redis_away: Away) -> None:
    begun(cart)
    with transaction():
        stored = carts.lock(cart.id or 0)
        assert stored is not None
        carts.mark_converting(stored)

    for away in (False, True):
        redis_away(away)
        with pytest.raises(carts.AwaitingPayment) as no:
            again(cart).change(add("MUG"))
        assert no.value.cart_id == cart.id
        assert what(cart) == {"FIRST": 1}
        assert again(cart).is_awaiting_payment


def test_reopening_forgets_what_was_refused_meanwhile(app: Flask, context: None, cart: Cart) -> None:
    token = begun(cart)
    with transaction():
        stored = carts.lock(cart.id or 0)
        assert stored is not None
        carts.mark_converting(stored)
    quick_copy.replace(digest(token), cart.contents, condemned="")
    for _ in range(3):
        quick_copy.change(digest(token), add("GHOST"), begin=False)

    with transaction():
        stored = carts.lock(cart.id or 0)
        assert stored is not None
        carts.reopen(stored)
        assert stored.version == 2

    again(cart).change(add("MUG"))
    assert what(cart) == {"FIRST": 1, "MUG": 1}


skus = st.sampled_from(["A", "B", "C"])
limits = st.builds(Limits, lowest=st.integers(1, 3), step=st.integers(1, 3), highest=st.integers(0, 12))
prices = st.integers(0, 3).map(lambda n: Money.of(n * 100))
any_change = st.one_of(
    st.builds(Add, sku=skus, quantity=st.integers(1, 6), price=prices, limits=limits),
    st.builds(Set, sku=skus, quantity=st.integers(1, 12), price=prices, limits=limits),
    st.builds(Remove, sku=skus),
    st.builds(Save, sku=skus),
    st.builds(Move, sku=skus),
    st.builds(Undo),
    st.builds(Accept, prices=st.dictionaries(skus, prices, max_size=3)),
)
WORDS = {
    "WrongQuantity": "quantity",
    "CartFull": "full",
    "LineGone": "gone",
    "NothingToUndo": "nothing",
    "Overtaken": "overtaken",
}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(changes=st.lists(any_change, max_size=25))
def test_the_script_and_the_python_rules_agree(app: Flask, changes: list[Change]) -> None:
    name = "agreeing-" + new_change_id()
    by_rule, begin = Contents(), True

    for one in changes:
        word, by_script, _ = quick_copy.change(name, one, begin=begin)
        try:
            by_rule = one.applied_to(by_rule)
            expected = "done"
        except Refusal as no:
            expected = WORDS[type(no).__name__]
        assert word == expected
        assert by_script == by_rule
        assert Contents.from_json(by_rule.version, by_rule.to_json()) == by_rule
        begin = not by_rule.recent
    stored = redis_client().hgetall(quick_copy._key(name))
    assert stored == (by_rule.to_hash() if by_rule.recent else {})


def test_a_command_that_redis_runs_late_counts_once(app: Flask, context: None, cart: Cart, redis_away: Away) -> None:
    token = begun(cart)
    late = add("MUG", 2)
    redis_away(True)
    again(cart).change(late)  # given up after a while, and written to the row
    redis_away(False)
    assert what(cart) == {"FIRST": 1, "MUG": 2}

    quick_copy.change(digest(token), late, begin=False)  # and then the server comes round to it
    again(cart).change(add("BOWL", 1))

    assert what(cart) == {"FIRST": 1, "MUG": 2, "BOWL": 1}
