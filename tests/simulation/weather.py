"""What goes wrong for a while at the gateway, on the wire and at the bank; drawn anew every so often."""

from random import Random
from typing import Any

from desktop.practice.faults.kinds import API, KINDS

Fault = dict[str, Any]
CLEAR, STORM = 0.25, 0.12
AFTER_COMMIT = ("timeout", "error_500", "error_502", "error_503", "html_502", "html_200", "redirect")
# Real seconds that somebody really waits; all others are seconds of the gateway's own clock.
WAITS = {"latency_before": 0.002, "latency_after": 0.002, "timeout": 0.02}
LATER = {
    "delayed_capture": (5, 900),
    "late_success": (5, 3000),
    "delayed_visibility": (5, 400),
    "refund_pending": (60, 90_000),
    "refund_failed": (0, 4000),
    "close_by_overridden": (300, 7200),
}
# The desks here run no job that asks for it, so the simulation does.
DOWNTIMES = "/v1/payments/downtimes"


def draw(random: Random) -> list[Fault]:
    """Return the faults of the next while: none, some, or many."""
    mood = random.random()
    if mood < CLEAR:
        return []
    many = mood > 1 - STORM
    kinds = random.sample(list(KINDS), 12 if many else 6)
    return [_fault(random, kind, 0.25 if many else 0.1) for kind in kinds]


def _fault(random: Random, kind: str, rate: float) -> Fault:
    # A customer pays once and a refund is asked for once, but a desk asks all the time.
    often = KINDS[kind] != API
    probability = 1.0 if kind == "upi_downtime" else min(rate * 3, 0.5) if often else rate
    fault: Fault = {"kind": kind, "count": None, "probability": probability}
    if kind in AFTER_COMMIT:
        fault["after_commit"] = random.random() < 0.5
    if kind in WAITS:
        fault["seconds"] = WAITS[kind]
    elif kind == "clock_skew":
        fault["seconds"] = random.choice((-7200, -600, -40, 40, 600, 7200))
    elif kind in LATER:
        fault["seconds"] = random.randint(*LATER[kind])
    elif kind == "amount_limit":
        fault["paise"] = random.choice((100_000, 300_000, 1_000_000))
    elif kind == "too_many_requests":
        fault |= {"retry_after": random.choice((None, 1)), "html": random.random() < 0.5}
    if kind == "delayed_visibility" and random.random() < 0.3:
        fault |= {"path": r"/refund$", "method": "POST"}
    return fault
