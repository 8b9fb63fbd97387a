"""Who supplies, under which number and in which State, and what each class of supply is taxed at."""

from sqlalchemy import CheckConstraint, Table, UniqueConstraint

from db.schema.columns import day, flag, flag_check, home, key, metadata, one_of, text, whole, word
from db.states import Scheme, Supply

registration = Table(
    "registration",
    metadata,
    key(),
    text("code"),
    day("valid_from"),
    # Empty: none.
    text("gstin", default=""),
    # Two digits, e.g. 27.
    text("state_code"),
    text("legal_name"),
    text("trade_name", default=""),
    text("address"),
    word("scheme", Scheme),
    text("telephone", default=""),
    # How many figures of a service code stand on its papers: 4 or 6.
    whole("sac_digits", default=6),
    # Its turnover asks for an e-invoice of each paper to a registered buyer.
    flag("e_invoice", default=0),
    home(),
    UniqueConstraint("code", "valid_from"),
    one_of("scheme", Scheme),
    CheckConstraint("sac_digits IN (4, 6)", name="sac_digits_known"),
    flag_check("e_invoice"),
    CheckConstraint("gstin = '' OR length(gstin) = 15", name="gstin_length"),
    sqlite_strict=True,
)

tax_class = Table(
    "tax_class",
    metadata,
    key(),
    text("code", unique=True),
    text("sac", default=""),
    text("title"),
    text("title_hi", default=""),
    word("supply", Supply),
    home(),
    one_of("supply", Supply),
    sqlite_strict=True,
)

tax_rate = Table(
    "tax_rate",
    metadata,
    key(),
    text("tax_class"),
    day("valid_from"),
    # The slab: over_paise < value of the unit in the slot <= up_to_paise (NULL: no upper end).
    whole("over_paise"),
    whole("up_to_paise", optional=True),
    whole("rate_bp"),
    home(),
    UniqueConstraint("tax_class", "valid_from", "over_paise"),
    CheckConstraint("rate_bp BETWEEN 0 AND 10000", name="rate_range"),
    CheckConstraint("over_paise >= -1", name="over_floor"),
    CheckConstraint("up_to_paise IS NULL OR up_to_paise > over_paise", name="slab_range"),
    sqlite_strict=True,
)
