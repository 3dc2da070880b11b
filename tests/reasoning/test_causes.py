"""Why figures clash: each cause where it is the most plausible one, in words, and how bad that makes the finding."""

from fractions import Fraction
from random import Random

import pytest

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.causes import MOST, most_plausible
from cnkz_stats.reasoning.changes import Change
from reasoning.systems import fact, quantity

TWO_SIDES = """
    code  name                            area
    GACC  China's customs                 CN
    BNS   Kazakhstan's statistics bureau  KZ
"""
NOBODY = "code  name  area"

CASES = [
    pytest.param(
        """
        statement  period  figure
        level      2021    $10.0 billion
        level      2022    $12.0 billion
        growth     2022    up 21.2 percent
        """,
        "warning",
        "ROUNDING",
        "if “$10.0 billion” was rounded up",
        id="one figure rounded up",
    ),
    pytest.param(
        """
        statement  period  base  figure
        level      2021    .     $1.0 billion
        level      2022    .     $2.9 billion
        multiple   2022    2021  2.60 times as much
        """,
        "warning",
        "ROUNDING",
        "if “$1.0 billion” was cut off, not rounded",
        id="one figure cut off",
    ),
    pytest.param(
        """
        statement  period  base  figure
        level      1992    .     $368 million
        level      2023    .     $41.0 billion
        multiple   2023    1992  100 times
        """,
        "warning",
        "ROUNDING",
        "if “100 times” is a round number",
        id="a round number",
    ),
    pytest.param(
        """
        period  figure
        2022    nearly $40 billion
        2022    $40.5 billion
        """,
        "warning",
        "HEDGE",
        "if “nearly $40 billion” was said of a figure at most 2 % above it",
        id="nearly, and a little more",
    ),
    pytest.param(
        """
        period  figure
        2022    more than $10.0 billion
        2022    $23.0 billion
        """,
        "warning",
        "HEDGE",
        "if “more than $10.0 billion” only says on which side the figure lies",
        id="more than, and far more",
    ),
    pytest.param(
        """
        period  figure
        2022    about $30.0 billion
        2022    $23.0 billion
        """,
        "warning",
        "HEDGE",
        "if “about $30.0 billion” is only a vague idea of the size",
        id="about, and far off",
    ),
    pytest.param(
        """
        series        statement  period  figure               source
        rail_tonnage  level      2022    23.4 million tonnes  s1
        rail_tonnage  level      2023    28.2 million tonnes  s2
        rail_tonnage  growth     2023    up 20.5 percent      s2
        rail_tonnage  level      2023    22.8 million tonnes  s3
        """,
        "error",
        "TYPO",
        "if “22.8 million tonnes” is a slip for 28.2 million tonnes",
        id="two digits swapped, before books that nobody names",
    ),
    pytest.param(
        """
        series   statement  period  figure              source
        exports  level      2022    $16.4 billion       s1
        exports  level      2023    $24.7 billion       s2
        exports  growth     2023    up 50.6 percent     s2
        exports  level      2023    $174.1 billion      s3
        """,
        "error",
        "UNIT",
        "if “$174.1 billion” is in yuan, not in dollars",
        id="yuan for dollars beside a level and its growth",
    ),
    pytest.param(
        """
        statement  period  base  figure
        level      1992    .     $10.0 billion
        level      2023    .     $40.0 billion
        multiple   2023    1992  increased 3.0 times
        """,
        "warning",
        "WORDING",
        "if “increased 3.0 times” means larger by 3 times, so 4 times as large",
        id="by or to",
    ),
    pytest.param(
        """
        statement  period  figure           source
        level      2021    $25.25 billion   s1
        level      2022    $31.17 billion   s2
        growth     2022    up 23.6 percent  s2
        """,
        "warning",
        "REVISION",
        "if “$25.25 billion” rests on another edition: the figure of 2021 was revised down by 0.0487–0.2012 %",
        id="a usual revision",
    ),
    pytest.param(
        """
        period  figure
        2022    $25.2 billion
        2022    $26.0 billion
        """,
        "error",
        "REVISION",
        "if “$25.2 billion” rests on another edition: the figure of 2022 was revised up by 2.772–3.579 %, more than the usual 0.5 %",
        id="a revision beyond the usual size excuses nothing",
    ),
    pytest.param(
        """
        statement  period       figure
        level      2021         $10.0 billion
        level      2022         $20.0 billion
        level      2021\\|2022  $20.0 billion
        """.replace("\\|", "|"),
        "warning",
        "PERIOD",
        "if “$20.0 billion” is about 2022",
        id="the other period that the text leaves open",
    ),
    pytest.param(
        """
        statement  period  figure
        growth     2021    up 10.0 percent
        growth     2022    up 20.0 percent
        growth     2021    up 20.0 percent
        """,
        "error",
        "PERIOD",
        "if “up 20.0 percent” is about 2022, for which others state the same",
        id="a period for which others state the figure",
    ),
    pytest.param(
        """
        series        period           figure
        rail_tonnage  2022             23.0 million tonnes
        rail_tonnage  2022             21.0 million tonnes
        rail_tonnage  2022-01/2022-11  21.0 million tonnes
        """,
        "error",
        "PERIOD",
        "if “21.0 million tonnes” is about 2022-01/2022-11, for which others state the same",
        id="eleven months that others speak of",
    ),
    pytest.param(
        """
        statement  period  base  figure
        level      2013    .     $10.00 billion
        level      2024    .     $21.60 billion
        growth     2024    2013  up 8.0 percent a year on average
        """,
        "error",
        "PERIOD",
        "if “up 8.0 percent a year on average” is an average over 10 years",
        id="an average over a year less",
    ),
    pytest.param(
        """
        series          period  figure        source
        projects_count  2022    52 projects   s1
        projects_count  2022    170 projects  s2
        """,
        "error",
        "SCOPE",
        "if “170 projects” counts more than the others do",
        id="something else is counted",
    ),
    pytest.param(
        """
        period  figure         source
        2022    $31.2 billion  s1
        2022    3.12 billion   s2
        """,
        "error",
        "UNIT",
        "if “$31.2 billion” is ten times too large (亿 is a hundred million, not a billion)",
        id="a hundred million taken for a billion",
    ),
    pytest.param(
        """
        period  figure         source
        2022    $31.2 billion  s1
        2022    $31.2 million  s2
        """,
        "error",
        "UNIT",
        "if “$31.2 billion” is a thousand times too large",
        id="a million for a billion",
    ),
    pytest.param(
        """
        period  figure         source
        2022    $31.2 billion  s1
        2022    $210 billion   s2
        """,
        "error",
        "UNIT",
        "if “$210 billion” is in yuan, not in dollars",
        id="yuan for dollars",
    ),
    pytest.param(
        """
        period  figure
        2022    $31.27 billion
        2022    $32.17 billion
        """,
        "error",
        "TYPO",
        "if “$31.27 billion” is a slip for $32.17 billion",
        id="two digits swapped",
    ),
    pytest.param(
        """
        statement  period  base  figure
        level      2013    .     $20.00 billion
        level      2023    .     $35.82 billion
        growth     2023    2013  up 6.0 percent
        """,
        "error",
        "WORDING",
        "if “up 6.0 percent” is a yearly average",
        id="a yearly average told as the whole growth",
    ),
    pytest.param(
        """
        statement  period  base  figure
        level      2022    .     $31.17 billion
        level      2023    .     $41.02 billion
        change     2023    2022  up $98.5 billion
        """,
        "error",
        "UNIT",
        "if “up $98.5 billion” is ten times too large (亿 is a hundred million, not a billion)",
        id="a difference that two levels say",
    ),
    pytest.param(
        """
        statement  period  base  figure
        growth     2023    .     up 1.7 percent
        multiple   2023    2022  1.7 times as much
        """,
        "error",
        "UNIT",
        "if “1.7 times as much” is in percent, not in times",
        id="percent and times",
    ),
    pytest.param(
        """
        statement  period  figure
        level      2021    $25.25 billion
        level      2022    $31.20 billion
        growth     2022    up 2.36 percent
        """,
        "error",
        "UNIT",
        "if “up 2.36 percent” is ten times too small, its mark misplaced",
        id="a mark misplaced in a rate",
    ),
    pytest.param(
        """
        statement  period  figure
        level      2014    $22.45 billion
        level      2015    $14.29 billion
        growth     2015    up 36.3 percent
        """,
        "error",
        "WORDING",
        "if “up 36.3 percent” means a fall, not a rise",
        id="a rise for a fall",
    ),
    pytest.param(
        """
        statement  period  base  figure
        level      2014    .     $10.0 billion
        level      2024    .     $34.0 billion
        multiple   2024    2014  в 2,4 раза
        """,
        "error",
        "WORDING",
        "if “в 2,4 раза” means larger by so many times, not so many times as large",
        id="to for by",
    ),
    pytest.param(
        """
        statement  period  base  figure
        growth     2022    .     up 34.7 percent
        multiple   2022    2021  tripled
        """,
        "error",
        "WORDING",
        "if “tripled” means larger by a third, not 3 times as large",
        id="threefold for a third",
    ),
    pytest.param(
        """
        statement  period  figure            source
        level      2022    $28.2 billion     s1
        growth     2022    up 28 percent     s1
        growth     2022    up 23.6 percent   s2
        """,
        "error",
        "UNIT",
        "if “up 28 percent” is the amount, “$28.2 billion”, taken for the rate",
        id="an amount taken for a rate",
    ),
    pytest.param(
        """
        period  figure
        2023    $41.02 billion
        2023    $40 billion
        """,
        "warning",
        "ROUNDING",
        "if “$40 billion” is a round number",
        id="an amount in tens",
    ),
    pytest.param(
        """
        series        period  figure
        rail_tonnage  2024    4.484 million t
        rail_tonnage  2024    over 4.5 million t
        """,
        "warning",
        "HEDGE",
        "if “over 4.5 million t” was said of a figure rounded up to it",
        id="over a number that was rounded up",
    ),
    pytest.param(
        """
        series          period  figure                  source
        projects_count  2025    nearly 5,000 projects   s1
        projects_count  2025    nearly 50,000 projects  s2
        """,
        "error",
        "UNIT",
        "if “nearly 50,000 projects” is ten times too large",
        id="no hedge is so wide",
    ),
    pytest.param(
        """
        statement  period                figure           source
        growth     2022                  up 23.6 percent  s1
        growth     2022                  up 31.4 percent  s2
        growth     2022-01/2022-06       up 31.4 percent  s3
        """,
        "error",
        "PERIOD",
        "if “up 31.4 percent” is about 2022-01/2022-06, for which others state the same",
        id="growth of the first half",
    ),
    pytest.param(
        """
        period  area   partner  figure          source
        2022    CN     KZ       $31.17 billion  s1
        2022    CN     KZ       $12.4 billion   s2
        2022    CN-XJ  KZ       $12.43 billion  s3
        """,
        "error",
        "SCOPE",
        "if “$12.4 billion” is about CN-XJ–KZ, of which others state the same",
        id="a province for the country",
    ),
    pytest.param(
        """
        statement  period  base  figure            source
        level      1992    .     $368 million      s1
        level      2021    .     $25.25 billion    s1
        level      2023    .     $41.02 billion    s1
        multiple   2023    1992  68.6 times as much  s2
        """,
        "error",
        "PERIOD",
        "if “68.6 times as much” is about 2021",
        id="a multiple of an earlier year, its base where it was",
    ),
    pytest.param(
        """
        series        period           figure
        rail_tonnage  2023-01/2023-06  13.7 million t
        rail_tonnage  2023-07/2023-12  14.6 million t
        rail_tonnage  2023             23.8 million t
        """,
        "error",
        "TYPO",
        "if “23.8 million t” is a slip for 28.3 million t",
        id="a year against its halves",
    ),
    pytest.param(
        """
        series        statement  period  figure
        rail_tonnage  growth     2022    up 20.0 percent
        rail_tonnage  growth     2022    up 43.4 percent
        """,
        "error",
        "UNEXPLAINED",
        "no other reading of one or two of these figures explains it",
        id="nothing explains it",
    ),
    pytest.param(
        """
        statement  period  base  figure          source
        level      2021    .     $8.2 billion    s1
        level      2022    .     $11.0 billion   s2
        level      2024    .     $15.3 billion   s1
        growth     2024    2022  up 86 percent   s3
        """,
        "error",
        "PERIOD",
        "if “up 86 percent” compares with 2021",
        id="growth since another year",
    ),
    pytest.param(
        """
        statement  period  figure           source
        level      2022    $31.2 billion    s1
        target     2030    $35 billion      s1
        level      2022    $35 billion      s2
        """,
        "error",
        "PERIOD",
        "if “$35 billion” is the target for 2030, not what came about",
        id="a target told as a fact",
    ),
    pytest.param(
        """
        statement  period  figure           source
        level      2021    $25.25 billion   s1
        level      2022    $31.17 billion   s1
        growth     2022    up 28.8 percent  s2
        """,
        "error",
        "UNIT",
        "if “up 28.8 percent” was counted in yuan, not in dollars",
        id="growth in yuan, amounts in dollars",
    ),
    pytest.param(
        """
        period  figure          source
        2021    $25.25 billion  s1
        2021    $25.25 billion  s2
        2021    252.5万美元      s3
        """,
        "error",
        "UNIT",
        "if “252.5万美元” is ten thousand times too small",
        id="万 for 亿",
    ),
    pytest.param(
        """
        period           figure          source
        2024             $648.1 million  s1
        2024-01/2024-06  $1.41 billion   s1
        """,
        "error",
        "PERIOD",
        "if “$1.41 billion” and “$648.1 million” stand in each other’s place",
        id="a part above the whole",
    ),
    pytest.param(
        """
        statement  period  base  figure         source
        level      2021    .     $49.6 billion  s1
        level      2025    .     $106 billion   s1
        multiple   2025    2021  halved         s2
        """,
        "error",
        "WORDING",
        "if “halved” means a rise, not a fall",
        id="halved for doubled",
    ),
    pytest.param(
        """
        statement  period  base  figure          source
        level      1992    .     $368 million    s1
        level      2023    .     $41.02 billion  s1
        multiple   2023    1992  11.1-fold       s2
        """,
        "error",
        "UNIT",
        "if “11.1-fold” is ten times too small, its mark misplaced",
        id="a multiple ten times too small",
    ),
    pytest.param(
        """
        series          period  figure       source
        projects_count  2023    52 projects  s1
        projects_count  2023    25 projects  s2
        """,
        "error",
        "TYPO",
        "if “25 projects” is a slip for 52 projects",
        id="two digits swapped of two",
    ),
    pytest.param(
        """
        series          period  figure         source
        projects_count  2023    2783 projects  s1
        projects_count  2023    2700 projects  s2
        """,
        "warning",
        "ROUNDING",
        "if “2700 projects” was cut off to a round number",
        id="a count cut off",
    ),
    pytest.param(
        """
        statement  period  base  figure              source
        level      2023    .     $41.02 billion      s1
        level      2024    .     $43.82 billion      s1
        change     2024    2023  up by $2.8 billion  s1
        level      2024    .     $2.8 billion        s2
        """,
        "error",
        "WORDING",
        "if “$2.8 billion” is the change, not the amount",
        id="a change told as an amount",
    ),
    pytest.param(
        """
        period   figure                    source
        2020     $1.2 billion              s1
        2000/2020  nearly $25 billion      s1
        2020     nearly $25 billion        s2
        """,
        "error",
        "PERIOD",
        "if “nearly $25 billion” is about 2000/2020, for which others state the same",
        id="a hedged figure of a longer period, hedge and all",
    ),
    pytest.param(
        """
        statement  area  partner  period  base         figure  source
        share      KZ    CN       2024    area=143     46 %    s1
        share      KZ    CN       2024    partner=W00  31 %    s2
        share      KZ    CN       2024    area=143     31 %    s3
        """,
        "error",
        "SCOPE",
        "if “31 %” is the share of trade turnover CN–KZ in trade turnover KZ–W00, of which others state the same",
        id="a share of another whole",
    ),
    pytest.param(
        """
        statement  period  unit  figure          source
        growth     2023    .     up 62.3 percent  s1
        growth     2023    CNY   up 71.2 percent  s2
        growth     2023    .     up 71.2 percent  s3
        """,
        "error",
        "UNIT",
        "if “up 71.2 percent” is in yuan, not in dollars, as others state the same",
        id="growth that others tell in yuan",
    ),
    pytest.param(
        """
        period  unit  figure          source
        2023    .     $41.02 billion  s1
        2023    .     410.2亿美元      s2
        2023    CNY   289.1亿元        s3
        """,
        "error",
        "UNIT",
        "if “289.1亿元” is ten times too small",
        id="yuan that a year's rate does not make of the dollars",
    ),
    pytest.param(
        """
        period  unit  figure          source
        2022    .     $31.17 billion  s1
        2023    .     $41.02 billion  s1
        2023    CNY   2098亿元         s2
        """,
        "error",
        "PERIOD",
        "if “2098亿元” is about 2022, for which others state as much in dollars",
        id="another year's amount in yuan",
    ),
    pytest.param(
        """
        period  unit  figure                  source
        2023    .     $41.02 billion          s1
        2023    .     410.2亿美元              s2
        2023    CNY   264.6 billion yuan      s3
        """,
        "warning",
        "PERIOD",
        "if “264.6 billion yuan” was converted at the rate of 2021",
        id="the rate of another year",
    ),
    pytest.param(
        """
        period  unit  figure                    source
        2023    .     $14.7 billion             s1
        2023    .     exactly $14.71 billion    s2
        2023    KZT   14.7 billion              s3
        """,
        "error",
        "UNIT",
        "if “14.7 billion” is in dollars, not in tenge, as others state the same",
        id="tenge for dollars",
    ),
    pytest.param(
        """
        statement  period  base  figure          source
        level      2020    .     $21.43 billion  s1
        level      2024    .     $43.82 billion  s1
        multiple   2024    2020  翻了两番         s2
        """,
        "error",
        "WORDING",
        "if “翻了两番” means 2 times as large, not 2 times doubled",
        id="doubled twice for doubled",
    ),
    pytest.param(
        """
        statement  period  base  figure          source
        level      2020    .     $10.43 billion  s1
        level      2024    .     $42.82 billion  s1
        multiple   2024    2020  doubled         s2
        """,
        "error",
        "WORDING",
        "if “doubled” means 2 times doubled, 4 times as large",
        id="doubled for doubled twice",
    ),
    pytest.param(
        """
        statement  period  figure              source
        level      2022    $10.43 billion      s1
        level      2023    $31.10 billion      s1
        growth     2023    выросла на треть    s2
        """,
        "error",
        "WORDING",
        "if “выросла на треть” means 3 times as large, not larger by a third",
        id="by a third for threefold",
    ),
    pytest.param(
        """
        statement  period  base  figure                source
        level      2022    .     $31.43 billion        s1
        level      2023    .     $20.90 billion        s1
        multiple   2023    2022  упала втрое           s2
        """,
        "error",
        "WORDING",
        "if “упала втрое” means smaller by a third, not a third as large",
        id="to a third for by a third",
    ),
    pytest.param(
        """
        statement  period  figure                source
        level      2022    $31.43 billion        s1
        level      2023    $7.90 billion         s1
        growth     2023    fell by a quarter     s2
        """,
        "error",
        "WORDING",
        "if “fell by a quarter” means to a quarter, not by a quarter",
        id="by a quarter for to a quarter",
    ),
    pytest.param(
        """
        statement  period  figure           source
        level      2024    $43.82 billion   s1
        target     2030    $100 billion     s1
        level      2024    $100 billion     s2
        """,
        "error",
        "PERIOD",
        "if “$100 billion” is the target for 2030, not what came about",
        id="a target of one digit",
    ),
    pytest.param(
        """
        period     figure                source
        2024       $43.82 billion        s1
        2010/2024  over $340 billion     s1
        2024       $340 billion          s2
        """,
        "error",
        "PERIOD",
        "if “$340 billion” is about 2010/2024, for which others state the same",
        id="a longer period, of which others tell with a hedge",
    ),
    pytest.param(
        """
        series   area  partner  period  figure          source
        exports  KZ    CN       2023    $16.3 billion   s1
        exports  CN    KZ       2023    $24.7 billion   s1
        exports  KZ    CN       2023    $24.7 billion   s2
        exports  CN    KZ       2023    $16.3 billion   s2
        """,
        "error",
        "MIX",
        "if “$16.3 billion” and “$24.7 billion” stand in each other’s place",
        id="two flows swapped: one finding",
    ),
    pytest.param(
        """
        period  figure          source
        2022    $31.17 billion  s1
        2023    $41.02 billion  s1
        2022    $41.02 billion  s2
        2023    $31.17 billion  s2
        """,
        "error",
        "PERIOD",
        "if “$31.17 billion” and “$41.02 billion” stand in each other’s place",
        id="two years swapped: one finding",
    ),
    pytest.param(
        """
        statement  period  figure                source
        level      2023    1.63 billion dollars  s1
        level      2024    $978 million          s1
        growth     2024    fell by 60 percent    s2
        """,
        "error",
        "WORDING",
        "if “fell by 60 percent” means to so many percent, not by so many",
        id="a fall by for a fall to",
    ),
    pytest.param(
        """
        statement  period  base  figure                       source
        level      2023    .     $41.02 billion               s1
        level      2024    .     $43.82 billion               s1
        change     2024    2023  rose by 8.2 billion dollars  s2
        """,
        "error",
        "TYPO",
        "if “rose by 8.2 billion dollars” is a slip for 2.8 billion dollars",
        id="two digits swapped where hardly anything else would fit",
    ),
    pytest.param(
        """
        period  unit  figure             source
        2024    .     $544 million       s1
        2024    EUR   503 million euros  s1
        2024    .     $503 million       s2
        """,
        "error",
        "UNIT",
        "if “$503 million” is in euros, not in dollars, as others state the same",
        id="euros taken for dollars, of which others tell",
    ),
    pytest.param(
        """
        period           figure         source
        2023             $1.63 billion  s1
        2022-07/2023-06  $1.14 billion  s2
        2023             $1.14 billion  s3
        """,
        "error",
        "PERIOD",
        "if “$1.14 billion” is about 2022-07/2023-06, for which others state the same",
        id="a season told for the year",
    ),
    pytest.param(
        """
        period   figure          source
        2024-Q1  $10.1 billion   s1
        2024-Q2  $12.3 billion   s1
        2024-Q3  $11.2 billion   s1
        2024     $43.82 billion  s2
        2024     $33.6 billion   s3
        """,
        "error",
        "PERIOD",
        "if “$33.6 billion” is about 2024-01/2024-09, whose parts others state",
        id="three quarters told for the year",
    ),
    pytest.param(
        """
        period  figure                source
        2023    $41.02 billion        s1
        2023    3.42 billion dollars  s2
        """,
        "error",
        "PERIOD",
        "if “3.42 billion dollars” is the average of a month",
        id="the average of a month told for the year",
    ),
    pytest.param(
        """
        statement  period  base  figure           source
        level      2022    .     $11.18 billion   s1
        level      2023    .     $10.60 billion   s1
        multiple   2023    2022  упал в 5,2 раза  s2
        """,
        "error",
        "UNIT",
        "if “упал в 5,2 раза” is in percent, not in times",
        id="times for percent of a fall",
    ),
    pytest.param(
        """
        statement  period  figure               source
        level      2022    $11.18 billion       s1
        level      2023    $2.15 billion        s1
        growth     2023    fell by 5.2 percent  s2
        """,
        "error",
        "UNIT",
        "if “fell by 5.2 percent” is in times, not in percent",
        id="percent for times of a fall",
    ),
    pytest.param(
        """
        statement  period  figure         source
        level      2022    $0.61 billion  s1
        level      2023    $1.83 billion  s1
        growth     2023    增长三成         s2
        """,
        "error",
        "UNIT",
        "if “增长三成” is in times, not in tenths (成)",
        id="tenths for times",
    ),
    pytest.param(
        """
        statement  period  base  figure         source
        level      2022    .     $1.31 billion  s1
        level      2023    .     $1.83 billion  s1
        multiple   2023    2022  达到四倍         s2
        """,
        "error",
        "UNIT",
        "if “达到四倍” is in tenths (成), not in times (倍)",
        id="times for tenths",
    ),
    pytest.param(
        """
        period  figure               source
        2023    over 19,000 dollars  s1
        2023    50,300 dollars       s2
        """,
        "error",
        "SCOPE",
        "if “50,300 dollars” counts more than the others do",
        id="a hedge that nobody would say of so much more",
    ),
    pytest.param(
        """
        period  unit  figure              source
        2023    .     $41.02 billion      s1
        2023    .     410.2亿美元          s2
        2023    CNY   252.8 billion yuan  s3
        """,
        "error",
        "PERIOD",
        "if “252.8 billion yuan” was converted at the rate of 2014",
        id="a rate of long ago",
    ),
    pytest.param(
        """
        period           figure          source
        2024-01/2024-06  $460 million    s1
        2025-01/2025-05  $513.4 million  s2
        2024-01/2024-06  $513.4 million  s3
        """,
        "error",
        "PERIOD",
        "if “$513.4 million” is about 2025-01/2025-05, for which others state the same",
        id="four digits of any other time",
    ),
    pytest.param(
        """
        statement  period  figure         source
        level      2023    $4.0 billion   s1
        level      2024    $8.9 billion   s1
        growth     2024    up 22 percent  s2
        """,
        "error",
        "UNIT",
        "if “up 22 percent” is in times, its mark left out",
        id="22 percent for 2.2 times",
    ),
    pytest.param(
        """
        statement  period  figure          source
        level      2023    $41.02 billion  s1
        level      2024    $43.82 billion  s1
        growth     2024    up 7.8 percent  s2
        """,
        "error",
        "UNIT",
        "if “up 7.8 percent” was counted in yuan, not in dollars",
        id="growth in yuan, of which a dollar cost 1.6 percent more",
    ),
    pytest.param(
        """
        series          period  figure                    source
        projects_count  2024    more than 4,700 projects  s1
        projects_count  2024    47,000 projects           s2
        """,
        "error",
        "UNIT",
        "if “more than 4,700 projects” is ten times too small",
        id="the scale is told by less than a factor of two",
    ),
    pytest.param(
        """
        period  figure                   source
        2023    $31.5 billion            s1
        2023    less than $30 billion    s2
        """,
        "error",
        "HEDGE",
        "if “less than $30 billion” has its hedge turned round: the figure lies a little above it",
        id="less than for more than",
    ),
    pytest.param(
        """
        period  figure                  source
        2023    $40.3 billion           s1
        2023    more than $41 billion   s2
        """,
        "error",
        "HEDGE",
        "if “more than $41 billion” has its hedge turned round: the figure lies a little below it",
        id="more than for nearly",
    ),
    pytest.param(
        """
        statement  series          period  figure         source
        level      projects_count  2022    103 projects   s1
        level      projects_count  2023    135 projects   s1
        growth     projects_count  2023    up 24 percent  s2
        """,
        "error",
        "REVISION",
        "if “103 projects” rests on another edition: the figure of 2022 was revised up by 4.378–7.041 %",
        id="what nobody knows the revisions of was revised by less than a tenth",
    ),
    pytest.param(
        """
        statement  period  base  figure                source
        level      1992    .     $368 million          s1
        multiple   2021    1992  nearly 70-fold        s1
        level      2023    .     $41.02 billion        s1
        multiple   2023    1992  nearly 70-fold        s2
        """,
        "error",
        "PERIOD",
        "if “nearly 70-fold” is about 2021, for which others state the same",
        id="a round multiple of two years ago",
    ),
    pytest.param(
        """
        statement  series        period  base  figure                                source
        level      rail_tonnage  2015    .     7.089 million t                       s1
        level      rail_tonnage  2024    .     32 million t                          s1
        growth     rail_tonnage  2024    2015  average annual growth of 8.2 percent  s2
        """,
        "error",
        "TYPO",
        "if “average annual growth of 8.2 percent” is a slip for 18.2 percent",
        id="the first digit lost",
    ),
    pytest.param(
        """
        series        period   figure         source
        rail_tonnage  2025-01  2.8 million t  s1
        rail_tonnage  2025-02  2.7 million t  s1
        rail_tonnage  2025-03  2.9 million t  s1
        rail_tonnage  2025-Q1  4.8 million t  s2
        """,
        "error",
        "TYPO",
        "if “4.8 million t” is a slip for 8.4 million t",
        id="the month that the conflict needs not says which slip it is",
    ),
    pytest.param(
        """
        statement  period  base  figure               source
        level      2024    .     $43.822 billion      s1
        change     2024    2023  up by $2.800 billion  s1
        level      2023    .     $42.01 billion       s2
        """,
        "error",
        "TYPO",
        "if “$42.01 billion” is a slip for $41.02 billion",
        id="two digits swapped that are no neighbours",
    ),
    pytest.param(
        """
        statement  series        period  base  figure          source
        level      rail_tonnage  2022    .     275 thousand t  s1
        level      rail_tonnage  2023    .     1.1 million t   s1
        multiple   rail_tonnage  2023    2022  3-fold          s2
        """,
        "error",
        "WORDING",
        "if “3-fold” means larger by so many times, not so many times as large",
        id="nobody cuts four times off to three",
    ),
    pytest.param(
        """
        series          period  figure                      source
        projects_count  2024    more than 18,200 projects   s1
        projects_count  2024    81,231 projects             s2
        projects_count  2024    more than 81,200 projects   s3
        """,
        "error",
        "SCOPE",
        "if “more than 18,200 projects” counts less than the others do",
        id="a hedged number has no slip",
    ),
    pytest.param(
        """
        series          period  figure                     source
        projects_count  2024    more than 1,820 projects   s1
        projects_count  2024    8,120 projects             s2
        """,
        "error",
        "TYPO",
        "if “8,120 projects” is a slip for 1,820 projects",
        id="a slip for the very number that others print with a hedge",
    ),
    pytest.param(
        """
        statement  series        period  figure          source
        level      rail_tonnage  2023    10.0 million t  s1
        growth     rail_tonnage  2024    up 14 percent   s1
        level      rail_tonnage  2024    12.4 million t  s2
        """,
        "error",
        "TYPO",
        "if “12.4 million t” is a slip for 11.4 million t",
        id="a slip for the middle of what the others say",
    ),
]


