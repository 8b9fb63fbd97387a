"""A time that the caller may put in place of the database node's."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
