"""Chinese wordings: whose a figure is, when it was, and what else its words say."""

import pytest

from cnkz_stats.text.extract import extract


def told(text):
    return [
        " ".join(filter(None, (one.span, one.statement, one.series, one.period, one.authority)))
        for one in extract(text)
    ]


TEXTS = [
    (
        "截至2021年12月13日，新疆两大铁路口岸当年通行的中欧班列突破11500列。",
        ["11500列 level china_europe_trains 2021-01-01/2021-12-13"],
    ),
    (
        "10月27日，随着X8157次列车驶出国门，霍尔果斯口岸2025年通行的中欧班列突破8000列。",
        ["8000列 level china_europe_trains 2025-01-01/2025-10-27"],
    ),
    (
        "2024年5月20日讯　自2023年11月10日至今年4月1日，访哈的中国公民有12.6万人。",
        ["12.6万人 level visitors 2023-11-10/2024-04-01"],
    ),
    (
        "截至2025年11月10日的两年，边检站查验往来中哈旅客464万人次。",
        ["464万人次 level border_crossings 2023-11-10/2025-11-10 BORDER"],
    ),
    (
        "中哈原油管道2006年投产。2009年经该管道进口原油773万吨，投产以来累计突破2000万吨。2019年输送1088万吨，累计超1.3亿吨。",
        [
            "773万吨 level oil_pipeline 2009",
            "2000万吨 level oil_pipeline 2006/2009",
            "1088万吨 level oil_pipeline 2019",
            "1.3亿吨 level oil_pipeline 2006/2019",
        ],
    ),
    (
        "2024年中哈贸易额超过400亿美元，而1992年只有4亿美元，三十多年扩大到100倍。",
        ["400亿美元 level turnover 2024", "4亿美元 level turnover 1992", "100倍 multiple turnover 2024"],
    ),
    (
        "过境集装箱运量（哈投资发展部，2018年11月19日）\n\n2017年：34.75万标箱，增长41%",
        [
            "34.75万标箱 level container_transit 2017 KZ-GOV",
            "41% growth container_transit 2017 KZ-GOV",
        ],
    ),
    (
        "粮食方面，2023年对华发运140万吨，今年前9个月已有110万吨。",
        ["140万吨 level grain_exports 2023", "110万吨 level grain_exports"],
    ),
    (
        "中国大使2023年4月说，去年中哈贸易额310亿美元。另有资料显示，农产品贸易额9.3亿美元。",
        ["310亿美元 level turnover 2022 CN-GOV", "9.3亿美元 level agri_turnover 2022"],
    ),
    (
        "该部计划，2020/21销售年度（7月至次年6月）输华小麦和面粉达到50万吨。",
        ["50万吨 target grain_exports 2020-07/2021-06 KZ-GOV"],
    ),
    (
        "该公司现有员工十万余人。哈铁说，2024年对华铁路出口1370万吨。",
        ["1370万吨 level rail_exports 2024 KTZ"],
    ),
]


@pytest.mark.parametrize(("text", "figures"), TEXTS, ids=[text for text, _ in TEXTS])
def test_chinese_says_what_a_figure_is_about(text, figures):
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("2023年农产品出口额几乎是上一年的两倍", "nearly"),
        ("2005年中哈贸易额超过了原定的50亿美元目标", "exact"),
        ("2005年中哈贸易额超过了50亿美元", "over"),
    ],
)
def test_a_hedge_in_chinese_reaches_past_what_is_compared_with_not_past_what_was_known(text, hedge):
    assert [one.hedge.value for one in extract(text)] == [hedge]
