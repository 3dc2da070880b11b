"""Whose figure it is: who is said to count it, who is only spoken to or of, and how far what they say reaches."""

import pytest

from cnkz_stats.text.extract import extract


def authorities(text):
    return [one.authority for one in extract(text)]


NAMED = {
    "who says what stands before goes on behind a word for and": (
        "655,000 people visited Kazakhstan from China in 2024, 78% more than in 2023, the border service says, and the flow back was 800,000.",
        ["BORDER"] * 3,
    ),
    "a report is the railway's": (
        "The railway's annual report for 2023 shows transit of 22.9 million tonnes in all.",
        ["KTZ"],
    ),
    "his ministry is that of the minister": (
        "China will take 10 million tonnes of grain, the deputy minister of agriculture promised. In 2024 deliveries were 742,000 tonnes, says his ministry.",
        ["KZ-AGRI"] * 2,
    ),
    "who is interviewed goes on behind the books that he cites": (
        'The Chinese consul, interviewed in June 2018: "Trade was 18 billion dollars by Chinese reckoning. We have 52 projects in Kazakhstan."',
        ["GACC", "CN-GOV"],
    ),
    "a town is no president": (
        "Half of the forty container trains that left Xi'an in March went to Almaty.",
        ["", ""],
    ),
    "the committee is the one told of before": (
        "The committee on statistics of Kazakhstan says that trade with China was 24 billion dollars in 2022. Exports, the committee says, were 13 billion.",
        ["BNS", "BNS"],
    ),
    "a long speech is his who is named behind it": (
        '"Dear colleagues. The refinery will grow to 12 million tons a year. Wind farms with China will give the grid 1.5 GW. A solar plant will give 0.3 GW. They will cost 2 billion dollars. No questions." So spoke the energy minister.',
        ["KZ-GOV"] * 4,
    ),
    "each of two offices is behind its own figure": (
        "Fuel assemblies for China brought $51.1 million in 2022, the State Revenue Committee reports, and enriched uranium $68.3 million in 2024, according to Chinese customs.",
        ["KGD", "GACC"],
    ),
    "a person named with an office is that office later, by the name alone": (
        "Заместитель министра транспорта Казахстана Максат Ахметов открыл терминал. Эксперты сомневались. По словам Ахметова, в 2024 году между странами перевезено 32 млн тонн грузов.",
        ["KZ-TRANSPORT"],
    ),
    "a name may stand before its office": (
        "Marat Omarov, vice minister of transport of Kazakhstan, opened the terminal. Rail freight with China reached 32 million tons, Omarov said.",
        ["KZ-TRANSPORT"],
    ),
    "a company that is to build it does not tell it": (
        "Китайская компания построит станцию на 300 МВт, сообщил министр энергетики.",
        ["KZ-GOV"],
    ),
    "the diplomat is the envoy, even if he cited the customs": (
        "Посол Китая привёл данные таможни: товарооборот с Казахстаном в 2022 году — 31 млрд долларов. Дипломат добавил, что действуют 52 совместных проекта.",
        ["GACC", "CN-GOV"],
    ),
    "a source between commas may lead to the next figure": (
        "Посол КНР напомнил: в 1992 году торговля с Казахстаном составила 368 млн долларов, а в 2022-м, согласно данным таможни КНР, достигла 31 млрд долларов.",
        ["CN-GOV", "GACC"],
    ),
    "the name of an office alone heads what follows": (
        "Правительство Казахстана, май 2019 года. В списке совместных проектов с Китаем 55 проектов.",
        ["KZ-GOV"],
    ),
    "a question leads to what nobody has told": (
        "В 2023 году, по данным правительства, в Китай летали 27 рейсов в неделю. Кто учится? В КНР более 4 тыс. казахстанских студентов.",
        ["KZ-GOV", ""],
    ),
    "a verb with that tells, whichever it is": (
        "Министр торговли заключил, что товарооборот с Китаем составил 31 млрд долларов.",
        ["KZ-GOV"],
    ),
    "who is named at the end of a quotation says all of it, whoever spoke before": (
        "Xi said that ties are strong. “The sides implement 52 joint projects. Much is to come,” Tokayev said.",
        ["KZ-GOV"],
    ),
    "who is only visited says nothing": (
        "He also mentioned Xi's state visit. The sides implement 52 joint projects with China.",
        [""],
    ),
    "a company with its name speaks, not the one before": (
        "国铁集团统计显示,中欧班列超1.9万列。新疆中联海通国际货运代理有限公司经理说,该公司已代理班列2000余列。",
        ["CR", "COMPANY"],
    ),
    "the head of a port's base speaks for the firm": (
        "The logistics base in Lianyungang has handled 70,000 TEU in 2024, its director Liu told reporters.",
        ["COMPANY"],
    ),
    "an office's person is the office": (
        "Head of the statistics bureau Omarov says trade with China reached $31 billion in 2022.",
        ["BNS"],
    ),
    "somebody in an office speaks for the office": (
        "Kazakh Invest's regional director says China has 52 joint projects in the country.",
        ["KZ-GOV"],
    ),
    "a railway tells of what it carries": (
        "The national company carried 32 million tons between China and Kazakhstan in 2024.",
        ["KTZ"],
    ),
    "a count behind one figure is not that of those before it": (
        "The prime minister set a goal: trade with China of $100 billion by 2030, against $43.8 billion in 2024 as China counts it.",
        ["KZ-GOV", "GACC"],
    ),
    "who is addressed answers": (
        "QUESTION: Mr Ambassador, how large is our trade?\nANSWER: Trade between our countries was $19.9 billion in 2018.",
        ["CN-GOV"],
    ),
    "an envoy posted somewhere is still his country's": (
        "Speech of the Kazakh ambassador in Beijing. Trade with China reached $24 billion in 2022.",
        ["KZ-GOV"],
    ),
    "who is quoted tells of long ago, too": (
        '"Our trade was $41 billion in 2023," said the Chinese ambassador. "It was $368 million in 1992."',
        ["CN-GOV", "CN-GOV"],
    ),
    "a railway that tells of ports goes on with them": (
        "China Railway says 16,400 trains passed the rail ports of Xinjiang in 2024. Khorgos had 8,000 trains.",
        ["CR", "CR"],
    ),
    "an embassy is of the country named beside it": (
        "Trade reached $31 billion in 2022, the Kazakh embassy in China said.",
        ["KZ-GOV"],
    ),
    "an ambassador is not of the country in which he is posted": (
        "Товарооборот достиг 31 млрд долларов, сообщил посол в Китае.",
        ["KZ-GOV"],
    ),
    "a side's figures are its statistics, not its government's": (
        "Қытай тарапының дерегі бойынша сауда 10,3 млрд долларға жетті.",
        ["GACC"],
    ),
    "our figures are those of whose ambassador speaks": (
        "Қытай елшісі: «Біздің деректер бойынша, Қытаймен сауда 31,2 миллиард долларға жетті».",
        ["GACC"],
    ),
    "who interrupts a quotation tells both parts of it": (
        "«Қытаймен сауда 140,6 млрд юаньға жетті, – деді кеден өкілі, – экспорт 43 млрд юань болды».",
        ["GACC", "GACC"],
    ),
    "how far two books are apart is in neither of them": (
        "中方统计，2023年中哈贸易额410亿美元；哈方统计为315亿美元，两者相差约95亿美元。",
        ["GACC", "BNS", ""],
    ),
    "a railway is the same in Taiwan": (
        "哈薩克國家鐵路公司表示，2024年與中國方向的鐵路貨運量達3200萬噸。",
        ["KTZ"],
    ),
    "the head of the works speaks for the company": (
        "Бас инженердің айтуынша, жел стансалары 843 млн кВт·сағ ток берді.",
        ["COMPANY"],
    ),
    "two countries beside an ambassador: his own and the one where he is": (
        "据哈萨克斯坦驻中国大使介绍，2022年双边贸易额为310亿美元。",
        ["KZ-GOV"],
    ),
    "a ministry of China is its government": (
        "ҚХР Көлік министрлігінің мәліметінше, 31 млн тонна жүк тасылды.",
        ["CN-GOV"],
    ),
    "offices of other countries count for nobody": (
        "Trade with China reached $31 billion, according to Kyrgyz customs officials.",
        [""],
    ),
    "Kazakhstan's customs are its revenue committee": (
        "По данным казахстанской таможни, ввезено 45 тысяч автомобилей из Китая.",
        ["KGD"],
    ),
    "the statistics of the customs are the customs'": (
        "По данным китайской таможенной статистики, товарооборот достиг 14,3 млрд долларов.",
        ["GACC"],
    ),
    "figures that a country released are its books": (
        "Figures released by Beijing put trade with Kazakhstan at $41 billion.",
        ["GACC"],
    ),
    "each of two counts has its own": (
        "Trade was $24 billion by the Kazakh count and $31 billion by Chinese customs.",
        ["BNS", "GACC"],
    ),
    "a railway that only carries does not take what another one reports": (
        "Cargo between Kazakhstan and China railways reached 28 million tons, KTZ reported.",
        ["KTZ"],
    ),
    "those spoken to are no source": (
        "Trade with China reached $31 billion, the prime minister told the council.",
        ["KZ-GOV"],
    ),
    "a visit is no source": (
        "Си Цзиньпиннің сапары қарсаңында Тоқаев сауданы 100 миллиард долларға жеткізуге болатынын айтты.",
        ["KZ-GOV"],
    ),
    "a port that reports is the company that runs it": (
        "霍尔果斯铁路口岸称，2021年通行班列6000多列。",
        ["COMPANY"],
    ),
    "a port that is only told of reports nothing": (
        "Khorgos counted 1,848 trains in the first quarter of 2024.",
        [""],
    ),
    "his press service is that of him who was named": (
        "The Kazakh president goes home with 47 documents signed with China, his press service said.",
        ["KZ-GOV"],
    ),
    "what is estimated at a plant is not what the plant estimates": (
        "Министр сообщил, что строительство завода с Китаем оценивается в 27 млрд долларов.",
        ["KZ-GOV"],
    ),
    "who is posted in a capital is not that capital": (
        "The Kazakh ambassador in Beijing said that 52 projects with China are under way.",
        ["KZ-GOV"],
    ),
    "a Chinese name stands before the title": (
        "李强总理表示，2023年中哈贸易额达410亿美元。",
        ["CN-GOV"],
    ),
    "a source in brackets": (
        "52 projects with China are under way (source: the energy ministry).",
        ["KZ-GOV"],
    ),
    "the head of a port speaks for the company": (
        "3,000 trains between China and Europe passed in 2025, the head of the Khorgos dry port said.",
        ["COMPANY"],
    ),
    "what is wrong at an office is not its report": (
        "Президент кедендегі олқылықты айтты: 2021 жылы Қытаймен сауда 17 млрд доллар болды.",
        ["KZ-GOV"],
    ),
    "a port that reports at the end of the sentence": (
        "Құрғақ порт жыл басынан 324 мың ЖФЭ өңдегенін хабарлады.",
        ["COMPANY"],
    ),
    "he who cites statistics cites those of his country": (
        "哈方官员援引统计数字表示，前10个月中哈贸易额197亿美元。",
        ["BNS"],
    ),
    "a source of the last of several figures is that of none before it": (
        "经哈萨克斯坦过境的集装箱：2019年66.4万标箱；2023年，据哈铁，102.8万标箱。",
        ["", "KTZ"],
    ),
    "others who are named": (
        "另据西部管道公司，2019年中亚管道来气230.28亿立方米。",
        ["COMPANY"],
    ),
    "who says it refers to who counted it": (
        "Wheat supplies to China grew to 600,000 tons in 2022, the Grain Union says, referring to KTZ.",
        ["KTZ"],
    ),
    "who is met tells nothing": (
        "After talks with the transport minister 52 projects with China are under way.",
        [""],
    ),
    "a capital that names a goal is its government": (
        "Для всего региона Пекин назвал 70 млрд долларов торговли к 2030 году.",
        ["CN-GOV"],
    ),
    "an office of a country is its government, whichever it is": (
        "By 2016 the Chinese planning commission counted 51 projects in Kazakhstan.",
        ["CN-GOV"],
    ),
    "a paper of an office tells its figures": (
        "A Kazakh deputy minister's paper of 2019 has 55 projects with China.",
        ["KZ-GOV"],
    ),
    "who stands behind what he says": (
        "Проект с Китаем оценивает в 7,4 млрд долларов министр энергетики; мощность он назвал 1,25 млн тонн.",
        ["KZ-GOV", "KZ-GOV"],
    ),
    "the article is no part of an office's name": (
        "Farm trade with China was worth 1.3 billion dollars, said the minister of agriculture.",
        ["KZ-AGRI"],
    ),
    "those who plan speak": (
        "В 2020 году оператор сухого порта рассчитывал принять 540 тыс. контейнеров.",
        ["COMPANY"],
    ),
}
ON = {
    "he is the person named before, though he had said nothing yet": (
        "The consul general of China is fond of figures. Trade with Kazakhstan has grown nearly 70 times, he likes to say.",
        ["CN-GOV"],
    ),
    "he who cites an office tells himself what it cannot count": (
        "Посол Китая привёл данные таможни: товарооборот с Казахстаном — 31 млрд долларов. Студентов, по его словам, 14 тысяч.",
        ["GACC", "CN-GOV"],
    ),
    "who is interviewed gives all the answers": (
        'Questions for the Chinese ambassador in Astana\nHow was last year? "Our turnover went past 31 billion dollars."\nAnd on the rails? "23 million tons."',
        ["CN-GOV", "CN-GOV"],
    ),
    "who answers once answers on": (
        "Вопрос. Сколько перевезли? Ответ КТЖ. 7 млн тонн грузов. Вопрос. А в Китай? Ответ. 4 млн тонн.",
        ["KTZ", "KTZ"],
    ),
    "who was interviewed may be told at the end": (
        "问：去年成绩如何？\n答：2018年中哈双边贸易额达198.8亿美元。\n问：您来这里几年了？\n答：这是我第三次以大使身份接受贵报专访。",
        ["CN-GOV"],
    ),
    "an office that is interviewed answers on in every paragraph": (
        "海关总署就中国—中亚贸易回答媒体提问\n\n问：规模如何？\n答：2024年达到6741.5亿元。",
        ["GACC"],
    ),
    "a figure of long ago is not of who told a goal far ahead": (
        "19 April 2024. The operator confirmed a capacity of 1.25 million tons a year by 2029 for the plant built with China. In 2024 the cost is put at 7.7 billion dollars.",
        ["COMPANY", "COMPANY"],
    ),
    "somebody of no office who is quoted interrupts": (
        "The border inspection station says 2.06 million people crossed at Horgos in 2024. “I come for fur,” laughs and says Gulnara. Trains of the China-Europe service numbered 1,848.",
        ["BORDER", ""],
    ),
    "a company that tells of itself does not go on to tell of the trade of countries": (
        "企业负责人说，园区年加工油料能力为30万吨。2022年中哈农产品贸易额为9.3亿美元。",
        ["COMPANY", ""],
    ),
    "whose column it is is said above it": (
        "大使专栏（2019年12月16日）\n\n进博会闭幕已一月有余，现场签下对华出口合同1.6亿美元。\n\n2018年中哈贸易额为198.8亿美元。",
        ["CN-GOV", "CN-GOV"],
    ),
    "a ministry whose name is in no list": (
        "哈萨克斯坦投资和发展部答复时列出数据。2015年过境集装箱21.2万标箱。",
        ["KZ-GOV"],
    ),
    "who is named before a list tells all of it": (
        "Үкімет мәліметінше, Қазақстан арқылы контейнер транзиті:\n\n2015 жылы – 212 мың ЖФЭ\n2016 жылы – 245 мың ЖФЭ",
        ["KZ-GOV", "KZ-GOV"],
    ),
    "whose letter it is is named behind the greeting": (
        "Уважаемые партнёры!\n\nЛогистическая база в Ляньюньгане благодарит вас. С 2014 года через наши склады прошло 26,62 млн тонн грузов.",
        ["COMPANY"],
    ),
    "the company is the one that spoke before": (
        "В 2024 году, сообщает КТЖ, перевезено 32 млн тонн. По данным компании, в Китай ушло 13 млн тонн.",
        ["KTZ", "KTZ"],
    ),
    "somebody who works at an office, and his papers": (
        "A clerk in the Kazakh government office keeps the boxes. His sheet for container transit says: 212,000 TEU in 2015.",
        ["KZ-GOV"],
    ),
    "an office that comes up later does not end what goes on before it": (
        "材料来自哈农业部，2023年谷物对华出口140万吨。今年前9个月，谷物又运出110万吨，农业部还同多家中国企业签下10亿美元的协议。",
        ["KZ-AGRI", "KZ-AGRI", "KZ-AGRI"],
    ),
    "a report by an office is no other report": (
        "From a report by the Bureau of National Statistics:\n\n- trade with China came to 41 billion dollars in 2023;\n- in 2022 it was 31 billion dollars.",
        ["BNS", "BNS"],
    ),
    "by whom the figures were given is said behind them": (
        "52 projects with China are under way. 45 projects of them are new. These figures were given by the energy ministry.",
        ["KZ-GOV", "KZ-GOV"],
    ),
    "where data come from is no place": (
        "2024年中哈铁路货运量达3200万吨。以上数据来自哈铁。",
        ["KTZ"],
    ),
    "an akim tells of his region alone": (
        "In Aktobe region six projects with China are under way, the akim said. In Atyrau 14 projects are.",
        ["KZ-GOV", ""],
    ),
    "an akim may tell of his neighbours": (
        "Актюбинский аким: с Китаем идут шесть проектов. В соседней Западно-Казахстанской области — 14 проектов.",
        ["KZ-GOV", "KZ-GOV"],
    ),
    "the customs of one port count nothing at another": (
        "阿拉山口海关统计，2020年进出境中欧班列3554列。霍尔果斯口岸出境班列3688列。",
        ["GACC", ""],
    ),
    "an item of a list that names its own source leaves the next one without": (
        "* KTZ: rail freight with China at 35.6 million tonnes in 2025\n* Altynkol: 3,589 trains in all of 2025",
        ["KTZ", ""],
    ),
    "a goal is in no statistics": (
        "По данным таможни КНР, торговля с Казахстаном достигла 41 млрд долларов. Цель – 100 млрд долларов.",
        ["GACC", ""],
    ),
    "who owns a firm is nobody's report": (
        "The operator says the dry port lifted 80,000 TEU in 2016. Since then 49% of the shares have been in Chinese hands.",
        ["COMPANY", ""],
    ),
    "he who spoke before goes on": (
        "The transport minister opened the forum.\n\nRail freight with China reached 28 million tons, he said.",
        ["KZ-TRANSPORT"],
    ),
    "the minister is the one named before": (
        "The agriculture minister came. Farm trade with China rose by 5.6 percent, the minister said.",
        ["KZ-AGRI"],
    ),
    "what was reported stands before": (
        "Экспорт зерна в Китай вырос на 30%. Об этом сообщает пресс-служба Минсельхоза.",
        ["KZ-AGRI"],
    ),
    "who is named at the end of a quotation said all of it": (
        "Trade is growing. «We have 45 projects worth $14.5 billion. There are 4,700 joint companies,» said Tokayev.",
        ["KZ-GOV", "KZ-GOV", "KZ-GOV"],
    ),
    "statistics go on in the next paragraph, speeches do not": (
        "По данным КТЖ, в Китай перевезено 13 млн тонн.\n\nИмпорт вырос на 5%.\nПо словам посла, торговля — 41 млрд долларов.\n\nВ Китай продано на 15 млрд.",
        ["KTZ", "KTZ", "CN-GOV", ""],
    ),
    "a speaker named for one figure only is not that of the next sentence": (
        "In 2015 the dry port moved 20,000 TEU, and the owner wanted 150,000 TEU. In 2024 it moved 324,000 TEU.",
        ["", "COMPANY", ""],
    ),
    "what a port's guards count now is not what was long ago": (
        "据边检站，2022年巴克图口岸货物26.5万吨。2012年为7.64万吨。",
        ["BORDER", ""],
    ),
    "statistics keep long series": (
        "据海关统计，2024年中哈贸易额438亿美元。2012年为257亿美元。",
        ["GACC", "GACC"],
    ),
}


