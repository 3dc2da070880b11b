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
        "哈铁发言人12月3日说，2024年对华铁路出口1370万吨。发言人补充，自华进口增长5%。",
        ["1370万吨 level rail_exports 2024 KTZ", "5% growth rail_imports 2024 KTZ"],
    ),
    (
        "主持人：先请哈方大使讲讲旅游。\n大使：2023年，来哈萨克斯坦的中国游客达18.2万。",
        ["18.2万 level visitors 2023 KZ-GOV"],
    ),
    (
        "哈国贸易部长沙卡利耶夫在北京说，2023年双边贸易额315亿美元。谈到出口，沙卡利耶夫说是147亿美元。",
        ["315亿美元 level turnover 2023 KZ-GOV", "147亿美元 level exports 2023 KZ-GOV"],
    ),
    (
        "2022年通行中欧班列13026列，比上年多通行了815列；口岸日均通行36列。",
        ["13026列 level china_europe_trains 2022", "815列 change china_europe_trains 2022"],
    ),
    (
        "农业部副部长说，2025年1月至8月对华农产品出口额10.2亿美元。副部长还说，今年共有28种产品获准输华。",
        ["10.2亿美元 level agri_exports 2025-01/2025-08 KZ-AGRI", "28种 level agri_protocols KZ-AGRI"],
    ),
    (
        "问：哈中原油管道2023年运了多少？\n答：1118万吨。\n——哈能源部油气司司长答本网问",
        ["1118万吨 level oil_pipeline 2023 KZ-GOV"],
    ),
    (
        "2024年一至三季度，双边贸易额320亿美元；二〇二三年为410亿美元。",
        ["320亿美元 level turnover 2024-01/2024-09", "410亿美元 level turnover 2023"],
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
