"""When the figures of a text are about, what each states, and what it is compared with."""

import pytest

from cnkz_stats.text.extract import extract


def told(text, **options):
    return [
        " ".join(filter(None, (one.span, one.statement, one.period, "<" * bool(one.base), one.base)))
        for one in extract(text, **options)
    ]


TEXTS = [
    (
        "In the opening quarter of 2025 trade with China made $9.8 billion. From the first days of 2024 to the middle of May, 6,000 trains to Europe passed Khorgos.",
        ["$9.8 billion level 2025-Q1", "6,000 trains level 2024-01/2024-05"],
    ),
    (
        "During 2022 and 2023 taken together, exports to China were 28 billion dollars.",
        ["28 billion dollars level 2022/2023"],
    ),
    (
        "In January 2025 KTZ carried 2.8 million tonnes with China, 18 per cent more than in the first month of 2024.",
        ["2.8 million tonnes level 2025-01", "18 per cent growth 2025-01 < 2024-01"],
    ),
    (
        "Container transit was 212,000 TEU in 2015, 245,000 TEU (+15%) in 2016 and 347,500 TEU in 2017.",
        [
            "212,000 TEU level 2015",
            "245,000 TEU level 2016",
            "15% growth 2016 < 2015",
            "347,500 TEU level 2017",
        ],
    ),
    (
        "More than 3,650 trains to Europe passed the two rail ports of Xinjiang in the first quarter of 2024.",
        ["3,650 trains level 2024-Q1"],
    ),
    (
        "The railway carried 19.4 million tons to and from China in 2013, 2.8 million tons, or 17%, more than in 2012.",
        [
            "19.4 million tons level 2013",
            "2.8 million tons change 2013 < 2012",
            "17% growth 2013 < 2012",
        ],
    ),
    (
        "China took 3.5 million tons of Kazakh crops in 2023, against 750,000 tons in 2019. Farm trade that year hit $1.3 billion.",
        ["3.5 million tons level 2023", "750,000 tons level 2019", "$1.3 billion level 2023"],
    ),
    (
        "Customs put trade with Central Asia at $89.4 billion in 2023, 27 percent above the $70.2 billion of the year before. Exports were $61.4 billion.",
        [
            "$89.4 billion level 2023",
            "27 percent growth 2023 < 2022",
            "$70.2 billion level 2022",
            "$61.4 billion level 2023",
        ],
    ),
    (
        "The two presidents want to double the $41 billion of trade with China recorded in 2023.",
        ["double target < 2023", "$41 billion level 2023"],
    ),
    (
        "In 2023 farm exports to China were 1 billion dollars, a growth of 2.4 times in two years.",
        ["1 billion dollars level 2023", "2.4 times multiple 2023 < 2021"],
    ),
    (
        "За два года торговля с Китаем выросла в 1,5 раза и достигла в 2023 году 41 млрд долларов.",
        ["1,5 раза multiple 2023 < 2021", "41 млрд долларов level 2023"],
    ),
    (
        "China imported 9,800 tonnes of Kazakh uranium in 2023 (plus 63 percent) and 13,000 tonnes in 2024.",
        ["9,800 tonnes level 2023", "63 percent growth 2023 < 2022", "13,000 tonnes level 2024"],
    ),
    (
        "Chinese customs showed $20 billion for 2010, up 45%, and $25 billion for 2011.",
        ["$20 billion level 2010", "45% growth 2010 < 2009", "$25 billion level 2011"],
    ),
    (
        "Freight on the Trans-Caspian route in 2024 was 4.5 million tonnes, 62% more than in 2023 and about six times the volume of 2020.",
        [
            "4.5 million tonnes level 2024",
            "62% growth 2024 < 2023",
            "six times multiple 2024 < 2020",
        ],
    ),
    (
        "On 17 June 2025 the Kazakh president said that trade with China had been 44 billion dollars in 2024. Chinese investment in his country has exceeded 26 billion dollars.",
        ["44 billion dollars level 2024", "26 billion dollars level 2025"],
    ),
    (
        "For 2017 KTZ announced 11.5 million tons of freight with China in August.",
        ["11.5 million tons target 2017"],
    ),
    (
        "Trade with China more than doubled: from 20.7 billion dollars in 2019 to 41 billion in 2023.",
        ["doubled multiple 2023 < 2019", "20.7 billion dollars level 2019", "41 billion level 2023"],
    ),
    (
        "In 2024 Dostyk passed 15.6 million tons, 4 percent more; Altynkol managed 12.6 million and grew by 12.",
        [
            "15.6 million tons level 2024",
            "4 percent growth 2024 < 2023",
            "12.6 million level 2024",
            "12 growth 2024 < 2023",
        ],
    ),
    (
        "In November 2024 KTZ moved 240,000 tons of grain to China, twice what went a year earlier.",
        ["240,000 tons level 2024-11", "twice multiple 2024-11 < 2023-11"],
    ),
    (
        "In 2024 rail freight with China was 32 million tons, against 28.2 million in 2023 and 23 million in 2022. Exports came to 13.7 million.",
        [
            "32 million tons level 2024",
            "28.2 million level 2023",
            "23 million level 2022",
            "13.7 million level 2024",
        ],
    ),
    (
        "The presidents spoke of $40 billion of trade by 2030 and have $43.8 billion now. To be launched with China this year: 5 projects.",
        ["$40 billion target 2030", "$43.8 billion level 2025", "5 projects target 2025"],
    ),
    (
        "That year, 2009, the oil line from Atasu delivered 7.73 million tons to China, and over 20 million tons since the first delivery in 2006. Russia delivered 15 million tons of crude to China last year.",
        ["7.73 million tons level 2009", "20 million tons level 2006/2009"],
    ),
    (
        "Of wheat for China the season that closed on 30 June 2020 brought 320,500 tons.",
        ["320,500 tons level 2019-07/2020-06"],
    ),
    (
        "China's part in all Kazakh oil exports fell from 6.1 to 3 percent in 2017.",
        ["6.1 share 2016", "3 percent share 2017"],
    ),
    (
        "Of the students from Kazakhstan 14,000 are in China this year, close to 1,500 of them on scholarships; two years ago the total was just over 11,000. The consul is 51 and a third-year student himself.",
        ["14,000 level 2025", "1,500 level 2025", "11,000 level 2023"],
    ),
    (
        "KTZ moved 8.3 million tons to China in the first half of 2023. In the opposite direction came 5.4 million tons. In sum the two networks exchanged 13.7 million tons.",
        [
            "8.3 million tons level 2023-01/2023-06",
            "5.4 million tons level 2023-01/2023-06",
            "13.7 million tons level 2023-01/2023-06",
        ],
    ),
    (
        "Transit will make 536,000 TEU this year, after 347,500 TEU in 2017.",
        ["536,000 TEU target 2025", "347,500 TEU level 2017"],
    ),
    (
        "Between 10 November, when visas were scrapped, and 1 April 2024 the ministry registered 126,000 arrivals from China, a two-hour flight away.",
        ["126,000 arrivals level 2023-11-10/2024-04-01"],
    ),
    (
        "TERMINAL. Note to shareholders, July 2017. From January to June the dry port at Khorgos handled 45,000 TEU. The company aims for 540,000 TEU in 2020.",
        ["45,000 TEU level 2017-01/2017-06", "540,000 TEU target 2020"],
    ),
    (
        "Since 10 November 2023 Kazakhs need no visas in China. Between that day and 1 April 2024 some 173,000 Kazakhs went to China.",
        ["173,000 Kazakhs level 2023-11-10/2024-04-01"],
    ),
    (
        "Trade of Central Asia with China has increased a hundredfold in the three decades since 1992.",
        ["hundredfold multiple 2022 < 1992"],
    ),
    (
        "What is the plan for rail freight to China for this year? More than 33 million tons.",
        ["33 million tons target 2025"],
    ),
    (
        "In the past year and a half 117 agreements with China were signed for $42 billion.",
        ["117 agreements level 2024-03/2025-09", "$42 billion level 2024-03/2025-09"],
    ),
    (
        "In 2024 8,700 China-Europe trains went through Khorgos. A train needs 40 minutes, half of what it took in 2020.",
        ["8,700 China-Europe trains level 2024"],
    ),
    (
        "In the first quarter of 2025 exports to China fell to 2.9 billion dollars from 3.6. Imports were 3.1 against 3.2.",
        [
            "2.9 billion dollars level 2025-Q1",
            "3.6 level 2024-Q1",
            "3.1 level 2025-Q1",
            "3.2 level 2024-Q1",
        ],
    ),
    (
        "China's share in Kazakhstan's exports was 18.7% in 2023 and 18.4 in 2024; in imports 27.3 in 2023.",
        ["18.7% share 2023", "18.4 share 2024", "27.3 share 2023"],
    ),
    (
        "How many firms with Chinese money are there? 4,700; five years ago it was 1,200.",
        ["4,700 level 2025", "1,200 level 2020"],
    ),
    (
        "Since January 3,600 trains have gone through Khorgos. Of those 2,100 went west and 1,500 came back. Staff: 212.",
        [
            "3,600 trains level 2025-01-01/2025-09-10",
            "2,100 level 2025-01-01/2025-09-10",
            "1,500 level 2025-01-01/2025-09-10",
        ],
    ),
    (
        "In 1992 trade with China was 368 million dollars. It has since grown 110 times.",
        ["368 million dollars level 1992", "110 times multiple 2025 < 1992"],
    ),
    (
        "In 2023 trade with Central Asia was 89.4 billion dollars; a decade earlier it had been 46 billion.",
        ["89.4 billion dollars level 2023", "46 billion level 2013"],
    ),
    (
        "URUMQI, 12 November 2024. Figures for a year of travel, 10 November 2023 to 10 November 2024. Urumqi airport saw 182,000 crossings.",
        ["182,000 crossings level 2023-11-10/2024-11-10"],
    ),
    (
        "By 7 September 2023 Khorgos had let out 69,700 vehicles; by the end of April it had been 20,900 vehicles.",
        ["69,700 vehicles level 2023-01-01/2023-09-07", "20,900 vehicles level 2023-01/2023-04"],
    ),
    (
        "Last year, 2025, trade with Central Asia was 106.3 billion dollars. In yuan: 312.04 billion in 2013, 674.15 billion in 2024, a climb of 7.3 percent a year on average.",
        [
            "106.3 billion dollars level 2025",
            "312.04 billion level 2013",
            "674.15 billion level 2024",
            "7.3 percent growth 2024 < 2013",
        ],
    ),
    (
        "In 2016 the list had 51 projects worth 26.8 billion dollars, and in 2017 34 were finished.",
        ["51 projects level 2016", "26.8 billion dollars level 2016", "34 level 2017"],
    ),
    ("The Alashankou uranium warehouse: 23,000 tons, to be ready in 2026.", ["23,000 tons target 2026"]),
    (
        "In 2021 and 2022, trade with China made $25.25 billion and $31.17 billion respectively.",
        ["$25.25 billion level 2021", "$31.17 billion level 2022"],
    ),
    (
        "Экспорт в Китай вырос на 8,5% и 12,3% в 2023 и 2024 годах соответственно.",
        ["8,5% growth 2023 < 2022", "12,3% growth 2024 < 2023"],
    ),
    (
        "2021年和2022年，中哈贸易额分别为252.5亿美元和311.7亿美元。",
        ["252.5亿美元 level 2021", "311.7亿美元 level 2022"],
    ),
    (
        "2021 және 2022 жылдары Қытаймен тауар айналымы тиісінше 25,25 және 31,17 млрд доллар болды.",
        ["25,25 level 2021", "31,17 млрд доллар level 2022"],
    ),
    (
        "Trade with China made 15 billion dollars in 2020 and 18 billion in 2021; then 24.2 billion, up 34.1 percent, in 2022.",
        [
            "15 billion dollars level 2020",
            "18 billion level 2021",
            "24.2 billion level 2022",
            "34.1 percent growth 2022 < 2021",
        ],
    ),
    (
        "Нефти в Китай ушло 7,73 млн тонн (2009), в следующем году больше.",
        ["7,73 млн тонн level 2009"],
    ),
    (
        "Rail freight with China rose by 7 percent to 10.1 million tons in January-April 2024.",
        ["7 percent growth 2024-01/2024-04 < 2023-01/2023-04", "10.1 million tons level 2024-01/2024-04"],
    ),
    (
        "In 2023 exports to China were 2.2 million tons of grain, 2.5 times the 2022 volume of 747,000 tons.",
        [
            "2.2 million tons level 2023",
            "2.5 times multiple 2023 < 2022",
            "747,000 tons level 2022",
        ],
    ),
    (
        "2024年中哈铁路货运量1021万吨，较2023年的998.9万吨多22万吨。",
        ["1021万吨 level 2024", "998.9万吨 level 2023", "22万吨 change 2024 < 2023"],
    ),
    (
        "С 1992 года торговля с Китаем выросла в 100 раз: тогда она составляла 368 млн долларов.",
        ["100 раз multiple 2025 < 1992", "368 млн долларов level 1992"],
    ),
    (
        "1992年中哈贸易额3.68亿美元；2021年达到252.5亿美元，增长近70倍。",
        ["3.68亿美元 level 1992", "252.5亿美元 level 2021", "70倍 multiple 2021 < 1992"],
    ),
    (
        "7月中哈贸易额39亿美元，环比下降4.1%，同比增长2%。",
        [
            "39亿美元 level 2025-07",
            "4.1% growth 2025-07 < 2025-06",
            "2% growth 2025-07 < 2024-07",
        ],
    ),
    (
        "Leaders want to double trade with China. It stood at 41 billion dollars last year.",
        ["double target < 2024", "41 billion dollars level 2024"],
    ),
    (
        "На 2024 год с Китаем согласовали 27,8 млн тонн перевозок по железной дороге, фактически прошло 32 млн тонн.",
        ["27,8 млн тонн target 2024", "32 млн тонн level 2024"],
    ),
    (
        "The books on trade with China had a gap of $5.2 billion in 2022, or 31.9%.",
        ["$5.2 billion change 2022", "31.9% share 2022"],
    ),
    (
        "ҚТЖ Қытаймен теміржол арқылы 2027 жылға қарай 55 млн тоннаға жеткізбек.",
        ["55 млн тоннаға target 2027"],
    ),
    (
        "По итогам 2023 года удалось достичь оборота с Китаем в 41 млрд долларов.",
        ["41 млрд долларов level 2023"],
    ),
    (
        "Разница с данными Китая по торговле в 2022 году — 5,2 млрд долларов.",
        ["5,2 млрд долларов change 2022"],
    ),
    (
        "The bureau put China's share at 21.6 percent of Kazakhstan's trade in 2024.",
        ["21.6 percent share 2024"],
    ),
    (
        "截至8月8日，今年经霍尔果斯铁路口岸的中欧班列突破6000列。",
        ["6000列 level 2025-01-01/2025-08-08"],
    ),
    (
        "Bakhty port in 2017: 76,400 tons of cargo from China in half a year.",
        ["76,400 tons level 2017-01/2017-06"],
    ),
    (
        "В 2024/2025 учебном году в Китае учились 89 казахстанских докторантов, в 2,2 раза больше прежнего.",
        ["89 казахстанских докторантов level 2024/2025", "2,2 раза multiple 2024/2025 < 2023/2024"],
    ),
    (
        "In the 2019/20 season, July to June, grain exports to China made 320,500 tonnes; for 2020/21 half a million tonnes are planned.",
        ["320,500 tonnes level 2019-07/2020-06", "half a million tonnes target 2020-07/2021-06"],
    ),
    (
        "China trade made 94.82 billion dollars in 2024, up from the 89.4 billion of 2023. Exports to China rose by 5 percent.",
        [
            "94.82 billion dollars level 2024",
            "89.4 billion level 2023",
            "5 percent growth 2024 < 2023",
        ],
    ),
    (
        "Rail freight with China in January-June 2025 made 16 million tons. Kazakhstan has 6,000 companies with Chinese capital.",
        ["16 million tons level 2025-01/2025-06", "6,000 companies level 2025"],
    ),
    (
        "Trains to China through Khorgos by 10 May 2023: 2,715 trains.",
        ["2,715 trains level 2023-01-01/2023-05-10"],
    ),
    (
        "Торговля с Китаем на 24% выше показателя 2022 года, когда она составляла 24 млрд долларов.",
        ["24% growth 2023 < 2022", "24 млрд долларов level 2022"],
    ),
    (
        "Trade with China in 2024: $43.8 bn (2023: $41.0 bn, +6.8%). Exports: $15.0 bn (2023: $14.7 bn). Imports: $28.8 bn (+3%).",
        [
            "$43.8 bn level 2024",
            "$41.0 bn level 2023",
            "6.8% growth 2024 < 2023",
            "$15.0 bn level 2024",
            "$14.7 bn level 2023",
            "$28.8 bn level 2024",
            "3% growth 2024 < 2023",
        ],
    ),
    (
        "KTZ carried 23.2 million tons to and from China in 2022, in 2023 28.3 million and in 2024 32 million tons.",
        ["23.2 million tons level 2022", "28.3 million level 2023", "32 million tons level 2024"],
    ),
    (
        "中国对中亚五国进出口由2013年的3120.4亿元扩大至2024年的6741.5亿元，增长116%。",
        ["3120.4亿元 level 2013", "6741.5亿元 level 2024", "116% growth 2024 < 2013"],
    ),
    (
        "На 1 сентября 2024 года в Казахстане работало 4 700 компаний с китайским капиталом, двенадцатью месяцами ранее — 3 900.",
        ["4 700 компаний level 2024", "3 900 level 2023"],
    ),
    (
        "Шілдеде Қытайға экспорт маусымға қарағанда 6%-ға өсіп, былтырғы шілдеге қарағанда 2%-ға төмендеді.",
        ["6% growth 2025-07 < 2025-06", "2% growth 2025-07 < 2024-07"],
    ),
    (
        "1992 жылдан 2022 жылға дейін Қытаймен сауда 85 есе өсіп, 368 млн доллардан 31,2 млрд долларға жетті.",
        [
            "85 есе multiple 2022 < 1992",
            "368 млн доллардан level 1992",
            "31,2 млрд долларға level 2022",
        ],
    ),
    (
        "Торговля с Китаем: I кв. 2024 г. — 9,2 млрд долл., I полугодие — 20,3 млрд долл.",
        ["9,2 млрд долл. level 2024-Q1", "20,3 млрд долл. level 2024-01/2024-06"],
    ),
    (
        "In eleven months of 2023 trade with China grew to $36.9 billion and the full-year figure would be near $40 billion.",
        ["$36.9 billion level 2023-01/2023-11", "$40 billion target 2023"],
    ),
    (
        "КТЖ по месяцам 2024 года: январь — 2,4 млн тонн с Китаем, февраль — 2,3 млн тонн.",
        ["2,4 млн тонн level 2024-01", "2,3 млн тонн level 2024-02"],
    ),
    (
        "За 12 месяцев с отмены виз 10 ноября 2023 года в Казахстан приехали 420 тыс. китайцев.",
        ["420 тыс. китайцев level 2023-11-10/2024-11-10"],
    ),
    (
        "2024 жылғы 1 қыркүйектегі жағдай бойынша 4 700 қытай компаниясы жұмыс істеді, бір жыл бұрын 3 900 болған.",
        ["4 700 қытай компаниясы level 2024", "3 900 level 2023"],
    ),
    (
        "China's imports from Kazakhstan fell 24.1 percent from June to July 2024, from 12.58 billion to 9.55 billion yuan.",
        [
            "24.1 percent growth 2024-07 < 2024-06",
            "12.58 billion level 2024-06",
            "9.55 billion yuan level 2024-07",
        ],
    ),
    (
        "In January-April 2024, 433.2 thousand TEU crossed Kazakhstan against 422.7 thousand in the same months of 2023, or 2% up.",
        [
            "433.2 thousand TEU level 2024-01/2024-04",
            "422.7 thousand level 2023-01/2023-04",
            "2% growth 2024-01/2024-04 < 2023-01/2023-04",
        ],
    ),
    (
        "KTZ has on paper for rail freight with China: 2024: 27.8 million tonnes agreed, of which 16.2 million to leave Kazakhstan.",
        ["27.8 million tonnes target 2024", "16.2 million target 2024"],
    ),
    (
        "截至2025年11月19日，今年进出霍尔果斯合作中心的人员突破900万人次，同比增长40.3%。",
        [
            "900万人次 level 2025-01-01/2025-11-19",
            "40.3% growth 2025-01-01/2025-11-19 < 2024-01-01/2024-11-19",
        ],
    ),
    (
        "问：今年铁路如何？（2025年5月）\n答：今年前4个月，哈中铁路货运量1140万吨。",
        ["1140万吨 level 2025-01/2025-04"],
    ),
    ("双方商定，2012年全年铁路货运量1650万吨。", ["1650万吨 target 2012"]),
    (
        "2024年5月中哈进出口293.29亿元，比4月的283.49亿元多3.5%。",
        ["293.29亿元 level 2024-05", "283.49亿元 level 2024-04", "3.5% growth 2024-05 < 2024-04"],
    ),
    ("2025年6月，托卡耶夫称中国对哈投资存量已逾260亿美元。", ["260亿美元 level 2025"]),
    (
        "Rail exports to China grew by one million tons to 13.7 million tons in 2024 and exceeded the 2023 level by 8%.",
        ["one million tons change 2024 < 2023", "13.7 million tons level 2024", "8% growth 2024 < 2023"],
    ),
    (
        "As of Nov 5, 10,180 China-Europe freight trains passed through Kazakhstan this year.",
        ["10,180 China-Europe freight trains level 2024-01-01/2024-11-05"],
    ),
    (
        "Containers from China rose between 2014 and 2018, from 21,000 containers to just over 310,000.",
        ["21,000 containers level 2014", "310,000 level 2018"],
    ),
    (
        "The base in Lianyungang handled 26.62 million tonnes from 2014 to June 2022.",
        ["26.62 million tonnes level 2014-01/2022-06"],
    ),
    (
        "В апреле 2024 года из Казахстана в Китай вывезли 90 тыс. тонн ячменя, на 30% меньше мартовского.",
        ["90 тыс. тонн level 2024-04", "30% growth 2024-04 < 2024-03"],
    ),
    (
        "За последние полтора года с Китаем подписано 117 соглашений.",
        ["117 соглашений level 2024-03/2025-09"],
    ),
    (
        "На сезон 2020/21 министерство ставит планку в 500 тысяч тонн пшеницы для Китая.",
        ["500 тысяч тонн target 2020-07/2021-06"],
    ),
    (
        "К ноябрю 2023 года между Китаем и Казахстаном стало 27 рейсов в неделю, а в позапрошлом было 4 рейса.",
        ["27 рейсов в неделю level 2023-11", "4 рейса level 2023"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text[:40] for text, _ in TEXTS])
def test_a_figure_is_of_the_time_that_its_words_tell(text, expected):
    assert told(text, published="2025-09-10") == expected


def test_a_date_in_a_byline_is_that_of_the_text():
    text = "На 33% выросла торговля с Китаем с начала года\nФото: пресс-служба, 29.11.2022 18:13\nВ прошлом году она составила 18 млрд долларов."
    assert told(text) == [
        "33% growth 2022-01-01/2022-11-29 < 2021-01-01/2021-11-29",
        "18 млрд долларов level 2021",
    ]


def test_a_headline_has_the_time_of_what_it_heads():
    text = "Trade with China tops $40 bn\nIn 2023 trade with China reached $41 billion."
    assert told(text) == ["$40 bn level 2023", "$41 billion level 2023"]


def test_this_year_of_a_text_without_a_date_is_unknown():
    text = "В 2022 году торговля с Китаем составила 24 млрд долларов. В этом году уже 30 млрд долларов."
    assert told(text) == ["24 млрд долларов level 2022", "30 млрд долларов level"]


def test_visitors_are_counted_since_something_begun():
    text = "Безвизовый режим действует с 10 ноября 2023 года. До конца 2024 года в Казахстан приехали 126 тыс. китайцев."
    assert told(text) == ["126 тыс. китайцев level 2023-11/2024-12"]


def test_a_date_behind_what_is_told_dates_it_too():
    text = "На конец прошлого года в Казахстане работало 4 700 китайских компаний, сообщил министр 3 февраля 2025 года."
    assert told(text) == ["4 700 китайских компаний level 2024"]


def test_each_day_of_a_list_dates_its_own_figure():
    text = "2011年5月28日，中亚天然气管道累计向中国输气突破100亿立方米；2013年4月13日，突破500亿立方米。"
    assert told(text) == ["100亿立方米 level 2011", "500亿立方米 level 2013"]


def test_a_sentence_may_start_without_a_space_before_it():
    text = "Trade with China rose 5 percent in 2018.From January to March 2019 it rose by 9 percent."
    assert told(text) == ["5 percent growth 2018 < 2017", "9 percent growth 2019-Q1 < 2018-Q1"]


def test_the_dot_of_an_abbreviated_month_ends_no_sentence():
    text = "In Jan.-Sept. 2025 trade with China was 4 billion dollars."
    assert told(text) == ["4 billion dollars level 2025-01/2025-09"]


def test_a_heading_without_figures_dates_what_follows():
    text = "Nine months of 2023 on one page. Rail freight with China, says KTZ: 21.1 million tons."
    assert told(text) == ["21.1 million tons level 2023-01/2023-09"]


def test_a_dateline_is_no_period_of_a_figure():
    text = "Customs, June 2025: China's trade with Kazakhstan came to 17.2 billion dollars in January-May."
    assert told(text) == ["17.2 billion dollars level 2025-01/2025-05"]


def test_a_month_since_which_something_is_counted_runs_to_the_day_of_the_text():
    text = "Khorgos, 29 October 2025. The rail port has sent 8,000 trains to China since January."
    assert told(text) == ["8,000 trains level 2025-01-01/2025-10-29"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The number of container trains to China rose to 554 in 2016.", "trains"),
        ("Контейнерных поездов в Китай прошло 554.", "trains"),
        ("Қытайға контейнерлік пойыздар саны — 554.", "trains"),
        ("在哈孔子学院4所。", "institutes"),
        ("В Казахстане свыше тысячи китайских компаний.", "companies"),
        ("Заявлено 4,7 с лишним тыс. компаний с китайским участием.", "companies"),
    ],
)
def test_a_bare_number_counts_the_noun_beside_it(text, unit):
    assert [one.unit for one in extract(text)] == [unit]


