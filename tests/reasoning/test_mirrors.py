"""Two countries' books of one flow: as far apart as they like, but not worlds."""

import pytest

from cnkz_stats.reasoning.audit import audit

TWO_SIDES = """
    code  name                            area
    GACC  China's customs                 CN
    BNS   Kazakhstan's statistics bureau  KZ
    BANK  A development bank              .
"""


def found(folder_of, one: str, other: str) -> list[tuple[str, str]]:
    trade = f"""
        series   area  partner  period  authority  figure  source
        exports  CN    KZ       2020    {one}              s1
        imports  KZ    CN       2020    {other}            s2
    """
    findings = audit(folder_of(trade=trade, authorities=TWO_SIDES)).findings
    return [(finding.severity, finding.causes[0].text) for finding in findings]


@pytest.mark.parametrize("imports", ["$1.96 billion", "$11.7 billion", "$90 billion"])
def test_what_one_country_sends_may_differ_from_what_the_other_receives(folder_of, imports: str) -> None:
    assert found(folder_of, "GACC  $11.7 billion", f"BNS  {imports}") == []


def test_a_tenth_of_what_the_other_side_counts_is_another_scale(folder_of) -> None:
    assert found(folder_of, "GACC  $24.7 billion", "BNS  $1.68 billion") == [
        ("error", "if “$1.68 billion” is ten times too small")
    ]


def test_a_money_of_neither_side_comes_after_other_slips(folder_of) -> None:
    trade = """
        period  authority  figure          source
        2020    GACC       $24.7 billion   s1
        2020    BNS        $1.68 billion   s2
    """
    [finding] = audit(folder_of(trade=trade, authorities=TWO_SIDES)).findings
    texts = [cause.text for cause in finding.causes]
    yuan, roubles = (f"if “$24.7 billion” is in {money}, not in dollars" for money in ("yuan", "roubles"))
    assert texts.index(yuan) < texts.index(roubles)


def test_who_is_of_no_side_mirrors_nobody(folder_of) -> None:
    assert found(folder_of, "GACC  $24.7 billion", "BANK  $1.68 billion") == []


def test_what_was_put_right_in_its_own_books_is_not_accused_again(folder_of) -> None:
    trade = """
        series   area  partner  period  authority  figure          source
        exports  CN    KZ       2020    GACC       $24.7 billion   s1
        exports  CN    KZ       2020    BNS        $16.8 billion   s2
        exports  CN    KZ       2020    BNS        16.84 billion dollars   s3
        exports  CN    KZ       2020    BNS        $1.68 billion   s4
    """
    [finding] = audit(folder_of(trade=trade, authorities=TWO_SIDES)).findings
    assert finding.causes[0].text == "if “$1.68 billion” is ten times too small"


def test_the_proof_says_that_it_is_experience(folder_of) -> None:
    trade = """
        period  authority  figure          source
        2020    GACC       $24.7 billion   s1
        2020    BNS        $1.68 billion   s2
    """
    [finding] = audit(folder_of(trade=trade, authorities=TWO_SIDES)).findings
    ground = "by all experience, two countries' books of one flow differ less than eight times"
    assert any(line.startswith(ground) for line in finding.proof)
