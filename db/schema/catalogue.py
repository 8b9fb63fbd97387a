"""What the desk sells: sites, offerings, their units and slots, and the rows that change a price."""

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint

from db.catalogue_words import Berth, StopDirection
from db.schema.columns import (
    at_least,
    day,
    flag,
    flag_check,
    home,
    key,
    metadata,
    moment,
    one_of,
    refer,
    text,
    whole,
    word,
)
from db.states import ANY_KIND, Kind

site = Table(
    "site",
    metadata,
    key(),
    text("code", unique=True),
    text("name"),
    text("city"),
    text("time_zone"),
    # Until this minute after midnight the night that has begun is "tonight": the business date of rooms.
    whole("night_ends_minute", default=360),
    # The code of the registration that supplies, or NONE; empty: nobody has said, and it is taxed.
    text("registration", default=""),
    text("state_code", default=""),
    home(),
    CheckConstraint("night_ends_minute BETWEEN 0 AND 719", name="night_ends_minute_range"),
    sqlite_strict=True,
)

policy = Table(
    "policy",
    metadata,
    key(),
    text("code"),
    text("name"),
    day("effective_from"),
    # JSON: [{"hours_before": int, "refund_bp": int}, ...], widest window first.
    text("tiers"),
    home(),
    UniqueConstraint("code", "effective_from"),
    sqlite_strict=True,
)

offering = Table(
    "offering",
    metadata,
    key(),
    refer("site_id", "site"),
    word("kind", Kind),
    text("code", unique=True),
    text("name"),
    text("description"),
    text("policy_code"),
    flag("air_conditioned"),
    # Rooms: the persons one room takes. Tours: the persons one booking may bring (groups).
    whole("adults_max", optional=True),
    whole("children_max", optional=True),
    whole("persons_max", optional=True),
    whole("persons_min", default=1),
    # Buses: "Pune" and "Goa"; empty elsewhere.
    text("origin", optional=True),
    text("destination", optional=True),
    # Buses: the code of the coach whose seats the service has; empty elsewhere, and where nobody knows.
    text("coach", default=""),
    # When a slot begins, in minutes after midnight at the site, and how long it lasts: 14:00 to 11:00.
    whole("start_minute", default=840),
    whole("length_minutes", default=1260),
    flag("active", default=1),
    text("tax_class", default=""),
    # The code of the registration that supplies it, or NONE; empty: that of the site.
    text("registration", default=""),
    # The price is what the customer pays, with the tax inside.
    flag("price_with_tax"),
    home(),
    one_of("kind", Kind),
    flag_check("air_conditioned"),
    flag_check("price_with_tax"),
    flag_check("active"),
    at_least("persons_min", 1),
    at_least("length_minutes", 1),
    CheckConstraint("start_minute BETWEEN 0 AND 1439", name="start_minute_range"),
    CheckConstraint("persons_max IS NULL OR persons_max >= persons_min", name="persons_range"),
    sqlite_strict=True,
)

unit = Table(
    "unit",
    metadata,
    key(),
    refer("offering_id", "offering"),
    # Rooms of an active offering: the site that has one room of this name, whatever it is sold under.
    refer("site_id", "site", optional=True),
    text("name"),
    whole("rank"),
    # Buses only: where the seat stands in the coach.
    whole("row_number", optional=True),
    whole("column_number", optional=True),
    whole("deck", optional=True),
    word("berth", Berth, optional=True),
    flag("by_window"),
    flag("ladies_only"),
    whole("supplement_paise", default=0),
    flag("active", default=1),
    home(),
    UniqueConstraint("offering_id", "name"),
    one_of("berth", Berth),
    flag_check("by_window"),
    flag_check("ladies_only"),
    flag_check("active"),
    at_least("supplement_paise", 0),
    sqlite_strict=True,
)

slot = Table(
    "slot",
    metadata,
    key(),
    refer("offering_id", "offering"),
    day("day"),
    moment("starts_at"),
    moment("ends_at"),
    whole("price_paise"),
    flag("stopped"),
    text("stop_reason", optional=True),
    flag("cancelled"),
    home(),
    UniqueConstraint("offering_id", "day"),
    at_least("price_paise", 0),
    flag_check("stopped"),
    flag_check("cancelled"),
    CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    sqlite_strict=True,
)

meal_plan = Table(
    "meal_plan",
    metadata,
    key(),
    refer("offering_id", "offering"),
    text("code"),
    text("name"),
    # Added to each room-night.
    whole("supplement_paise"),
    whole("rank"),
    home(),
    UniqueConstraint("offering_id", "code"),
    at_least("supplement_paise", 0),
    sqlite_strict=True,
)

stop_point = Table(
    "stop_point",
    metadata,
    key(),
    refer("offering_id", "offering"),
    word("direction", StopDirection),
    text("name"),
    # Minutes after the departure.
    whole("after_minutes"),
    text("state_code", default=""),
    home(),
    UniqueConstraint("offering_id", "direction", "name"),
    one_of("direction", StopDirection),
    sqlite_strict=True,
)

fee_rule = Table(
    "fee_rule",
    metadata,
    key(),
    word("kind", Kind),
    whole("rate_bp"),
    whole("cap_paise", optional=True),
    day("effective_from"),
    home(),
    one_of("kind", Kind),
    CheckConstraint("rate_bp BETWEEN 0 AND 10000", name="rate_range"),
    at_least("cap_paise", 0),
    sqlite_strict=True,
)

promo = Table(
    "promo",
    metadata,
    key(),
    text("code", unique=True),
    text("kind"),
    text("discount"),
    whole("value_paise", optional=True),
    whole("value_bp", optional=True),
    whole("cap_paise", optional=True),
    whole("minimum_paise", default=0),
    moment("starts_at"),
    moment("ends_at"),
    whole("uses_max", optional=True),
    whole("uses_per_customer_max", optional=True),
    # Uses reserved by live holds and taken by bookings; the CHECK is what stops the use too many.
    whole("uses", default=0),
    flag("active", default=1),
    home(),
    one_of("kind", (ANY_KIND, *Kind)),
    CheckConstraint(
        "(discount = 'flat' AND value_paise > 0 AND value_bp IS NULL)"
        " OR (discount = 'percent' AND value_bp BETWEEN 1 AND 10000 AND value_paise IS NULL)",
        name="discount_value",
    ),
    CheckConstraint("code = upper(trim(code))", name="code_form"),
    CheckConstraint("ends_at > starts_at", name="window"),
    CheckConstraint("uses >= 0 AND (uses_max IS NULL OR uses <= uses_max)", name="uses_range"),
    flag_check("active"),
    at_least("minimum_paise", 0),
    at_least("cap_paise", 0),
    sqlite_strict=True,
)

Index("ix_slot_day", slot.c.day)
Index(
    "ix_unit_room",
    unit.c.site_id,
    unit.c.name,
    unique=True,
    sqlite_where=unit.c.active == 1,
    postgresql_where=unit.c.active == 1,
)
