"""The code that is printed when the first manager is made; with it a manager gets a new PIN."""

import secrets

# Of signs that a hand makes alike (0 O, 1 I L, 5 S, 2 Z, 8 B, U V) at most the letter U is there.
ALPHABET = "ACDEFGHJKMNPQRTUWXY34679"
GROUPS = 5
GROUP_LENGTH = 4


def new_recovery_code() -> str:
    """Return five groups of four signs with hyphens: some 91 bits, told once and kept as a hash alone."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def plain_recovery_code(text: str) -> str:
    """Return a code as it is hashed, however it was typed: without gaps and hyphens, in capitals."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def is_recovery_code(text: str) -> bool:
    """Tell whether it has the form of one."""
    plain = plain_recovery_code(text)
    return len(plain) == GROUPS * GROUP_LENGTH and set(plain) <= set(ALPHABET)