def test_what_came_of_a_plan_is_of_the_time_that_was_planned_for():
    text = "2024 жылға 27,8 млн тонна келісілді, іс жүзінде теміржолмен 32 млн тонна тасылды."
    assert told(text) == ["27,8 млн тонна target 2024", "32 млн тонна level 2024"]


def test_what_was_carried_since_a_pipeline_was_opened():
    text = "阿塔苏—阿拉山口原油管道自2006年投产以来，截至2023年底累计输送原油1.8亿吨。"
    assert told(text) == ["1.8亿吨 level 2006/2023"]


def test_a_rate_behind_two_years_told_backwards_is_theirs_if_it_fits():
    years = "Туризм министрі: 2023 жылы 217 мың қытайлық келді, 2022 жылы 18 мың болған"
    assert told(f"{years}, өсім он екі есе.")[2] == "он екі есе multiple 2023 < 2022"
    assert told(f"{years}, өсім үш есе.")[2] == "үш есе multiple 2022 < 2021"
    fell = "2013 жылы Қытаймен сауда 28,6 млрд доллар болды; 2016 жылы 13,1 млрд долларға түсті, яғни 54%-ға төмендеді."
    assert told(fell)[2] == "54% growth 2016 < 2013"


def test_a_text_may_give_its_date_at_its_end():
    text = "Биыл 11 айда Қытайға 11,9 млн тонна жүк жөнелтілді. ҚТЖ мұны 2024 жылғы 5 желтоқсанда жариялады."
    assert told(text) == ["11,9 млн тонна level 2024-01/2024-11"]


