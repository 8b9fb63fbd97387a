"""Amounts in words as Indian papers write them: lakh and crore, in English and in Hindi."""

from __future__ import annotations

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# Hindi has a word of its own for each number below a hundred.
HINDI = [
    "शून्य",
    "एक",
    "दो",
    "तीन",
    "चार",
    "पाँच",
    "छह",
    "सात",
    "आठ",
    "नौ",
    "दस",
    "ग्यारह",
    "बारह",
    "तेरह",
    "चौदह",
    "पंद्रह",
    "सोलह",
    "सत्रह",
    "अठारह",
    "उन्नीस",
    "बीस",
    "इक्कीस",
    "बाईस",
    "तेईस",
    "चौबीस",
    "पच्चीस",
    "छब्बीस",
    "सत्ताईस",
    "अट्ठाईस",
    "उनतीस",
    "तीस",
    "इकतीस",
    "बत्तीस",
    "तैंतीस",
    "चौंतीस",
    "पैंतीस",
    "छत्तीस",
    "सैंतीस",
    "अड़तीस",
    "उनतालीस",
    "चालीस",
    "इकतालीस",
    "बयालीस",
    "तैंतालीस",
    "चौवालीस",
    "पैंतालीस",
    "छियालीस",
    "सैंतालीस",
    "अड़तालीस",
    "उनचास",
    "पचास",
    "इक्यावन",
    "बावन",
    "तिरपन",
    "चौवन",
    "पचपन",
    "छप्पन",
    "सत्तावन",
    "अट्ठावन",
    "उनसठ",
    "साठ",
    "इकसठ",
    "बासठ",
    "तिरसठ",
    "चौंसठ",
    "पैंसठ",
    "छियासठ",
    "सड़सठ",
    "अड़सठ",
    "उनहत्तर",
    "सत्तर",
    "इकहत्तर",
    "बहत्तर",
    "तिहत्तर",
    "चौहत्तर",
    "पचहत्तर",
    "छिहत्तर",
    "सतहत्तर",
    "अठहत्तर",
    "उनासी",
    "अस्सी",
    "इक्यासी",
    "बयासी",
    "तिरासी",
    "चौरासी",
    "पचासी",
    "छियासी",
    "सत्तासी",
    "अट्ठासी",
    "नवासी",
    "नब्बे",
    "इक्यानवे",
    "बानवे",
    "तिरानवे",
    "चौरानवे",
    "पचानवे",
    "छियानवे",
    "सत्तानवे",
    "अट्ठानवे",
    "निन्यानवे",
]
CRORE, LAKH, THOUSAND, HUNDRED = 10_000_000, 100_000, 1_000, 100
GROUPS = (
    (CRORE, "crore", "करोड़"),
    (LAKH, "lakh", "लाख"),
    (THOUSAND, "thousand", "हज़ार"),
    (HUNDRED, "hundred", "सौ"),
)


def amount_in_words(paise: int, language: str) -> str:
    """Return "Rupees one lakh and one paisa only", or in Hindi "रुपये एक लाख और एक पैसा मात्र".

    A crore is counted in itself from a hundred of them on: "one lakh crore". Of an amount below zero the
    words are those of the amount.
    """
    rupees, rest = divmod(abs(paise), 100)
    if language == "hi":
        tail = f" और {_number(rest, hindi=True)} {'पैसा' if rest == 1 else 'पैसे'}" if rest else ""
        return f"रुपये {_number(rupees, hindi=True)}{tail} मात्र"
    tail = f" and {_number(rest)} {'paisa' if rest == 1 else 'paise'}" if rest else ""
    return f"Rupees {_number(rupees)}{tail} only"


def _number(number: int, *, hindi: bool = False) -> str:
    if number < HUNDRED:
        return HINDI[number] if hindi else _below_hundred(number)
    words = []
    for size, english, own in GROUPS:
        count, number = divmod(number, size)
        if count:
            words.append(f"{_number(count, hindi=hindi)} {own if hindi else english}")
    if number:
        words.append(_number(number, hindi=hindi))
    return " ".join(words)


def _below_hundred(number: int) -> str:
    if number < len(ONES):
        return ONES[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")
