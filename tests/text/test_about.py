"""What a figure is about: told by its own words, by what still holds of those before, and by who speaks."""

import pytest

from cnkz_stats.text.extract import extract


def about(text):
    return [(one.span, one.series, one.area, one.partner, one.scope, one.authority) for one in extract(text)]


TEXTS = {
    "a rate is one of the amount that it leads to": (
        "In 2018 cargo through the port of Horgos rose 12 percent to 7.5 million tons and its value 9 percent to 23.9 billion yuan.",
        [
            ("12 percent", "port_freight", "CN", "", "Khorgos", ""),
            ("7.5 million tons", "port_freight", "CN", "", "Khorgos", ""),
            ("9 percent", "port_trade_value", "CN", "", "Khorgos", ""),
            ("23.9 billion yuan", "port_trade_value", "CN", "", "Khorgos", ""),
        ],
    ),
    "whose exports they are may be told behind": (
        "Chinese customs data show turnover with Kazakhstan of $41 billion in 2023, of which $16.3 billion was Kazakh exports and $24.7 billion Chinese goods.",
        [
            ("$41 billion", "turnover", "CN", "KZ", "", "GACC"),
            ("$16.3 billion", "exports", "KZ", "CN", "", "GACC"),
            ("$24.7 billion", "imports", "KZ", "CN", "", "GACC"),
        ],
    ),
    "Chinese deliveries to all of the region are China's exports": (
        "China traded $89.4 billion with Central Asia in 2023. Chinese deliveries to the region made up $61.4 billion.",
        [
            ("$89.4 billion", "turnover", "CN", "143", "", ""),
            ("$61.4 billion", "exports", "CN", "143", "", ""),
        ],
    ),
    "deliveries are those of the goods told before": (
        "China bought 1.2 million tonnes of Kazakh grain in 2023. In 2024 deliveries were 742,000 tonnes.",
        [
            ("1.2 million tonnes", "grain_exports", "KZ", "CN", "", ""),
            ("742,000 tonnes", "grain_exports", "KZ", "CN", "", ""),
        ],
    ),
    "each side has imports of its own": (
        "China put exports to Kazakhstan in 2023 at $24.7 billion; Kazakhstan registered imports of 16.8 billion.",
        [
            ("$24.7 billion", "imports", "KZ", "CN", "", "GACC"),
            ("16.8 billion", "imports", "KZ", "CN", "", "BNS"),
        ],
    ),
    "40 billion is no trade in farm goods": (
        "Kazakh farm exports to China rose by 24% in 2023. Both governments want $40 billion by 2030.",
        [("24%", "agri_exports", "KZ", "CN", "", ""), ("$40 billion", "turnover", "CN", "KZ", "", "")],
    ),
    "a book told behind the gap of two books": (
        "The books on imports from China for 2021 differ by $5.7 billion. The Chinese customs total is $25.2 billion.",
        [
            ("$5.7 billion", "mirror_gap", "CN", "KZ", "", ""),
            ("$25.2 billion", "turnover", "CN", "KZ", "", "GACC"),
        ],
    ),
    "freight behind trains that pass through goes both ways": (
        "KTZ counted 1,210 container trains from China to Europe in 2016. The plan for freight with China is 9 million tons.",
        [
            ("1,210 container trains", "container_trains", "KZ", "", "", "KTZ"),
            ("9 million tons", "rail_tonnage", "CN", "KZ", "", "KTZ"),
        ],
    ),
    "a part of a company is owned": (
        "In May 2017 COSCO bought 49 per cent of the dry port at Khorgos.",
        [("49 per cent", "ownership_share", "CN", "KZ", "", "")],
    ),
    "his country is the speaker's": (
        "China's trade with Central Asia was 95 billion dollars in 2024, the Kazakh president said. Chinese investment in his country has exceeded 26 billion dollars.",
        [
            ("95 billion dollars", "turnover", "CN", "143", "", "KZ-GOV"),
            ("26 billion dollars", "investment_stock", "CN", "KZ", "", "KZ-GOV"),
        ],
    ),
    "a ministry behind the figure": (
        "In 2024 grain exports to China made 1.2 million tonnes, the agriculture ministry said.",
        [("1.2 million tonnes", "grain_exports", "KZ", "CN", "", "KZ-AGRI")],
    ),
    "China's exports to Kazakhstan are Kazakhstan's imports": (
        "По данным таможни КНР, экспорт Китая в Казахстан составил 28 млрд долларов, импорт — 15 млрд.",
        [
            ("28 млрд долларов", "imports", "KZ", "CN", "", "GACC"),
            ("15 млрд", "exports", "KZ", "CN", "", "GACC"),
        ],
    ),
    "a quoted office counts before the one who quotes it": (
        "Citing customs data, the ambassador said that trade had reached $32.7 billion.",
        [("$32.7 billion", "turnover", "CN", "KZ", "", "GACC")],
    ),
    "freight with China goes both ways, whatever was told before": (
        "Қытайға теміржолмен 12 млн тонна жүк жөнелтілді. Қытаймен арадағы тасымал 30 млн тонна болды.",
        [
            ("12 млн тонна", "rail_exports", "KZ", "CN", "", ""),
            ("30 млн тонна", "rail_tonnage", "CN", "KZ", "", ""),
        ],
    ),
    "the whole of a share is not what it is a share of": (
        "2024年新疆对中亚五国进出口2837亿元，占同期全区外贸总值的65.2%。",
        [
            ("2837亿元", "turnover", "CN-XJ", "143", "", ""),
            ("65.2%", "turnover", "CN-XJ", "143", "", ""),
        ],
    ),
    "a company with gas in its name tells of oil": (
        "ҚазМұнайГаз Қытайға 1,1 млн тонна мұнай экспорттады, деп хабарлады компания.",
        [("1,1 млн тонна", "oil_exports", "KZ", "CN", "", "COMPANY")],
    ),
    "a Kazakh noun is the same before a vowel": (
        "Қытайдан Еуропаға баратын теміржол жүгінің 80 пайызы біздің жермен өтеді.",
        [("80 пайызы", "china_europe_freight", "CN", "150", "via Kazakhstan", "")],
    ),
    "of which Kazakhstan's": (
        "中哈天然气管道输气300亿立方米，其中哈萨克斯坦天然气40亿立方米。",
        [
            ("300亿立方米", "gas_pipeline", "KZ", "", "", ""),
            ("40亿立方米", "gas_exports", "KZ", "CN", "", ""),
        ],
    ),
    "foreign trade in a heading is not all trade where one partner is named behind it": (
        "Бюро сыртқы сауданы жариялады: Қытайға экспорт 15 млрд доллар.",
        [("15 млрд доллар", "exports", "KZ", "CN", "", "BNS")],
    ),
    "each crossing has its scope": (
        "ҚТЖ дерегінше, Достық арқылы 16 млн тонна, Алтынкөл арқылы 15 млн тонна жүк өтті.",
        [
            ("16 млн тонна", "crossing_freight", "CN", "KZ", "Dostyk-Alashankou", "KTZ"),
            ("15 млн тонна", "crossing_freight", "CN", "KZ", "Altynkol-Khorgos", "KTZ"),
        ],
    ),
    "behind its parts a text goes back to the whole": (
        "2023年中国与中亚五国贸易额894亿美元，出口614亿美元，进口280亿美元。2022年为702亿美元。",
        [
            ("894亿美元", "turnover", "CN", "143", "", ""),
            ("614亿美元", "exports", "CN", "143", "", ""),
            ("280亿美元", "imports", "CN", "143", "", ""),
            ("702亿美元", "turnover", "CN", "143", "", ""),
        ],
    ),
    "Xinjiang's part is not the whole": (
        "In 2023 trade with Kazakhstan made $41 billion; Xinjiang's part of it was $20.3 billion.",
        [
            ("$41 billion", "turnover", "CN", "KZ", "", ""),
            ("$20.3 billion", "turnover", "CN-XJ", "KZ", "", ""),
        ],
    ),
    "names and figures in turn": (
        "In 2025 exports to Central Asia and imports made 71 and 35 billion dollars respectively.",
        [
            ("71", "exports", "CN", "143", "", ""),
            ("35 billion dollars", "imports", "CN", "143", "", ""),
        ],
    ),
    "figures and their rates in turn": (
        "霍尔果斯口岸货运量865万吨,贸易额268亿元,同比分别增长17%和32%。",
        [
            ("865万吨", "port_freight", "CN", "", "Khorgos", ""),
            ("268亿元", "port_trade_value", "CN", "", "Khorgos", ""),
            ("17%", "port_freight", "CN", "", "Khorgos", ""),
            ("32%", "port_trade_value", "CN", "", "Khorgos", ""),
        ],
    ),
    "goods of no series are left out, those behind them are not": (
        "Экспорт зерна вырос на 37%, черных металлов – в 2 раза, цветных металлов – в 2,2 раза.",
        [
            ("37%", "grain_exports", "KZ", "CN", "", ""),
            ("2,2 раза", "nonferrous_exports", "KZ", "CN", "", ""),
        ],
    ),
    "farm goods that China exports are Kazakhstan's imports": (
        "China's agricultural exports to Kazakhstan reached $500 million, imports from Kazakhstan $400 million.",
        [
            ("$500 million", "agri_imports", "KZ", "CN", "", ""),
            ("$400 million", "agri_exports", "KZ", "CN", "", ""),
        ],
    ),
    "exports go to the country that 对 leads": (
        "哈萨克斯坦对华矿产品出口5亿美元。",
        [("5亿美元", "exports", "KZ", "CN", "", "")],
    ),
    "the trains of a place that goes on are its own": (
        "中哈（连云港）物流合作基地累计完成货物进出库量3752万吨，中欧班列到发6524列。",
        [
            ("3752万吨", "lianyungang_base_freight", "KZ", "", "", ""),
            ("6524列", "china_europe_trains", "KZ", "", "Lianyungang", ""),
        ],
    ),
    "gas in transit is what the pipeline carries": (
        "Транзит туркменского газа в Китай вырос до 37 млрд кубометров.",
        [("37 млрд кубометров", "gas_pipeline", "KZ", "", "", "")],
    ),
    "what is carried within the country is left out": (
        "КТЖ перевез 258 тыс. тонн зерна на внутренние нужды, а 777 тыс. тонн отправлено на экспорт.",
        [("777 тыс. тонн", "grain_exports", "KZ", "CN", "", "KTZ")],
    ),
    "the trains of the figure are not those that a container is in": (
        "一列编组55个集装箱的班列驶出，今年经霍尔果斯铁路口岸通行中欧班列达到3000列。",
        [("3000列", "china_europe_trains", "KZ", "", "Khorgos", "")],
    ),
    "the railway's exports are tonnes": (
        "Как сообщает КТЖ, перевозки с Китаем достигли 32 млн тонн. Экспорт вырос на 5%.",
        [
            ("32 млн тонн", "rail_tonnage", "CN", "KZ", "", "KTZ"),
            ("5%", "rail_exports", "KZ", "CN", "", "KTZ"),
        ],
    ),
    "trains of the railway are container trains, those of a port are not": (
        "Через порт Хоргос прошло 8 тыс. поездов. По данным КТЖ, прошло 554 поезда.",
        [
            ("8 тыс. поездов", "china_europe_trains", "KZ", "", "Khorgos", ""),
            ("554 поезда", "container_trains", "KZ", "", "", "KTZ"),
        ],
    ),
    "who counts one thing does not count another": (
        "KTZ moved 28 million tons by rail. Trade came to $41 billion.",
        [
            ("28 million tons", "rail_tonnage", "CN", "KZ", "", "KTZ"),
            ("$41 billion", "turnover", "CN", "KZ", "", ""),
        ],
    ),
    "the presidents take part, they do not count": (
        "The presidents met in July. Trade had reached $41 billion in 2023.",
        [("$41 billion", "turnover", "CN", "KZ", "", "")],
    ),
    "another source is nobody's": (
        "据海关统计，2024年中哈贸易额为438亿美元。另据报道，贸易额为301亿美元。",
        [
            ("438亿美元", "turnover", "CN", "KZ", "", "GACC"),
            ("301亿美元", "turnover", "CN", "KZ", "", ""),
        ],
    ),
    "a corridor goes on, the country's own freight does not belong to it": (
        "По Срединному коридору перевезено 4,5 млн тонн, контейнеров — 56,5 тыс. ДФЭ.",
        [
            ("4,5 млн тонн", "middle_corridor_freight", "KZ", "", "", ""),
            ("56,5 тыс. ДФЭ", "middle_corridor_containers", "KZ", "", "", ""),
        ],
    ),
    "farm goods go on": (
        "Farm trade with China made 648 million dollars: exports 460 million, imports 188 million.",
        [
            ("648 million dollars", "agri_turnover", "CN", "KZ", "", ""),
            ("460 million", "agri_exports", "KZ", "CN", "", ""),
            ("188 million", "agri_imports", "KZ", "CN", "", ""),
        ],
    ),
    "what a foreign investor holds is no trade": (
        "Полиэтиленовый завод в Атырау обойдётся в 7,7 млрд долларов, доля «Синопек» — 30%.",
        [
            ("7,7 млрд долларов", "project_value", "CN", "KZ", "", ""),
            ("30%", "ownership_share", "CN", "KZ", "", ""),
        ],
    ),
    "a country beside a word for its books": (
        "Beijing's statistics show trade of 43.8 billion dollars; Astana's own books have only 30.1 billion.",
        [
            ("43.8 billion dollars", "turnover", "CN", "KZ", "", "GACC"),
            ("30.1 billion", "turnover", "CN", "KZ", "", "BNS"),
        ],
    ),
    "a number that is nothing leaves its words to the next": (
        "据哈铁消息，阿腾科里与多斯特克两口岸运量分别为420万吨和590万吨。",
        [
            ("420万吨", "crossing_freight", "CN", "KZ", "Altynkol-Khorgos", "KTZ"),
            ("590万吨", "crossing_freight", "CN", "KZ", "Dostyk-Alashankou", "KTZ"),
        ],
    ),
    "Xinjiang's trade is one with all others where no partner is named": (
        "据乌鲁木齐海关统计，新疆外贸进出口总值3627.9亿元，其中对中亚五国进出口1196.6亿元。",
        [
            ("3627.9亿元", "turnover", "CN-XJ", "W00", "", "GACC"),
            ("1196.6亿元", "turnover", "CN-XJ", "143", "", "GACC"),
        ],
    ),
    "Central Asia as the place where a partner is, is none": (
        "Kazakhstan ranked first among China's trade partners in Central Asia with a turnover of $43.8 billion.",
        [("$43.8 billion", "turnover", "CN", "KZ", "", "")],
    ),
    "partners in turn": (
        "我国对拉美、非洲、中亚五国进出口分别增长9.3%、8.4%、43%。",
        [("43%", "turnover", "CN", "143", "", "")],
    ),
    "goods that no series counts are left out": (
        "Exports to China rose: farm products by 133.7%, chemicals by 25.2%, plastics by 45%.",
        [("133.7%", "agri_exports", "KZ", "CN", "", "")],
    ),
    "a cause is not what is counted": (
        "Взаимная торговля с Китаем выросла на 23,6% за счёт поставок сельхозпродукции.",
        [("23,6%", "turnover", "CN", "KZ", "", "")],
    ),
    "imports behind a kind of export are imports of anything": (
        "Қытайға астық экспорты 600 мың тонна болды. Импорт 5%-ға өсті.",
        [
            ("600 мың тонна", "grain_exports", "KZ", "CN", "", ""),
            ("5%", "rail_imports", "KZ", "CN", "", ""),
        ],
    ),
    "exports behind a crossing are the crossing's where the paragraph is about it": (
        "Rail freight with China made 10.1 million tons.\nThrough Dostyk went 5.9 million tons. Exports grew by 13%.",
        [
            ("10.1 million tons", "rail_tonnage", "CN", "KZ", "", ""),
            ("5.9 million tons", "crossing_freight", "CN", "KZ", "Dostyk-Alashankou", ""),
            ("13%", "crossing_freight", "CN", "KZ", "Dostyk-Alashankou", ""),
        ],
    ),
    "two ports together are none": (
        "新疆阿拉山口、霍尔果斯双口岸通行中欧班列7746列。",
        [("7746列", "china_europe_trains", "KZ", "", "", "")],
    ),
    "China's share in exports is one in Kazakhstan's": (
        "Экспорт в КНР — 13,2 млрд долларов, доля Китая в экспорте — 15,6%.",
        [
            ("13,2 млрд долларов", "exports", "KZ", "CN", "", ""),
            ("15,6%", "exports", "KZ", "CN", "", ""),
        ],
    ),
    "an agreement on trade is no deal": (
        "They signed an agreement on raising trade turnover to $35 billion.",
        [("$35 billion", "turnover", "CN", "KZ", "", "")],
    ),
    "traditional characters": (
        "大使稱，中哈農產品貿易額5.9億美元，鐵路貨運1397.9萬噸。",
        [
            ("5.9億美元", "agri_turnover", "CN", "KZ", "", "CN-GOV"),
            ("1397.9萬噸", "rail_tonnage", "CN", "KZ", "", "CN-GOV"),
        ],
    ),
    "the customs house of a port tells of the port": (
        "Khorgos Customs for 2024: 23.9 billion yuan of imports and exports; cargo weight 7.5 million tons.",
        [
            ("23.9 billion yuan", "port_trade_value", "CN", "", "Khorgos", "GACC"),
            ("7.5 million tons", "port_freight", "CN", "", "Khorgos", "GACC"),
        ],
    ),
    "farm goods by where they go": (
        "Farm goods worth $1.05 billion went to China in 2023, the vice minister of agriculture said.",
        [("$1.05 billion", "agri_exports", "KZ", "CN", "", "KZ-AGRI")],
    ),
    "behind the exports of one side stand its imports": (
        "据海关统计，2024年前8个月，其中我国对哈出口1300.96亿元，增长23.8%，进口769.13亿元。",
        [
            ("1300.96亿元", "imports", "KZ", "CN", "", "GACC"),
            ("23.8%", "imports", "KZ", "CN", "", "GACC"),
            ("769.13亿元", "exports", "KZ", "CN", "", "GACC"),
        ],
    ),
    "who puts something of China's is not China": (
        "The Eurasian Development Bank puts Chinese direct investment stock in Kazakhstan at $10 billion.",
        [("$10 billion", "investment_stock", "CN", "KZ", "", "EDB")],
    ),
    "what Kazakh projects are worth stands before them": (
        "Инвестициялық форумда Қазақстан мен Қытай құны 629 млн доллар болатын 17 келісімге қол қойды.",
        [
            ("629 млн доллар", "deals_value", "CN", "KZ", "", ""),
            ("17 келісімге", "deals_count", "CN", "KZ", "", ""),
        ],
    ),
    "what two Kazakh figures count stands behind the second": (
        "Қытаймен теміржол арқылы 28 млн тонна жүк тасылды. 2021 жылы 347 мың тонна, 2022 жылы 747 мың тонна астық кеткен.",
        [
            ("28 млн тонна", "rail_tonnage", "CN", "KZ", "", ""),
            ("347 мың тонна", "grain_exports", "KZ", "CN", "", ""),
            ("747 мың тонна", "grain_exports", "KZ", "CN", "", ""),
        ],
    ),
    "guests of a fair are no companies of the partner": (
        "Шанхайдағы көрмеге 3 мыңнан астам компания қатысты. Қытаймен сауда 41 млрд доллар болды.",
        [("41 млрд доллар", "turnover", "CN", "KZ", "", "")],
    ),
    "a part of Central Asia's trade may be said to be Kazakhstan's": (
        "2024 жылы Қытайдың Орталық Азиямен саудасы 94,8 млрд доллар болды, оның 46 пайызы Қазақстанға тиесілі.",
        [
            ("94,8 млрд доллар", "turnover", "CN", "143", "", ""),
            ("46 пайызы", "turnover", "KZ", "CN", "", ""),
        ],
    ),
    "a route named in the sentence before": (
        "Көлік министрлігі Орта дәліз жайлы мәлімет таратты. 2020 жылы Қазақстан арқылы өтетін бұл бағытпен 0,8 млн тонна жүк тасылған.",
        [("0,8 млн тонна", "middle_corridor_freight", "KZ", "", "", "KZ-TRANSPORT")],
    ),
    "who did it does not tell it in Kazakh": (
        "Сауда министрлігінің хабарлауынша, биыл Қытай жағы 125 оқу грантын бөлді.",
        [("125 оқу грантын", "scholarships", "KZ", "CN", "", "KZ-GOV")],
    ),
    "a handbook is none of the offices named before": (
        "Ғылым министрлігінің хабарлауынша, биыл Қытай 125 оқу грантын бөлді. Анықтамалықта Қытайда 11 мыңнан астам қазақстандық студент оқиды деп жазылған.",
        [
            ("125 оқу грантын", "scholarships", "KZ", "CN", "", "KZ-GOV"),
            ("11 мыңнан астам қазақстандық студент", "students", "CN", "KZ", "", ""),
        ],
    ),
    "a base that tells of itself": (
        "Ляньюньгандағы қазақ-қытай базасының хабарлауынша, 2023 жылы 806 пойыз жөнелтілді.",
        [("806 пойыз", "china_europe_trains", "KZ", "", "Lianyungang", "COMPANY")],
    ),
    "what a refinery can do": (
        "Шымкент мұнай зауыты: Қытай серіктестерімен кеңейтуден кейін өңдеу қуаты 12 млн тоннаға жететінін министр хабарлады.",
        [("12 млн тоннаға", "project_capacity", "CN", "KZ", "", "KZ-GOV")],
    ),
    "what came over years is a stock": (
        "2024 жылғы 3 маусым. Соңғы он бес жылда Қытайдың Қазақстанға тікелей инвестициясы 26 млрд доллардан асты.",
        [("26 млрд доллардан", "investment_stock", "CN", "KZ", "", "")],
    ),
    "what an office cannot count it tells of trade": (
        "Президент Қытайдың инвестициясы 40 млрд доллар екенін айтты. Ұлттық статистика бюросы 2020 жылға 15 млрд доллар көрсеткен.",
        [
            ("40 млрд доллар", "investment_stock", "CN", "KZ", "", "KZ-GOV"),
            ("15 млрд доллар", "turnover", "CN", "KZ", "", "BNS"),
        ],
    ),
    "what is included is not what is told of": (
        "2016 жылы Қытайдан теміржолмен транзитті қосқанда 3,6 млн тонна жүк келді.",
        [("3,6 млн тонна", "rail_imports", "KZ", "CN", "", "")],
    ),
    "how far two accounts are apart": (
        "Президент 2021 жылы Қытаймен сауда туралы екі есептің арасы 5,7 млрд доллар болғанын айтты.",
        [("5,7 млрд доллар", "mirror_gap", "CN", "KZ", "", "KZ-GOV")],
    ),
    "Kazakh has many words for telling": (
        "2023 жылы екі ел саудасы 41 млрд доллар болғанын министр тілге тиек етті. Оның экспорты 15 млрд доллар (Премьер-министр).",
        [
            ("41 млрд доллар", "turnover", "CN", "KZ", "", "KZ-GOV"),
            ("15 млрд доллар", "exports", "KZ", "CN", "", "KZ-GOV"),
        ],
    ),
    "goods that went to China, and came from it": (
        "Қазақстаннан Қытайға 15 млрд доллардың тауары шығарылды. Қытайдан келген тауарлар құны 17 млрд долларды құрады.",
        [
            ("15 млрд доллардың", "exports", "KZ", "CN", "", ""),
            ("17 млрд долларды", "imports", "KZ", "CN", "", ""),
        ],
    ),
    "lines of a list that begin with small letters": (
        "Қытаймен теміржол тасымалы - 32 млн тонна\nоның ішінде экспорт - 13,7 млн тонна\nимпорт - 18,3 млн тонна",
        [
            ("32 млн тонна", "rail_tonnage", "CN", "KZ", "", ""),
            ("13,7 млн тонна", "rail_exports", "KZ", "CN", "", ""),
            ("18,3 млн тонна", "rail_imports", "KZ", "CN", "", ""),
        ],
    ),
    "freight of the Chinese direction goes both ways": (
        "ҚТЖ дерегінше, Қытай бағыты бойынша 2024 жылы 32 млн тонна жүк тасылды.",
        [("32 млн тонна", "rail_tonnage", "CN", "KZ", "", "KTZ")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_what_figures_are_about(text, expected):
    assert about(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia's trade with China exceeded 240 billion dollars in 2023.",
        "Russia's trade with Kazakhstan was 27 billion dollars in 2023.",
        "Trade between Germany and Kazakhstan grew 36 percent in 2022.",
        "Товарооборот России с Казахстаном в 2023 году составил 27 млрд долларов.",
        "2023年俄罗斯与哈萨克斯坦贸易额270亿美元。",
        "2023年俄哈贸易额270亿美元。",
        "Ресей мен Қазақстан арасындағы тауар айналымы 2023 жылы 27 млрд долларға жетті.",
        "Trade between Shaanxi and Kazakhstan came to 2 billion dollars in 2023.",
        "Hong Kong's trade with Kazakhstan was 2 billion dollars in 2023.",
        "Товарооборот Казахстана с Гуандуном в 2023 году составил 2 млрд долларов.",
        "2023年陕西与哈萨克斯坦贸易额20亿美元。",
        "Гуандун мен Қазақстан арасындағы тауар айналымы 2023 жылы 2 млрд долларға жетті.",
        "Kazakhstan's foreign trade turnover made 139.8 billion dollars in 2023.",
        "Торговля Узбекистана с Китаем составила 13,8 млрд долларов.",
        "Globally, China's trade volume reached $6.16 trillion.",
        "我国民营企业进出口10.25万亿元，占我国外贸总值的57.1%。",
        "A queue of 60 cars stood at the border of China.",
    ],
)
def test_what_is_not_between_the_two_is_left_out(text):
    assert about(text) == []


def test_what_goes_the_other_way_is_the_other_flow():
    text = "In 2023 shipments into Kazakhstan from China brought $24.7 billion, and the flow back was worth $16.3 billion."
    assert [one.series for one in extract(text)] == ["imports", "exports"]


def test_the_region_is_xinjiang_where_that_is_spoken_of():
    text = "Xinjiang's trade with Kazakhstan was $18 billion in 2023. The region's trade with Central Asia was $40 billion."
    assert [(one.area, one.partner) for one in extract(text)] == [("CN-XJ", "KZ"), ("CN-XJ", "143")]


def test_so_many_trips_are_people():
    text = "All ports of Xinjiang saw 1.929 million trips to or from Kazakhstan in 2024."
    assert [(one.series, one.unit) for one in extract(text)] == [("border_crossings", "person-trips")]


def test_a_third_crossing_is_not_a_share():
    assert extract("Kazakhstan wants a third crossing to China.") == ()


def test_a_figure_between_commas_is_of_what_stands_behind_it():
    (one,) = extract("Основной поток, 5,9 млн тонн, принял переход Достык.")
    assert (one.series, one.scope) == ("crossing_freight", "Dostyk-Alashankou")


def test_a_number_counts_the_noun_that_opens_its_sentence():
    (one,) = extract("Автомобилей из Китая через Хоргос в 2023 году вывезли 305 тыс.")
    assert (one.series, one.unit) == ("vehicle_exports", "vehicles")


def test_what_is_only_so_much_is_no_whole():
    told = extract("В 2023 году Китай ввёз зерна на 420 млн долларов, а в 2022-м всего на 95 млн.")
    assert [one.series for one in told] == ["grain_export_value", "grain_export_value"]


def test_a_rate_that_starts_a_sentence_is_of_the_amount_behind_it():
    text = "В 2022 году через Бахты прошло 265 тыс. тонн грузов. Стоимость товаров поднялась на 23% и составила 1,67 млрд долларов."
    assert [one.series for one in extract(text)] == ["port_freight", "port_trade_value", "port_trade_value"]


def test_agreements_on_projects_are_deals():
    (count, value) = extract("В 2024 году с Китаем подписаны соглашения по 45 проектам на 5,2 млрд долларов.")
    assert (count.series, value.series) == ("deals_count", "deals_value")


def test_what_came_by_rail_at_a_port_is_the_ports_whoever_tells_it():
    text = "据媒体报道，阿拉山口口岸2022年货运量1758万吨，其中铁路运输891.2万吨。"
    assert [one.series for one in extract(text)] == ["port_freight", "port_freight"]


def test_trade_told_behind_investment_is_trade():
    text = "中国在哈萨克斯坦的直接投资存量为114亿美元。2024年中国与中亚贸易额是662亿美元。"
    assert [one.series for one in extract(text)] == ["investment_stock", "turnover"]


def test_trade_told_behind_what_projects_cost_is_trade():
    text = "2017年中哈合作总投资达270亿美元。贸易方面，今年前4个月双边贸易额为49.1亿美元。"
    assert [one.series for one in extract(text)] == ["projects_value", "turnover"]


def test_what_goes_through_the_country_is_a_share():
    assert extract("2024年中国发往欧洲的陆路货物有85%取道哈萨克斯坦。")[0].statement == "share"


def test_what_a_dash_joins_is_near_the_figure_behind_it():
    (one,) = extract("2025 жылы Қытай – Орталық Азия бағытында 7 349 жүк пойызы жүрді.")
    assert one.series == "china_ca_trains"


@pytest.mark.parametrize(
    "text",
    [
        "Шыңжаңның үлесі 39,4%-ға жетті. Өңірдің Орталық Азиямен саудасы 283,67 млрд юань болды.",
        "Автономиялық ауданның бүкіл айналымы 25,17 млрд доллар болды. 2023 жылы осы өңірмен сауда 119,66 млрд юаньға жетті.",
    ],
)
def test_the_region_that_trades_with_central_asia_is_xinjiang(text):
    before = "2023 жылы Қытайдың Орталық Азиямен саудасы 89,4 млрд доллар болды. Шыңжаң – оның бірі. "
    told = extract(before + text)[-1]
    assert (told.area, told.partner) == ("CN-XJ", "143")


def test_books_that_are_apart_tell_a_gap():
    (one,) = extract(
        "2021 жылы Қазақстан мен Қытайдың импорт туралы деректері 5,7 млрд долларға алшақ болған."
    )
    assert (one.series, one.statement) == ("mirror_gap", "change")


def test_a_figure_may_lead_to_what_it_is_of():
    (one,) = extract("106,3 млрд долларов — оборот Китая с Центральной Азией.")
    assert (one.series, one.partner) == ("turnover", "143")


def test_what_a_figure_includes_is_not_what_it_counts():
    text = "2022年阿拉山口口岸货运量1758万吨。进口1467.1万吨（含管道原油）。"
    assert [one.series for one in extract(text)] == ["port_freight", "port_freight"]


def test_who_tells_it_between_commas_parts_no_figure_from_its_words():
    (one,) = extract("Алматыдағы терминалдың 2025 жылғы қуаты, компания дерегінше, 57 мың ЖФЭ.")
    assert (one.series, one.unit) == ("terminal_capacity", "TEU/year")


def test_what_something_came_to_is_a_level_and_by_how_much_it_differs_a_change():
    (_, to) = extract("Қытаймен сауда 2019 жылғы 14,8 млрд доллардан 2023 жылы 41 млрд долларға көбейді.")
    (_, by) = extract("Қытаймен сауда 2023 жылғы 89,4 млрд доллардан 5,4 млрд-қа артық болды.")
    assert (to.statement, by.statement) == ("level", "change")