def test_kazakh_tells_by_the_verb_behind_a_figure_whether_it_is_still_to_come():
    by = "2025 жылға қарай өткізу қабілеті 48 млн тоннаға"
    assert told(f"Министр {by} жететінін айтты.") == ["48 млн тоннаға target 2025"]
    assert told(f"Министр {by} жеткенін айтты.") == ["48 млн тоннаға level 2025"]


def test_kazakh_in_latin_letters_is_read():
    text = "2025 jyly Qytaimen temirjol arqyly 35,6 mln tonna jük tasyldy. On bir aida eksport 11%-ğa ösken."
    assert told(text, lang="kk") == [
        "35,6 mln tonna level 2025",
        "11% growth 2025-01/2025-11 < 2024-01/2024-11",
    ]


def test_a_year_told_in_both_ways_says_from_when_others_count():
    text = "Last year, 2024, rail freight with China was 32 million tons. The plan for this year is 35 million tons."
    assert told(text) == ["32 million tons level 2024", "35 million tons target 2025"]


def test_the_day_of_an_interview_dates_what_was_said_before_it():
    text = "52 joint projects with China are on our list, he says. The envoy spoke to a newspaper in September 2023."
    assert told(text) == ["52 joint projects level 2023"]


def test_this_year_up_to_a_day_is_only_so_long():
    text = (
        "6 December 2024. Kazakhstan's railway carried 30 million tons to China this year up to 4 December."
    )
    assert told(text) == ["30 million tons level 2024-01-01/2024-12-04"]