@pytest.mark.parametrize(("trade", "severity", "code", "text"), CASES)
def test_the_most_plausible_cause(folder_of, trade: str, severity: str, code: str, text: str) -> None:
    (finding,) = audit(folder_of(trade=trade, authorities=NOBODY)).findings
    assert (finding.severity, finding.causes[0].code, finding.causes[0].text) == (severity, code, text)
    assert finding.message.endswith(text)


SERIES = """
    code          unit  kind  symmetric  negative  revision  en
    turnover      USD   flow  yes        no        0.5%      Turnover
    exports       USD   flow  no         no        0.5%      Exports
    imports       USD   flow  no         no        0.5%      Imports
    rail_tonnage  t     flow  yes        no        1%        Rail freight
    rail_exports  t     flow  no         no        1%        Rail exports
"""


def test_a_total_told_for_one_direction_needs_no_identity(folder_of) -> None:
    trade = """
        series        area  partner  period  figure             source
        rail_tonnage  CN    KZ       2024    32.0 million tons  s1
        rail_exports  KZ    CN       2024    13.7 million tons  s1
        rail_exports  KZ    CN       2024    32 million tons    s2
    """
    (finding,) = audit(folder_of(trade=trade, series=SERIES, authorities=NOBODY)).findings
    text = "if “32 million tons” is rail freight CN–KZ, of which others state the same"
    assert (finding.causes[0].code, finding.causes[0].text) == (Cause.MIX, text)


