"""Who acts."""

from dataclasses import dataclass

from db.ids import ApprovalId, DeskId, PersonId, ShiftId


@dataclass(frozen=True, slots=True)
class Actor:
    """A person of the staff at a desk, in a shift; None: in whatever shift is open there.

    Each write is given one: it stands in the journal beside what was done.
    """

    person: str
    desk_id: DeskId
    shift_id: ShiftId | None = None
    # None: the house keeps no list of its people yet, or the program itself acts.
    person_id: PersonId | None = None
    # A manager's yes to the one act that is being done: see desktop/services/steps/check_permission.py.
    approval_id: ApprovalId | None = None
    # Of the operating system, where a command is run and nobody of the staff has said who they are.
    login: str = ""