def test_words_for_a_year_belong_to_a_yearly_figure():
    text = "The throughput capacity of the rail crossings with China is 28 million tons a year."
    assert [(one.span, one.unit) for one in extract(text)] == [("28 million tons a year", "t/year")]


def test_what_is_to_be_doubled_is_the_last_level():
    text = "Trade with China was $31 billion in 2022. By 2030 it is to be doubled."
    assert told(text) == ["$31 billion level 2022", "doubled target 2030 < 2022"]


def test_what_is_multiplied_leaves_its_year_to_itself():
    text = "In 2024 the route carried 4.5 million tonnes from China, six times the 0.8 million tonnes of 2020; it had 300 container trains."
    assert told(text)[-1] == "300 container trains level 2024"


def test_a_number_that_something_stands_at_is_a_figure():
    assert told("The number of joint projects with China stands at 52 in 2022.") == ["52 level 2022"]


def test_a_scene_dates_what_is_told_in_it():
    text = "Посол гостей встретил сам. Было это в декабре 2022 года. За 11 месяцев этого года торговля с Китаем составила 28,2 млрд долларов."
    assert told(text) == ["28,2 млрд долларов level 2022-01/2022-11"]


def test_a_whole_year_told_in_january_is_the_one_just_over():
    text = "19 января 2026 года. Торговля Китая с Казахстаном превысила 40 млрд долларов за год."
    assert told(text) == ["40 млрд долларов level 2025"]


