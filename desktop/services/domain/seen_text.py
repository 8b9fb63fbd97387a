"""Text as people see it: what can't be seen, or turns what stands beside it, is never kept."""

import unicodedata

# They shape letters of Indian scripts and join emoji; alone they are nothing.
JOINERS = frozenset("\u200c\u200d")
UNSEEN = frozenset({"Cf", "Cs"})


def seen_text(text: str) -> str:
    """Return the words with one space between them, without control signs, direction marks, half signs.

    A pasted NUL is nothing that PostgreSQL can store, half a surrogate pair nothing that SQLite can, and
    a mark of direction turns around whatever a list or a paper writes after the name.
    """
    signs = ((sign, unicodedata.category(sign)) for sign in text)
    kept = "".join(
        " " if kind == "Cc" else sign for sign, kind in signs if kind not in UNSEEN or sign in JOINERS
    )
    return " ".join(kept.split()) if kept.strip(" \t" + "".join(JOINERS)) else ""
