"""One spelling for characters that print alike, with the way back to the text as it was."""

from dataclasses import dataclass
from unicodedata import combining, is_normalized, normalize

from cnkz_stats.figures.later import later

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_MARKS = {"〜": "~", "∼": "~", "≈": "~", "′": "'", "’": "'", "‘": "'", "ʼ": "'", "ё": "е", "Ё": "Е", "İ": "I"}
"""The dotted capital I is the one letter that has another length in small letters."""
_WIDE_COMMA = "，"
_WIDE_THOUSANDS = later(f"(?<=[０-９]){_WIDE_COMMA}(?=[０-９]{{3}})")
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) != _WIDE_COMMA}
# Only characters of words that the Chinese lexicon holds: everything else stays as it was printed.
_TRADITIONAL = "億萬噸長達標準貨櫃個項餘輛過約對條種間環將進漲點歐韓臺幣戶為車數擴縮減佈崗學協議簽國際業畝頃廠級單雙貳陸認員幾兩於節號時電發從統體產還複邊內來專盧薩許試鐘銀銳滿堅週貿總額農鐵羅關計報資稱說與運輸東門庫茲亞順檢華訪鈾氣線連雲會訂預倉儲碼頭場風煉納圖據顯轉團購備錄貸經熱機構區語現紹開蘭蘇烏齊費館營網當論評屬銷類顧願權領復斷書樣淨爭獎異礦稅糧給編習製規設話該調談讀較輪郵駐騰驗麥麵爾採裡裏後鬆劃務佔傳強徑擬裝遊財導聞聯責負讓飛馬寧廳彙匯攜昇溫無獲確穀維聲見觀訊記訴證讚賀鋼鋁鋅銅陽飼紡藥遞應動畫綫參獻貢"
_SIMPLIFIED = "亿万吨长达标准货柜个项余辆过约对条种间环将进涨点欧韩台币户为车数扩缩减布岗学协议签国际业亩顷厂级单双贰陆认员几两于节号时电发从统体产还复边内来专卢萨许试钟银锐满坚周贸总额农铁罗关计报资称说与运输东门库兹亚顺检华访铀气线连云会订预仓储码头场风炼纳图据显转团购备录贷经热机构区语现绍开兰苏乌齐费馆营网当论评属销类顾愿权领复断书样净争奖异矿税粮给编习制规设话该调谈读较轮邮驻腾验麦面尔采里里后松划务占传强径拟装游财导闻联责负让飞马宁厅汇汇携升温无获确谷维声见观讯记诉证赞贺钢铝锌铜阳饲纺药递应动划线参献贡"
_SIMPLER = dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True))
_ONE_TO_ONE = str.maketrans(
    _FULL_WIDTH | _MARKS | _SIMPLER | dict.fromkeys(_SPACES, " ") | dict.fromkeys(_DASHES, "-")
)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in one spelling; `offsets[i]` is where its character `i` stood before, `None` if nothing moved."""

    text: str
    offsets: tuple[int, ...] | None = None

    def original(self, position: int) -> int:
        """Where a position of the normalised text stood in the text as it was."""
        return position if self.offsets is None else self.offsets[position]


def normalise(text: str) -> Normalised:
    """One kind of space, dash and digit, simplified characters, no soft hyphens or other invisible characters.

    Whatever it is, it has as many letters in small ones.

    >>> normalise("２．２億\u00a0吨").text
    '2.2亿 吨'
    """
    if text.isascii():
        return Normalised(text)
    if _WIDE_COMMA in text:
        text = _WIDE_THOUSANDS.sub(",", text)
    if is_normalized("NFC", text) and not any(mark in text for mark in _INVISIBLE):
        return Normalised(text.translate(_ONE_TO_ONE))
    letters: list[str] = []
    offsets: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and combining(text[end]):
            end += 1
        if text[start] not in _INVISIBLE:
            composed = normalize("NFC", text[start:end])
            letters.append(composed)
            offsets.extend([start] * len(composed))
        start = end
    return Normalised("".join(letters).translate(_ONE_TO_ONE), (*offsets, len(text)))