def test_a_year_ago_is_as_long_as_the_months_told_before_it():
    text = (
        "В первом квартале 2025 года Казахстан принял 200 тысяч туристов из Китая против 114 тысяч год назад."
    )
    assert told(text) == ["200 тысяч туристов level 2025-Q1", "114 тысяч level 2024-Q1"]


def test_a_year_in_brackets_dates_a_day_beside_it_or_the_text_before_it():
    figures = "霍尔果斯海关称，今年前5个月中哈贸易额50亿美元。"
    assert told(f"本报6月4日电（2024年）{figures}") == ["50亿美元 level 2024-01/2024-05"]
    assert told(f"{figures}当天有雨。（2024年）") == ["50亿美元 level 2024-01/2024-05"]
    text = "В январе-мае этого года товарооборот с Китаем составил 5 млрд долларов. Шёл дождь. (июнь 2024)"
    assert told(text) == ["5 млрд долларов level 2024-01/2024-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("天然气管道自2009年底投产至2014年5月，累计输气800亿立方米。", "800亿立方米 level 2009-01/2014-05"),
        (
            "自2023年11月10日协定生效至2024年11月10日，口岸验放旅客18万人次。",
            "18万人次 level 2023-11-10/2024-11-10",
        ),
        ("到2020年10月，自2011年3月首列开行以来中欧班列累计1.5万列。", "1.5万列 level 2011-03/2020-10"),
        (
            "2024 жылғы 9 желтоқсан. База ашылған 2014 жылдан бері 37 млн тонна жүк өтті. Осы уақытта 6 524 пойыз жөнелтілді.",
            "6 524 пойыз level 2014/2024",
        ),
    ],
)
def test_what_is_counted_from_one_time_to_another_is_of_all_of_it(text, expected):
    assert told(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "5 June 2018. Since independence, Kazakhstan has attracted $16 billion of Chinese investment.",
        "5 июня 2018 года. За годы независимости Казахстан привлек 16 млрд долларов китайских инвестиций.",
        "2018年6月5日。独立以来，哈吸引的中国投资达160亿美元。",
        "2018 жылғы 5 маусым. Тәуелсіздік алғаннан бері Қытайдан 16 млрд доллар инвестиция келді.",
    ],
)
def test_independence_is_of_1991(text):
    assert told(text)[0].endswith("level 1991/2018")


