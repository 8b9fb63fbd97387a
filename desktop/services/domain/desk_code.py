"""The code of a desk: it begins the number of every paper, which has 16 characters in all."""

import re

from desktop.services.domain.figures import plain_figures
from desktop.services.domain.seen_text import seen_text

DESK_CODE = re.compile(r"[A-Z0-9]{1,4}", re.ASCII)


def normal_desk_code(text: str) -> str | None:
    """Return a code in capitals, of one to four letters or figures; None for what is none."""
    code = seen_text(plain_figures(text)).upper()
    return code if DESK_CODE.fullmatch(code) else None
