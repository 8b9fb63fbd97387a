"""What a manager may have to allow asks one question, and a no leaves everything as it was."""

from collections.abc import Callable

import pytest

from db.actor import Actor
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.import_catalogue import ImportCatalogue
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import NotPermitted
from desktop.services.setting_up import keep_live_keys
from desktop.services.setting_up.keep_live_keys import ForgetLiveKeys, KeepLiveKeys
from desktop.services.steps.check_permission import check_permission
from tests.counter import FACTS, Counter
from tests.staff import keep_staff


@pytest.fixture(autouse=True)
def keyring(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Nothing here reaches the keyring of this machine."""
    kept: list[object] = []
    monkeypatch.setattr(keep_live_keys, "save_live_keys", kept.append)
    monkeypatch.setattr(keep_live_keys, "forget_live_keys", lambda: kept.append(None))
    return kept


def acts(counter: Counter, actor: Actor) -> dict[ManagerAct, Callable[[], object]]:
    database = counter.database
    bus = counter.offering("GOA21").id
    return {
        ManagerAct.CANCEL_DEPARTURE: lambda: CancelDeparture(database, counter.publish)(
            bus, counter.day(2), "landslide", actor=actor
        ),
        ManagerAct.IMPORT_CATALOGUE: lambda: ImportCatalogue(database, counter.publish, FACTS)(
            (), False, actor=actor
        ),
        ManagerAct.CHANGE_KEYS: lambda: KeepLiveKeys(database)("rzp_live_0000", "secret", actor=actor),
    }


@pytest.mark.parametrize(
    "act", [ManagerAct.CANCEL_DEPARTURE, ManagerAct.IMPORT_CATALOGUE, ManagerAct.CHANGE_KEYS]
)
def test_an_actor_who_may_not_changes_nothing(
    act: ManagerAct, counter: Counter, keyring: list[object]
) -> None:
    clerk = keep_staff(counter.database).clerk
    before = counter.rows()
    with pytest.raises(NotPermitted) as refused:
        acts(counter, clerk)[act]()
    assert refused.value.act is act
    assert (counter.rows(), keyring) == (before, [])


def test_keys_are_not_forgotten_by_an_actor_who_may_not(counter: Counter, keyring: list[object]) -> None:
    clerk = keep_staff(counter.database).clerk
    with pytest.raises(NotPermitted):
        ForgetLiveKeys(counter.database)(actor=clerk)
    assert keyring == []


def test_everybody_may_until_the_house_keeps_its_people(counter: Counter) -> None:
    with counter.database.write(counter.actor) as session:
        for act in ManagerAct:
            check_permission(session, act, "anything", amount_paise=1_00_000_00, percent=100)


def test_a_manager_may_do_everything_by_right(counter: Counter) -> None:
    manager = keep_staff(counter.database).manager
    with counter.database.write(manager) as session:
        for act in ManagerAct:
            check_permission(session, act, "anything", amount_paise=1_00_000_00, percent=100)