def test_kazakh_counts_from_a_month_to_the_day_of_the_text():
    text = "2020 жылғы 8 желтоқсан. Қаңтардан бүгінге дейін Қорғаста 6,06 млн тонна жүк өңделді."
    assert told(text) == ["6,06 млн тонна level 2020-01-01/2020-12-08"]


def test_what_kazakh_says_had_been_so_leaves_the_year_as_it_was():
    text = "2017 жылы Қытайға 5 млн тонна жүк теміржолмен кетті. 2016 жылы 4,7 млн тонна кеткен болатын. Он бір айда экспорт 18%-ға өсті."
    assert told(text)[-1] == "18% growth 2017-01/2017-11 < 2016-01/2016-11"


def test_this_year_so_far_in_a_question_is_the_year_of_the_answer():
    text = "就中国—中亚贸易答记者问（2025年6月15日）\n\n问：规模如何？\n答：2024年达到6741.5亿元。\n问：今年以来呢？\n答：前5个月2864.2亿元。"
    assert told(text)[-1] == "2864.2亿元 level 2025-01/2025-05"


def test_a_label_stands_between_a_question_and_its_answer():
    text = "Вопрос. Сколько контейнерных поездов прошло в Китай за семь месяцев 2016 года? Ответ. 554."
    assert told(text) == ["554 level 2016-01/2016-07"]