def test_figures_worlds_apart_do_not_stand_in_each_others_place(folder_of) -> None:
    trade = """
        series    area  partner  period  figure           source
        turnover  CN    KZ       2023    $0.0410 billion  s1
        exports   CN    KZ       2023    $24.7 billion    s1
    """
    identities = """
        id   left      relation  right              why
        sum  turnover  =         exports + imports  both flows together
    """
    folder = folder_of(trade=trade, series=SERIES, identities=identities, authorities=NOBODY)
    (finding,) = audit(folder).findings
    assert finding.causes[0].text == "if “$0.0410 billion” is a thousand times too small"


BOOKS = [
    pytest.param(
        """
        id  statement  period  authority  figure           source
        a   level      2022    GACC       $31.17 billion   s1
        b   level      2023    GACC       $41.02 billion   s1
        c   level      2022    BNS        $24.2 billion    s2
        d   level      2023    BNS        $31.5 billion    s2
        e   level      2023    .          $41.0 billion    s3
        f   growth     2023    .          up 30.2 percent  s3
        """,
        (
            "error",
            "MIX",
            "if only “up 30.2 percent” is a figure of Kazakhstan's statistics bureau, mixed with others’",
            {"f"},
        ),
        id="a level of one book beside growth of the other, of which others tell",
    ),
    pytest.param(
        """
        id  statement  period  authority  figure           source
        a   level      2021    GACC       $25.25 billion   s1
        b   growth     2022    GACC       up 23.6 percent  s1
        c   level      2022    .          $24.1 billion    s2
        d   level      2021    .          $25.2 billion    s2
        e   level      2022    BNS        $24.1 billion    s3
        """,
        None,
        id="no clash where a document goes with one book",
    ),
    pytest.param(
        """
        id  period  authority  figure          source
        a   2022    GACC       $31.17 billion  s1
        b   2022    .          $24.1 billion   s2
        """,
        ("warning", "REPORTER", "if “$24.1 billion” is a figure of Kazakhstan's statistics bureau", {"b"}),
        id="a figure that names no books",
    ),
    pytest.param(
        """
        id  statement  period  authority  figure           source
        a   level      2021    GACC       $25.2 billion    s1
        b   level      2022    GACC       $31.17 billion   s1
        d   level      2022    .          $24.1 billion    s4
        e   level      2021    .          $25.2 billion    s4
        f   growth     2022    .          up 34 percent    s4
        h   level      2022    BNS        $24.1 billion    s5
        """,
        ("error", "MIX", "if only “$25.2 billion” is a figure of China's customs, mixed with others’", {"e"}),
        id="books mixed in one document",
    ),
    pytest.param(
        """
        id  period  authority  figure          source
        a   2022    GACC       $31.17 billion  s1
        b   2022    GACC       $24.1 billion   s1
        c   2022    BNS        $24.1 billion   s3
        """,
        (
            "error",
            "REPORTER",
            "if “$24.1 billion” is a figure of Kazakhstan's statistics bureau, against what is stated",
            {"b"},
        ),
        id="other books than stated excuse nothing",
    ),
]


