import re
from fractions import Fraction

import pytest

from cnkz_stats.ledger.identity import Term, parse_side


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exports", [("1", "exports", {})]),
        ("exports + imports", [("1", "exports", {}), ("1", "imports", {})]),
        ("a-b", [("1", "a", {}), ("-1", "b", {})]),
        (" - 2 * a ", [("-2", "a", {})]),
        ("0.5*a + 3 * a", [("1/2", "a", {}), ("3", "a", {})]),
        ("turnover[area=CN-XJ]", [("1", "turnover", {"area": "CN-XJ"})]),
        ("a[partner=;scope=rail;unit=t;authority=KTZ;vintage=2017-11]", [
            ("1", "a", {"partner": "", "scope": "rail", "unit": "t", "authority": "KTZ", "vintage": "2017-11"}),
        ]),
    ],
)  # fmt: skip
def test_a_side_is_a_sum_of_multiples_of_series(text, expected):
    assert parse_side(text) == tuple(
        Term(Fraction(factor), series, where) for factor, series, where in expected
    )


FORM = "terms such as 'exports + imports', '2 * turnover[area=CN-XJ]'"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", FORM),
        ("5", FORM),
        ("a +", FORM),
        ("a b", FORM),
        ("a ++ b", FORM),
        ("2a", FORM),
        ("1/3 * a", FORM),
        ("a[area=CN", FORM),
        ("a[]", "column=value, ';' between, each once, of the columns area, partner, scope, authority, vintage, unit"),
        ("a[period=2021]", "column=value, ';' between, each once, of the columns area, partner, scope, authority, vintage, unit"),
        ("a[area=CN;area=KZ]", "column=value, ';' between, each once, of the columns area, partner, scope, authority, vintage, unit"),
        ("a[area=Xinjiang]", "for area an area such as 'KZ', 'CN-XJ', '143' or 'W00'"),
        ("a[unit=]", "for unit a code without spaces"),
    ],
)  # fmt: skip
def test_any_other_text_is_refused_with_what_was_expected(text, expected):
    with pytest.raises(ValueError, match=f"^{re.escape(expected)}$"):
        parse_side(text)
