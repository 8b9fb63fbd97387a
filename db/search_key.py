"""How names are compared when somebody is looked for: one folded form, stored beside the name."""

import unicodedata

# Letters that no decomposition takes apart.
SAME_AS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ŧ": "t"}
)
# Accents and umlauts. Vowel signs lie elsewhere and stay: रवि and राव are two names.
MARKS = range(0x0300, 0x0370)
# The dot below, of every Indian script that has one: it is typed or left out at will.
NUKTAS = frozenset("\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\U000110ba")
# Between the letters of one word: O'Brien, D’Souza.
APOSTROPHES = frozenset("'’‘ʼ`´")


def search_key(text: str) -> str:
    """Return the words of `text` as they are looked for, with one space between them; nothing for no word.

    Compatible forms are taken apart (NFKD), accents and the nukta dropped, letters made small, figures of
    every script written 0 to 9. Joiners and apostrophes vanish; any other sign ends a word.
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join("".join(map(_folded, apart)).translate(SAME_AS).split())


def _folded(sign: str) -> str:
    if ord(sign) in MARKS or sign in NUKTAS or sign in APOSTROPHES:
        return ""
    figure = unicodedata.decimal(sign, None)
    if figure is not None:
        return str(figure)
    kind = unicodedata.category(sign)
    if kind == "Cf":
        return ""
    return sign if kind[0] in "LMN" else " "