def test_a_run_may_end_in_a_month_of_another_year():
    text = "С 2009 года по май 2014-го по газопроводу в Китай прошло 80 млрд кубометров."
    assert told(text) == ["80 млрд кубометров level 2009-01/2014-05"]


def test_what_is_due_in_december_is_of_the_year():
    text = "21 ноября 2022 года. До конца декабря через Бахты хотят пропустить 300 тысяч тонн."
    assert told(text) == ["300 тысяч тонн target 2022"]


def test_what_is_to_be_doubled_is_a_target():
    assert told("Президент предложил удвоить торговлю с Китаем.") == ["удвоить target"]


def test_a_plan_may_be_surpassed_by_a_rate():
    assert told("В 2024 году план по перевозкам с Китаем перевыполнили на 7%.") == ["7% change 2024"]


def test_a_year_earlier_told_aside_does_not_go_on():
    text = (
        "В 2021 году с Китаем перевезено 23,1 млн тонн; годом ранее было 21,1 млн. Экспорт сжался до 7,9 млн."
    )
    assert told(text)[-1] == "7,9 млн level 2021"


def test_a_rate_is_not_of_the_month_in_which_it_was_reckoned():
    text = "В 2021 году Китай взял 0,35 млн тонн зерна, в 2023-м 2,2 млн. Рост шестикратный, подсчитали в Минсельхозе в январе 2024-го."
    assert told(text)[-1] == "шестикратный multiple 2023 < 2021"


def test_months_with_which_one_is_compared_are_bases():
    text = (
        "В мае 2024 года торговля с Китаем выросла по сравнению с апрелем на 3,5%, а с маем 2023-го на 9,8%."
    )
    assert told(text) == ["3,5% growth 2024-05 < 2024-04", "9,8% growth 2024-05 < 2023-05"]