@pytest.mark.parametrize(("trade", "expected"), BOOKS)
def test_other_books(folder_of, trade: str, expected: tuple[str, str, str, set[str]] | None) -> None:
    findings = audit(folder_of(trade=trade, authorities=TWO_SIDES)).findings
    found = [
        (one.severity, cause.code, cause.text, {claim.id for claim in cause.claims})
        for one in findings
        for cause in one.causes[:1]
    ]
    assert found == ([] if expected is None else [expected])


BUREAU, BANK = "Kazakhstan's statistics bureau", "A development bank"


@pytest.mark.parametrize(
    ("other", "offered"),
    [
        pytest.param("turnover      2021  BNS   $17.9 billion", {BUREAU}, id="of the other side"),
        pytest.param("rail_tonnage  2022  BNS   23 million t", set(), id="who counts something else"),
        pytest.param("turnover      2022  BANK  $24.1 billion", {BUREAU, BANK}, id="who speaks of the same"),
        pytest.param(
            "turnover      2021  BANK  $17.9 billion", {BUREAU}, id="of no side, about another year"
        ),
        pytest.param("turnover      2021  XUAR  $17.9 billion", {BUREAU}, id="of the same side"),
    ],
)
def test_whose_figure_it_may_be(folder_of, other: str, offered: set[str]) -> None:
    folder = folder_of(
        trade=f"""
            series    period  authority  figure          source
            turnover  2022    GACC       $31.17 billion  s1
            turnover  2022    .          $30.0 billion   s2
            {other}  s3
        """,
        authorities=f"""{TWO_SIDES}    BANK  {BANK}  .
            XUAR  A province's customs  CN
        """,
    )
    finding = audit(folder).findings[0]
    told = [one.text for one in finding.causes if one.code == "REPORTER" and "“$30.0 billion”" in one.text]
    assert {text.removeprefix("if “$30.0 billion” is a figure of ") for text in told} == offered


