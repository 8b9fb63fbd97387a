"""OpenDrawer: the drawer is opened without a sale, for a reason that a manager may ask about."""

from db import drawer_moves, journal
from db.actor import Actor
from db.database import Database
from db.ids import RequestKey
from db.states import DrawerMoveKind
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import OtherContent
from desktop.services.events import Publish, ShiftChanged
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.open_shift import open_shift_id


class OpenDrawer:
    """Nothing is taken out or put in: whoever does that enters it as a move."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, reason: str, request_key: RequestKey, *, actor: Actor) -> None:
        """Open the drawer of this desk and write down why; the same key again opens nothing.

        Raises BadRequest without a reason, NoOpenShift, NotYourShift, NoDrawer, NotPermitted, OtherContent.
        """
        why = checked_reason(reason)
        with self._database.write(actor) as session:
            done = drawer_moves.find_by_request(session, request_key)
            if done is not None:
                if (done.kind, done.reason) != (DrawerMoveKind.OPENED, why):
                    raise OtherContent(done.amount_paise)
                return
            shift_id = open_shift_id(session, cash=True)
            check_permission(session, ManagerAct.OPEN_DRAWER, f"{shift_id} {why}")
            drawer_moves.add(
                session,
                DrawerMoveKind.OPENED,
                shift_id=shift_id,
                entry_id=None,
                amount_paise=0,
                reason=why,
                request_key=request_key,
            )
            journal.record(session, "DRAWER_OPENED", {"shift": shift_id, "reason": why})
            session.opens_drawer = True
        self._publish(ShiftChanged())