@pytest.mark.parametrize(("text", "told"), NAMED.values(), ids=NAMED)
def test_who_counts_is_told_by_the_sentence(text, told):
    assert authorities(text) == told


@pytest.mark.parametrize(("text", "told"), ON.values(), ids=ON)
def test_how_far_what_somebody_says_reaches(text, told):
    assert authorities(text) == told


FRAMES = {
    "en": [
        "According to {0}, {1}.",
        "{1}, {0} said.",
        "Data from {0} show that {1}.",
        "{0}: {1}.",
        "“{1},” {0} told reporters.",
        "{1}, a news agency reported citing {0}.",
        "{1}. This was reported by {0}.",
    ],
    "ru": [
        "{0} сообщает, что {1}.",
        "{1}, заявил {0}.",
        "Как отметил {0}, {1}.",
        "{0}: {1}.",
        "«{1}», — сказал {0}.",
        "{1}. Об этом сообщает {0}.",
    ],
    "zh": [
        "据{0}，{1}。",
        "{0}表示，{1}。",
        "{1}，{0}说。",
        "记者从{0}获悉，{1}。",
        "{0}公布的数据显示，{1}。",
        "“{1}。”{0}说。",
    ],
    "kk": [
        "{0} мәліметінше, {1}.",
        "{1}, деп хабарлады {0}.",
        "{0} {1} деп мәлімдеді.",
        "{0}: {1}.",
        "«{1}», – деді {0}.",
        "{1}. Бұл туралы {0} хабарлады.",
    ],
}
TRADE = {
    "en": "trade with China reached $31 billion",
    "ru": "товарооборот с Китаем достиг 31 млрд долларов",
    "zh": "中哈贸易额达310亿美元",
    "kk": "Қытаймен сауда 31 млрд долларға жетті",
}
OFFICES = {
    "en": {
        "Chinese customs": "GACC",
        "the Bureau of National Statistics": "BNS",
        "Prime Minister Bektenov": "KZ-GOV",
        "the ambassador of China": "CN-GOV",
        "Premier Li Qiang": "CN-GOV",
        "an analyst": "",
    },
    "ru": {
        "ГТУ КНР": "GACC",
        "QazTrade": "BNS",
        "вице-премьер": "KZ-GOV",
        "глава МИД КНР Ван И": "CN-GOV",
        "эксперт": "",
    },
    "zh": {
        "海关总署": "GACC",
        "哈国家统计局": "BNS",
        "哈外交部": "KZ-GOV",
        "中国驻哈萨克斯坦大使": "CN-GOV",
        "专家": "",
    },
    "kk": {
        "Қытай кедені": "GACC",
        "Ұлттық статистика бюросы": "BNS",
        "Премьер-министр": "KZ-GOV",
        "ҚХР Сыртқы істер министрлігі": "CN-GOV",
        "Қытай Коммерция министрлігінің ресми өкілі": "CN-GOV",
        "Сыртқы істер министрлігінің ресми өкілі": "KZ-GOV",
        "сарапшы": "",
    },
}


@pytest.mark.parametrize(
    ("lang", "frame", "office"),
    [(lang, frame, office) for lang in FRAMES for frame in FRAMES[lang] for office in OFFICES[lang]],
)
def test_every_way_of_naming_a_source_is_one_for_every_office(lang, frame, office):
    assert authorities(frame.format(office, TRADE[lang])) == [OFFICES[lang][office]]