def test_growth_from_a_level_of_one_authority_to_one_of_another_mixes_them(folder_of) -> None:
    folder = folder_of(
        trade="""
            statement  period  authority  figure           source
            level      2022    GACC       $31.17 billion   s1
            level      2023    GACC       $41.02 billion   s1
            level      2022    BNS        $24.2 billion    s2
            level      2023    BNS        $31.5 billion    s2
            growth     2023    .          up 69.5 percent  s3
        """,
        authorities=TWO_SIDES,
    )
    (finding,) = audit(folder).findings
    assert (finding.causes[0].code, finding.causes[0].text) == (
        "MIX",
        "if “up 69.5 percent” compares a figure of China's customs with one of Kazakhstan's statistics bureau",
    )


def test_a_sum_of_parts_that_two_authorities_count_mixes_them(folder_of) -> None:
    folder = folder_of(
        trade="""
            series    area  partner  period  authority  figure         source
            turnover  CN    KZ       2023    GACC       $41.0 billion  s1
            exports   KZ    CN       2023    GACC       $16.3 billion  s1
            imports   KZ    CN       2023    GACC       $24.7 billion  s1
            turnover  CN    KZ       2023    BNS        $30.1 billion  s2
            exports   KZ    CN       2023    BNS        $14.7 billion  s2
            imports   KZ    CN       2023    BNS        $15.4 billion  s2
            turnover  CN    KZ       2023    .          $39.4 billion  s3
        """,
        identities="""
            id   left      relation  right              why
            sum  turnover  =         exports + imports  both flows together
        """,
        authorities=TWO_SIDES,
    )
    (finding,) = audit(folder).findings
    text = "adds up figures of Kazakhstan's statistics bureau and China's customs"
    assert (finding.causes[0].code, finding.causes[0].text) == ("MIX", f"if “$39.4 billion” {text}")


