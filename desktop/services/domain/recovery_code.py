"""The recovery code of a manager: printed once, kept under lock and key, typed when a PIN is forgotten."""

import secrets

# Without what is taken for another sign on paper: 0 and O, 1, I and L, 5 and S, 8 and B, U and V, 2 and Z.
SIGNS = "ACDEFGHJKMNPQRTVWXY234679"
GROUPS, GROUP_LENGTH = 5, 4


def new_recovery_code() -> str:
    """Return five groups of four signs, 93 bits of chance."""
    groups = ("".join(secrets.choice(SIGNS) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def bare_recovery_code(text: str) -> str:
    """Return the signs of a code as it was typed, in capitals and without what stands between them.

    Empty for what has not the form of one.
    """
    bare = "".join(sign for sign in text.upper() if sign.isalnum())
    is_code = len(bare) == GROUPS * GROUP_LENGTH and set(bare) <= set(SIGNS)
    return bare if is_code else ""
