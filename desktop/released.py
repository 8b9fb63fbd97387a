"""The day on which this program was released: no clock that is right is before it."""

from datetime import UTC, datetime

RELEASED = datetime(2026, 11, 22, tzinfo=UTC)