def test_growth_of_a_part_told_as_growth_of_the_whole(folder_of) -> None:
    folder = folder_of(
        trade="""
            series         statement  area  partner  scope         period  figure         source
            rail_tonnage   growth     CN    KZ       .             2024    up 12 percent  s1
            exports        growth     KZ    CN       with transit  2024    up 17 percent  s1
            rail_tonnage   growth     CN    KZ       .             2024    up 17 percent  s2
        """,
        series="""
            code          unit  kind  symmetric  negative  revision  en
            rail_tonnage  t     flow  yes        no        1%        Rail freight
            exports       t     flow  no         no        1%        Exports by rail
            imports       t     flow  no         no        1%        Imports by rail
        """,
        identities="""
            id   left          relation  right                                                     why
            way  rail_tonnage  =         exports[scope=with transit] + imports[scope=with transit]  both ways
        """,
        authorities=NOBODY,
    )
    (finding,) = audit(folder).findings
    text = "if “up 17 percent” is about exports by rail KZ–CN (with transit), of which others state the same"
    assert (finding.causes[0].code, finding.causes[0].text) == ("SCOPE", text)


def test_a_deficit_told_as_a_surplus(folder_of) -> None:
    folder = folder_of(
        trade="""
            series   area  partner  period  figure                   source
            exports  KZ    CN       2023    $16.3 billion            s1
            imports  KZ    CN       2023    $24.7 billion            s1
            balance  KZ    CN       2023    surplus of $8.4 billion  s2
        """,
        identities="""
            id   left     relation  right              why
            net  balance  =         exports - imports  what goes out less what comes in
        """,
        authorities=NOBODY,
    )
    (finding,) = audit(folder).findings
    assert finding.causes[0].text == "if “surplus of $8.4 billion” means a deficit, not a surplus"


