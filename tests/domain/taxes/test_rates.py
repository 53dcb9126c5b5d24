"""Decision 12: one price everywhere, exports without the home tax."""

import pytest

from elite.kernel.money import Money
from elite.pricing import Line, quote, without_tax
from elite.taxes import Rate, TaxesUnknown, TaxTable, percent
from elite.taxes.rates import ZoneRates

UK = ZoneRates("uk", frozenset({"GB", "IM"}), "VAT", False, {"standard": 200_000, "reduced": 50_000})
GERMANY = ZoneRates("de", frozenset({"DE"}), "MwSt.", False, {"standard": 190_000, "reduced": 70_000})
DENMARK = ZoneRates("dk", frozenset({"DK"}), "moms", False, {"standard": 250_000})
ELSEWHERE = ZoneRates("export", frozenset({"*"}), "VAT", True, {})
TABLE = TaxTable((UK, GERMANY, DENMARK, ELSEWHERE), "GB")


def paid(country: str, table: TaxTable = TABLE) -> tuple[int, int]:
    """Total and tax of one mug at 12.00."""
    rate = table.rates(country)["standard"]
    price = without_tax(Money(1200, "GBP"), rate.takes_off)
    answer = quote(
        [Line(key="mug", sku="MUG", quantity=1, unit_price=price)],
        rates=table.rates(country),
        inclusive=True,
        currency="GBP",
    )
    return answer.total.minor, answer.tax.minor


def test_the_price_is_the_same_where_tax_is_due_and_the_net_varies():
    assert paid("GB") == (1200, 200)
    assert paid("IM") == (1200, 200)
    assert paid("DE") == (1200, 192)  # 12.00 * 19/119 = 1.916
    assert paid("DK") == (1200, 240)


def test_an_export_pays_the_price_without_the_home_tax():
    assert paid("US") == (1000, 0)
    assert TABLE.rates("US")["reduced"] == Rate(0, "Export, no VAT", "export", takes_off=50_000)


def test_a_class_the_zone_does_not_know_pays_the_standard_rate_and_zero_stays_zero():
    assert TABLE.rates("DK")["reduced"].ppm == 250_000
    assert TABLE.rates("DK")["zero"].ppm == 0


def test_without_a_zone_for_everywhere_a_country_is_taxed_like_home():
    assert TaxTable((GERMANY, UK), "GB").rates("US")["standard"] == Rate(200_000, "VAT 20%", "uk")


@pytest.mark.parametrize("zones", [(), (GERMANY,), (ELSEWHERE,)])
def test_a_shop_whose_own_country_has_no_rates_names_no_price(zones):
    with pytest.raises(TaxesUnknown):
        TaxTable(zones, "GB").rates("GB")


@pytest.mark.parametrize(
    ("ppm", "words"), [(200_000, "20%"), (55_000, "5.5%"), (0, "0%"), (77_500, "7.75%"), (100, "0.01%")]
)
def test_rates_are_written_as_people_read_them(ppm, words):
    assert percent(ppm) == words


def test_labels_name_the_tax_of_the_zone():
    assert TABLE.rates("DE")["reduced"].label == "MwSt. 7%"
