"""Who may do what: one question, asked in one place."""

from enum import StrEnum

from db.actor import Actor


class ManagerAct(StrEnum):
    """An act that a house may want to leave to its managers."""

    IMPORT_CATALOGUE = "import_catalogue"
    CANCEL_DEPARTURE = "cancel_departure"
    REFUND_DEPARTURE = "refund_departure"
    CHANGE_KEYS = "change_keys"
    CALL_MONEY_NOT_OURS = "call_money_not_ours"
    SET_CLOCK_BACK = "set_clock_back"
    REOPEN_COMPLETED = "reopen_completed"
    REVERSE_OF_OTHER_SHIFT = "reverse_of_other_shift"
    ACCEPT_LOSS = "accept_loss"
    PASS_GROUP_LIMITS = "pass_group_limits"  # noqa: S105  an act, no password


def may(actor: Actor, act: ManagerAct, amount_paise: int = 0) -> bool:
    """Tell whether the actor may do it, with so much money in it.

    Everybody may, as long as the desk keeps no list of its people.
    """
    del actor, act, amount_paise
    return True