def test_exports_and_imports_swapped_are_one_finding(folder_of) -> None:
    folder = folder_of(
        trade="""
            series    area  partner  period  figure         source
            turnover  CN    KZ       2023    $41.0 billion  s1
            exports   CN    KZ       2023    $24.7 billion  s1
            imports   CN    KZ       2023    $16.3 billion  s1
            exports   CN    KZ       2023    $16.3 billion  s2
            imports   CN    KZ       2023    $24.7 billion  s2
        """,
        identities="""
            id   left      relation  right              why
            sum  turnover  =         exports + imports  both flows together
        """,
        authorities=NOBODY,
    )
    (finding,) = audit(folder).findings
    assert (finding.causes[0].code, finding.causes[0].text) == (
        "MIX",
        "if “$16.3 billion” and “$24.7 billion” stand in each other’s place",
    )


def test_a_table_whose_parts_do_not_add_up_has_a_wrong_digit_rather_than_two_editions(folder_of) -> None:
    folder = folder_of(
        trade="""
            series    area  partner  period  figure         source
            turnover  CN    KZ       2022    $25.2 billion  s1
            exports   KZ    CN       2022    $13.2 billion  s1
            imports   KZ    CN       2022    $11.0 billion  s1
        """,
        identities="""
            id   left      relation  right              why
            sum  turnover  =         exports + imports  both flows together
        """,
        authorities=NOBODY,
    )
    (finding,) = audit(folder).findings
    assert finding.causes[0].code == "TYPO"
    assert "REVISION" not in {cause.code for cause in finding.causes}


def test_a_revision_of_unknown_size_explains_nothing(folder_of) -> None:
    folder = folder_of(
        trade="""
            period  figure
            2022    $30 billion
            2022    over $31 billion
        """,
        authorities=NOBODY,
    )
    (finding,) = audit(folder).findings
    assert "REVISION" not in [cause.code for cause in finding.causes]


def test_stated_books_differ_without_clashing(folder_of) -> None:
    folder = folder_of(
        trade="""
            period  authority  figure
            2022    GACC       $31.17 billion
            2022    BNS        $24.1 billion
        """
    )
    assert audit(folder).findings == ()


def test_all_causes_are_listed_and_the_cheaper_reading_comes_first(folder_of) -> None:
    folder = folder_of(
        trade="""
            statement  period  figure
            level      2021    $25.25 billion
            level      2022    $31.17 billion
            growth     2022    up 23.6 percent
        """,
        authorities=NOBODY,
    )
    (finding,) = audit(folder).findings
    codes = [cause.code for cause in finding.causes]
    assert codes[:3] == ["REVISION"] * 3
    assert set(codes[3:]) == {"TYPO"}
    slips = [cause.text for cause in finding.causes if cause.text.startswith("if “$25.25 billion” is a slip")]
    assert slips == ["if “$25.25 billion” is a slip for $25.22 billion"]  # the others say 25.204 to 25.233


def test_a_reading_that_clashes_with_others_comes_after_one_that_does_not(folder_of) -> None:
    folder = folder_of(
        trade="""
            period  authority  figure          source
            2022    GACC       $31.17 billion  s1
            2022    BNS        $20.0 billion   s2
            2022    .          $24.1 billion   s3
        """,
        authorities=TWO_SIDES,
    )
    (finding,) = audit(folder).findings
    texts = [cause.text for cause in finding.causes]
    assert texts[0] == "if “$20.0 billion” counts less than the others do"
    customs = texts.index("if “$24.1 billion” is a figure of China's customs")  # which say 31.17 billion
    assert customs > texts.index("if “$20.0 billion” is a slip for $24.0 billion")


def test_who_cuts_one_figure_off_cuts_all_of_them_off(folder_of) -> None:
    """No single figure that was cut off explains these four."""
    folder = folder_of(
        trade="""
            statement  series    period  base  figure                 source
            level      turnover  2019    .     $30.709 billion        s1
            level      exports   2019    .     $8286424 thousand      s3
            growth     imports   2019    .     up 13.399 percent      s2
            change     imports   2019    2018  up $2649645 thousand   s1
        """,
        identities="""
            id   left      relation  right              why
            sum  turnover  =         exports + imports  both flows together
        """,
        authorities=NOBODY,
    )
    (finding,) = audit(folder).findings
    assert (finding.severity, finding.causes[0].text) == (
        "warning",
        "if each of the 4 figures was cut off, not rounded",
    )


def test_two_figures_read_otherwise_explain_what_neither_does_alone(folder_of) -> None:
    folder = folder_of(
        trade="""
            series        statement  period  base  figure               source
            rail_tonnage  level      2021    .     10.0 million tonnes  s1
            rail_tonnage  level      2022    .     12.0 million tonnes  s2
            rail_tonnage  multiple   2022    2021  1.218 times as much  s3
        """,
        authorities=NOBODY,
    )
    (finding,) = audit(folder).findings
    assert finding.severity == "warning"
    assert finding.causes[0].text == (
        "if “10.0 million tonnes” was rounded up and “1.218 times as much” was rounded up"
    )


def test_a_figure_a_thousand_times_beyond_a_bound_has_the_wrong_scale(folder_of) -> None:
    folder = folder_of(
        identities="id  left  relation  right  why\nfarm  agri_turnover  <=  turnover  farm goods are goods",
        trade="""
            series         period           figure
            turnover       2024             $43.82 billion
            agri_turnover  2024-01/2024-09  $941 billion
            agri_turnover  2024             $1.4 billion
        """,
    )
    findings = audit(folder).findings
    assert [finding.causes[0].code for finding in findings] == [Cause.UNIT]
    assert findings[0].causes[0].text == "if “$941 billion” is a thousand times too large"


def test_a_growth_by_450_percent_may_be_one_to_450_percent(folder_of) -> None:
    folder = folder_of(
        trade="""
            statement  series        period  base  figure
            level      rail_tonnage  2015    .     7.089 million tons
            level      rail_tonnage  2024    .     32 million tons
            growth     rail_tonnage  2024    2015  grown by 450 percent
        """,
    )
    [finding] = audit(folder).findings
    assert finding.causes[0].code is Cause.WORDING
    assert finding.causes[0].text == "if “grown by 450 percent” means to so many percent, not by so many"


IN_SUM = """
    id   left      relation  right              why
    sum  turnover  =         exports + imports  both flows together
"""


