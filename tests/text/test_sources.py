"""Sources that no list has, and sources named only beside another one: by form, by contrast, by what came before."""

import pytest

from cnkz_stats.text.extract import extract


def authorities(text):
    return [one.authority for one in extract(text)]


BY_FORM = {
    "slides of an office head what they show": (
        "Slides of Kazakhstan's vice-minister of investments, 19 November 2018. Container transit through the country reached 245,000 TEU in 2016, 15% more than in 2015.",
        ["KZ-GOV", "KZ-GOV"],
    ),
    "slides in Chinese": (
        "哈萨克斯坦投资部副部长演示文稿，2018年11月19日。2016年经哈过境集装箱24.5万标箱。",
        ["KZ-GOV"],
    ),
    "whose speech it is, although its heading names the country": (
        "Выступление президента Казахстана\n\nНаша торговля с Китаем достигла 43 млрд долларов.\n\nМы доведём её до 100 млрд долларов.",
        ["KZ-GOV", "KZ-GOV"],
    ),
    "somebody of no office adds something": (
        "The president said trade with China passed $41 billion. A trade newsletter adds that 1,848 China-Europe trains used Khorgos.",
        ["KZ-GOV", ""],
    ),
    "those who only expect something are no office": (
        "Министерство транспорта насчитало 2,3 млн тонн по Среднему коридору. К 2030 году, ждут эксперты, маршрут пропустит 10 млн тонн.",
        ["KZ-TRANSPORT", ""],
    ),
    "the media write": (
        "Президент Қытаймен сауда 41 миллиард доллардан асқанын мәлімдеді. Бұқаралық ақпарат құралдары айналым 100 есе өскенін жазды.",
        ["KZ-GOV", ""],
    ),
    "what both leaders want is told by neither": (
        "По данным правительства, торговля с Китаем — 31 млрд долларов. Лидеры двух стран договорились довести её до 40 млрд долларов.",
        ["KZ-GOV", ""],
    ),
    "who tells what both leaders want": (
        "The president said the two leaders want to double the $41 billion of trade with China.",
        ["KZ-GOV", "KZ-GOV"],
    ),
    "a base for goods reports": (
        "中哈（连云港）物流合作基地公布，自2014年启用至2024年，基地累计进出库货物3752万吨。",
        ["COMPANY"],
    ),
    "the head of a dry port": (
        "«Қорғас – Шығыс қақпасы» құрғақ портының басшысы былтыр терминалда 80 мың ЖФЭ, биыл 45 мың ЖФЭ контейнер өңделгенін айтты.",
        ["COMPANY", "COMPANY"],
    ),
    "a firm that takes part says nothing": (
        "CNPC қатысатын Шымкент мұнай зауытын кеңейту жобасы да бар: әрқайсысы 6 млн тоннадан екі желі, барлығы 12 млн тонна.",
        ["", ""],
    ),
    "a plant in a region that puts its cost at so much is not the country": (
        "The company building the Atyrau polyethylene plant with Sinopec puts its cost at about $7.7 billion.",
        ["COMPANY"],
    ),
    "a meeting at which somebody speaks is no meeting with him": (
        "At a government meeting the minister of transport presented results: rail freight with China rose to 32 million tonnes in 2024.",
        ["KZ-TRANSPORT"],
    ),
    "two of both countries who speak together": (
        "Глава Казахстана и председатель КНР обсудили торговлю: за 2024 год она составила 43,8 млрд долларов.",
        [""],
    ),
    "a firm that expects something": (
        "Kazatomprom expects to deliver 40 percent of its uranium to China.",
        ["COMPANY"],
    ),
    "what a firm does not tell when the text turns to something else": (
        "中石油西部管道公司称，2019年原油管道输油1088.27万吨。天然气方面，截至2017年，经哈过境输往中国的天然气累计1830亿立方米。",
        ["COMPANY", ""],
    ),
    "a name in Latin letters where all is in Latin ones": (
        "2022 jylǵy 29 qarashada QazTrade ortalyǵy Qytaımen saýda týraly baıandady. Onyń málimetinshe, 2021 jyly taýar aınalymy 18 mlrd dollarǵa jetti.",
        ["BNS"],
    ),
}
BY_CONTRAST = {
    "the other side's count, by its adjective alone": (
        "Trade with China was $30 billion by the Kazakh count and $43.8 billion by the Chinese one.",
        ["BNS", "GACC"],
    ),
    "the same with the preposition": (
        "По казахстанской статистике торговля с Китаем составила 30 млрд долларов, по китайской — 43,8 млрд.",
        ["BNS", "GACC"],
    ),
    "the same as the subject": (
        "Китайская статистика даёт 43,8 млрд долларов торговли с Казахстаном, казахстанская — 30 млрд.",
        ["GACC", "BNS"],
    ),
    "the same in Chinese": (
        "哈方统计2024年中哈贸易额300亿美元，中方则为438亿美元。",
        ["BNS", "GACC"],
    ),
    "the same as a question": (
        "What do the Chinese books say? $43.8 billion of trade with Kazakhstan. And the Kazakh ones? $30 billion.",
        ["GACC", "BNS"],
    ),
    "who says the next figure by the same verb": (
        "The premier spoke of $31 billion of trade with China, the Chinese ambassador of $41 billion.",
        ["KZ-GOV", "CN-GOV"],
    ),
    "who says the next figure behind a dash": (
        "Премьер говорил о 31 млрд долларов торговли с Китаем, посол КНР — о 41 млрд.",
        ["KZ-GOV", "CN-GOV"],
    ),
    "who is cited, not who cites, though both count": (
        "Citing KTZ, the transport minister said rail freight with China had reached 32 million tons.",
        ["KTZ"],
    ),
}
BEFORE = {
    "the same statistics are those that counted, not who spoke since": (
        "Торговля с Казахстаном достигла 43,8 млрд долларов, сообщило ГТУ КНР. Ориентир в 70 млрд долларов к 2030 году назвал Си Цзиньпин. В 2023 году, по той же статистике, было 41 млрд долларов.",
        ["GACC", "CN-GOV", "GACC"],
    ),
    "the same source gives another figure": (
        "Trade with Kazakhstan was $43.8 billion in 2024, Chinese customs reported. Xi named a goal of $70 billion. The same source gives $41 billion for 2023.",
        ["GACC", "CN-GOV", "GACC"],
    ),
    "the same statistics in Chinese": (
        "据海关统计，2024年中哈贸易额438亿美元。习近平提出700亿美元的目标。据同一统计，2023年为410亿美元。",
        ["GACC", "CN-GOV", "GACC"],
    ),
}


@pytest.mark.parametrize(("text", "told"), BY_FORM.values(), ids=BY_FORM)
def test_a_source_is_told_by_the_form_of_its_name(text, told):
    assert authorities(text) == told


@pytest.mark.parametrize(("text", "told"), BY_CONTRAST.values(), ids=BY_CONTRAST)
def test_a_source_may_be_named_by_contrast_alone(text, told):
    assert authorities(text) == told


@pytest.mark.parametrize(("text", "told"), BEFORE.values(), ids=BEFORE)
def test_a_source_may_be_the_one_before(text, told):
    assert authorities(text) == told
