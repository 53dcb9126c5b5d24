"""The option form: what leads where, and which ends are dead."""

from __future__ import annotations

from elite.catalog import Option, OptionValue, Standing, Variant, questions
from elite.kernel.money import Money


def matrix(*missing: tuple[str, str]) -> list[Variant]:
    colour = Option(
        id=1,
        name="Colour",
        position=0,
        values=[
            OptionValue(id=10 + i, option_id=1, value=v, swatch=v, position=i) for i, v in enumerate(("rose", "moss"))
        ],
    )
    size = Option(
        id=2,
        name="Size",
        position=1,
        values=[OptionValue(id=20 + i, option_id=2, value=v, position=i) for i, v in enumerate(("27", "30"))],
    )
    variants = []
    for one in colour.values:
        for other in size.values:
            if (one.value, other.value) not in missing:
                number = len(variants) + 1
                title = f"{one.value}, {other.value}"
                variants.append(
                    Variant(
                        id=number,
                        sku=f"{one.value}-{other.value}",
                        title=title,
                        price=Money.of(1),
                        values=[one, other],
                        active=True,
                        position=number,
                    )
                )
    return variants


def test_an_impossible_combination_is_disabled_and_named_and_another_way_is_shown():
    variants = matrix(("moss", "30"))
    chosen = next(one for one in variants if one.sku == "rose-30")

    colour, _size = questions(variants, chosen, {one.id: True for one in variants})

    moss = colour.choices[1]
    assert (moss.standing, moss.disabled, moss.note) == (Standing.IMPOSSIBLE, True, "not made in 30")
    assert (moss.instead, moss.instead_title) == ("moss-27", "moss, 27")


def test_a_sold_out_combination_can_be_looked_at_and_says_so():
    variants = matrix()
    chosen = variants[0]
    buyable = {one.id: one.sku != "moss-27" for one in variants}

    colour, size = questions(variants, chosen, buyable)

    assert [(c.value, c.standing, c.sku, c.note) for c in colour.choices] == [
        ("rose", Standing.CHOSEN, "rose-27", ""),
        ("moss", Standing.SOLD_OUT, "moss-27", "sold out"),
    ]
    assert [(c.value, c.standing, c.sku) for c in size.choices] == [
        ("27", Standing.CHOSEN, "rose-27"),
        ("30", Standing.POSSIBLE, "rose-30"),
    ]


def test_a_chosen_variant_that_is_sold_out_stays_chosen():
    variants = matrix()

    colour, _size = questions(variants, variants[0], {})

    assert colour.choices[0].chosen
    assert colour.choices[0].standing is Standing.SOLD_OUT


def test_every_variant_can_be_reached_from_every_other():
    variants = matrix(("moss", "30"), ("rose", "27"))
    buyable = {one.id: True for one in variants}

    for start in variants:
        ways = {
            way for q in questions(variants, start, buyable) for c in q.choices for way in (c.sku, c.instead) if way
        }
        assert ways == {one.sku for one in variants}


def test_a_withdrawn_variant_counts_as_not_made():
    variants = matrix()
    variants[1].active = False

    _colour, size = questions(variants, variants[0], {one.id: True for one in variants})

    assert size.choices[1].disabled