def test_one_flow_told_as_both_mixes_them(folder_of) -> None:
    folder = folder_of(
        identities=IN_SUM,
        trade="""
            series    period  figure          source
            turnover  2022    $31.17 billion  s1
            exports   2022    $16.36 billion  s1
            turnover  2022    $16.4 billion   s2
        """,
    )
    [finding] = audit(folder).findings
    text = "if “$16.4 billion” is exports CN–KZ, of which others state the same"
    assert (finding.causes[0].code, finding.causes[0].text) == (Cause.MIX, text)


def test_all_amounts_of_a_source_may_have_the_wrong_scale(folder_of) -> None:
    """Either of the two alone would not fit the sum."""
    folder = folder_of(
        identities=IN_SUM,
        trade="""
            series    period  figure          source
            turnover  2022    $31.17 billion  s1
            turnover  2022    $31.17 billion  s3
            turnover  2022    $31.17 billion  s4
            exports   2022    $16.36 million  s2
            imports   2022    $14.81 million  s2
        """,
    )
    [finding] = audit(folder).findings
    assert finding.causes[0].text == "if each of the 2 figures of s2 is a thousand times too small"
    assert {claim.id for claim in finding.causes[0].claims} == {"c4", "c5"}


def test_who_names_an_authority_for_one_figure_only_counts_that_one_as_others_do(folder_of) -> None:
    """The other two figures of s2 might count something else: they are no part of what clashes."""
    folder = folder_of(
        trade="""
            series    statement  period  authority  figure           source
            turnover  level      2022    GACC       $31.17 billion   s1
            turnover  level      2022    GACC       $40 billion      s2
            turnover  level      1992    .          $368 million     s2
            turnover  level      2021    .          $25.25 billion   s2
        """,
        authorities=TWO_SIDES,
    )
    [finding] = audit(folder).findings
    assert {claim.id for claim in finding.claims} == {"c1", "c2"}
    assert not [cause for cause in finding.causes if cause.text.startswith("if each of")]


def test_who_names_no_authority_may_count_something_else_throughout(folder_of) -> None:
    folder = folder_of(
        trade="""
            series        statement  period  base  figure             source
            rail_tonnage  level      2024    .     65.5 million t     s1
            rail_tonnage  growth     2024    .     up 78.0 percent    s1
            rail_tonnage  level      2022    .     1.80 million t     s2
            rail_tonnage  multiple   2023    2022  11.9 times as much  s2
        """,
        authorities=NOBODY,
    )
    [finding] = audit(folder).findings
    assert "if each of the 2 figures of s2 counts something else than the others do" in [
        cause.text for cause in finding.causes
    ]


def test_no_office_counts_tonnes_that_nobody_names_for_them(folder_of) -> None:
    folder = folder_of(
        trade="""
            series        period  authority  figure          source
            rail_tonnage  2022    KTZ        23.2 million t  s1
            rail_tonnage  2022    .          16.5 million t  s2
        """,
    )
    [finding] = audit(folder).findings
    assert "REPORTER" not in [cause.code for cause in finding.causes]


def test_no_office_counts_money_that_no_office_revises(folder_of) -> None:
    folder = folder_of(
        trade="""
            series      period  figure          source
            fdi_inflow  2022    $1.81 billion   s1
            fdi_inflow  2022    $1.20 billion   s2
        """,
        series="""
            code        unit  kind  symmetric  negative  revision  en
            fdi_inflow  USD   flow  no         no        .         Investment
        """,
        authorities=TWO_SIDES,
    )
    [finding] = audit(folder).findings
    assert "REPORTER" not in [cause.code for cause in finding.causes]


def test_a_document_whose_other_figure_must_stay_mixes_books(folder_of) -> None:
    """The level is China's, as another page says too: the rate alone can be Kazakhstan's."""
    folder = folder_of(
        trade="""
            statement  period  authority  figure           source
            level      2023    GACC       $41.02 billion   s1
            growth     2023    GACC       up 32 percent    s1
            level      2023    BNS        $31.5 billion    s2
            growth     2023    BNS        up 30.2 percent  s2
            level      2023    .          $41.0 billion    s3
            level      2023    .          $41.0 billion    s4
            growth     2023    .          up 30.2 percent  s4
        """,
        authorities=TWO_SIDES,
    )
    [finding] = audit(folder).findings
    assert (finding.severity, finding.causes[0].code) == ("error", Cause.MIX)
    assert "REPORTER" not in [
        cause.code
        for cause in finding.causes
        if "“up 30.2 percent”" in cause.text and cause.code == "REPORTER"
    ]


def test_what_more_documents_state_is_settled(folder_of) -> None:
    """Two pages have 31.2 billion, one has 36: the growth that fits the two is not what clashes."""
    folder = folder_of(
        trade="""
            statement  period  figure           source
            level      2021    $25.24 billion   s1
            level      2022    $31.2 billion    s1
            level      2022    $31.2 billion    s2
            level      2022    $36.9 billion    s3
            growth     2022    up 23.6 percent  s4
            growth     2022    up 38 percent    s5
        """,
        authorities=NOBODY,
    )
    blamed = [{claim.id for claim in finding.causes[0].claims} for finding in audit(folder).findings]
    assert not any(claims & {"c1", "c2", "c3", "c5"} for claims in blamed)


def test_every_cause_says_how_far_the_others_are_from_the_figure(folder_of) -> None:
    folder = folder_of(
        trade="""
            period  figure          source
            2022    $3.117 billion  s1
            2022    $31.17 billion  s2
        """,
        authorities=NOBODY,
    )
    (finding,) = audit(folder).findings
    first = finding.causes[0]
    assert (first.code, first.text) == ("UNIT", "if “$3.117 billion” is ten times too small")
    assert first.size is not None
    assert first.size.lo == Fraction(31165, 3117500) * 1000 - 1


@pytest.mark.parametrize("seed", range(30))
def test_only_as_many_causes_as_are_named_are_tried_elsewhere(seed: int) -> None:
    random = Random(seed)
    old = fact(Statement.LEVEL, quantity(year=2022), Interval(Fraction(1), Fraction(2)))
    changes = [
        Change(
            Cause.TYPO,
            Fraction(random.randint(1, 4)),
            f"{number:02}",
            (old,),
            (),
            excuses=False,
            alone=number % 5 == 0,
        )
        for number in range(random.randint(0, 40))
    ]
    misfits = {change.text: random.choice((0, 0, 1, 2)) for change in changes}
    asked: list[str] = []
    named = most_plausible(changes, lambda change: asked.append(change.text) or misfits[change.text])
    ordered = sorted(changes, key=lambda one: (one.alone, misfits[one.text], one.cost, one.text))
    assert named == ordered[:MOST]
    assert len(set(asked)) == len(asked)
    needed = [text for text in asked if not misfits[text]]
    assert len(needed) <= MOST