KAZAKH = [
    (
        "2024 жылғы мамырдың 26-сына дейін Қытаймен сауда 12 млрд доллардан асты.",
        ["12 млрд доллардан level 2024-01-01/2024-05-26"],
    ),
    (
        "2023-те Қытаймен сауда 41 млрд доллар болса, 2024-те 43,8 млрд долларға жетті.",
        ["41 млрд доллар level 2023", "43,8 млрд долларға level 2024"],
    ),
    (
        "Астана, 2025 жылғы 3 наурыз. Бұрнағы жылы Қытаймен сауда 41 млрд доллар болды, енді 43,8 млрд доллар.",
        ["41 млрд доллар level 2023", "43,8 млрд доллар level 2025"],
    ),
    (
        "Астана, 2025 жылғы 3 наурыз. Былтыр Қытай – Еуропа пойыздары 8 мыңнан асса, биыл 9 мыңға жетеді деп күтілуде.",
        ["8 мыңнан level 2024", "9 мыңға target 2025"],
    ),
    (
        "Қыркүйекте үкімет 2025 жылы Қытаймен сауданы 50 млрд долларға жеткізуді жоспарлады.",
        ["50 млрд долларға target 2025"],
    ),
    (
        "2024 жылдың жеті айында Каспий арқылы Қытайдан 14,9 мың ЖФЭ келді, ал 2023 жылдың осы кезеңінде 1 мың ЖФЭ еді, яғни 14 еседен астам өсті. Осы жеті айда бағытпен 2,5 млн тонна жүк өтті.",
        [
            "14,9 мың ЖФЭ level 2024-01/2024-07",
            "1 мың ЖФЭ level 2023-01/2023-07",
            "14 еседен multiple 2024-01/2024-07 < 2023-01/2023-07",
            "2,5 млн тонна level 2024-01/2024-07",
        ],
    ),
    (
        "2005 жылдан 2023 жылдың соңына дейін Қытай инвестициясы 25 млрд долларға жетті.",
        ["25 млрд долларға level 2005/2023"],
    ),
    (
        "2024 жылдың бірінші ширегінде Қытаймен сауда 9,8 млрд доллар болды.",
        ["9,8 млрд доллар level 2024-Q1"],
    ),
    (
        "АСТАНА, 2024 жылғы 3 шілде. Президент былтыр Қытаймен сауда 41 млрд доллардан асқанын, 45 жоба іске асып жатқанын айтты.",
        ["41 млрд доллардан level 2023", "45 жоба level 2024"],
    ),
    (
        "2025 жылдың мамырында ҚТЖ Қытаймен тасымалда жылды 33 млн тоннамен аяқтаймыз деп болжады. Қыркүйекте ол 35 млн тоннаға уағдаласқанын жариялады, бұл 2024 жылғыдан 3,6 млн тонна көп.",
        ["33 млн тоннамен target 2025", "35 млн тоннаға target 2025", "3,6 млн тонна target 2025 < 2024"],
    ),
    (
        "2009 жылдан 2014 жылдың мамырына дейін Қазақстан арқылы 80 млрд текше метр газ өтті.",
        ["80 млрд текше метр level 2009-01/2014-05"],
    ),
    (
        "Қытайға сол жылғы қазаннан 2018 жылғы қазанға дейін 5 млрд текше метр газ жеткізу жоспарланды.",
        ["5 млрд текше метр target 2017-10/2018-10"],
    ),
    (
        "2024 жылғы мамырда былтыр Қытайға 4,5 млрд текше метр газ сатылғанын, келешекте 11 млрд текше метрге өсетінін айтты.",
        ["4,5 млрд текше метр level 2023", "11 млрд текше метрге target"],
    ),
    (
        "2024 жылдың 11 айында Қытайдан келген пойыздар саны 287-ге жетті, 2023 жылы 9 ғана еді.",
        ["287 level 2024-01/2024-11"],
    ),
    (
        "ҚТЖ: 2020 жылдың сегіз айында Қытаймен 14 млн тонна тасылды, өсім 30 пайыз, жыл соңына дейін 21 млн тонна жоспарланды.",
        [
            "14 млн тонна level 2020-01/2020-08",
            "30 пайыз growth 2020-01/2020-08 < 2019-01/2019-08",
            "21 млн тонна target 2020",
        ],
    ),
    (
        "Қытай кедені: 2024 жылы Қазақстанмен айналым 43,82 млрд доллар, бір жылдық қосымша 2,8 млрд.",
        ["43,82 млрд доллар level 2024", "2,8 млрд change 2024 < 2023"],
    ),
    (
        "2024 жылғы 5 қараша. Қытаймен сауда өсті. 2022 жылы 31 млрд доллар болған. Тоғыз айда 33 млрд доллар.",
        ["31 млрд доллар level 2022", "33 млрд доллар level 2024-01/2024-09"],
    ),
    (
        "2024 жылы Қытаймен сауда 44 миллиард доллар межесінен асты.",
        ["44 миллиард доллар level 2024"],
    ),
    (
        "2024 жылдың соңғы тоқсанында Қытаймен сауда 11 млрд доллар болды, 2023 жылдың қаңтар-наурызынан 9 пайызға көп.",
        ["11 млрд доллар level 2024-Q4", "9 пайызға growth 2024-Q4 < 2023-Q1"],
    ),
    (
        "Астана, 2025 жылғы 14 қараша. 2024 жыл бойы Қытаймен сауда 44 млрд доллар болды.",
        ["44 млрд доллар level 2024"],
    ),
    (
        "2000 жылы Қытаймен сауда 2 млрд доллар, 2024 жылы 43,8 млрд доллар болды. Жиырма төрт жылда жиырма еседен астам өсті.",
        [
            "2 млрд доллар level 2000",
            "43,8 млрд доллар level 2024",
            "жиырма еседен multiple 2024 < 2000",
        ],
    ),
]


@pytest.mark.parametrize(("text", "figures"), KAZAKH, ids=[text for text, _ in KAZAKH])
def test_kazakh_tells_the_time_of_a_figure(text, figures):
    assert told(text) == figures


def test_this_year_is_the_one_of_which_so_much_is_told_so_far():
    text = (
        "KTZ has counted 1,210 trains so far in 2016. It plans to carry 9 million tons with China this year."
    )
    assert told(text) == ["1,210 trains level 2016", "9 million tons target 2016"]
