"""What a manager may have to allow asks one question, and a no leaves everything as it was."""

from collections.abc import Callable

import pytest

from db.actor import Actor
from desktop.services.catalogue import cancel_departure, import_catalogue
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.import_catalogue import ImportCatalogue
from desktop.services.domain.permission import ManagerAct, may
from desktop.services.errors import NotPermitted
from desktop.services.setting_up import keep_live_keys
from desktop.services.setting_up.keep_live_keys import ForgetLiveKeys, KeepLiveKeys
from tests.counter import FACTS, Counter


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[ManagerAct]:
    """Answer no to everybody and return what was asked."""
    questions: list[ManagerAct] = []

    def no(_actor: Actor, act: ManagerAct, _amount_paise: int = 0) -> bool:
        questions.append(act)
        return False

    for module in (cancel_departure, import_catalogue, keep_live_keys):
        monkeypatch.setattr(module, "may", no)
    return questions


def acts(counter: Counter) -> dict[ManagerAct, Callable[[], object]]:
    database, actor = counter.database, counter.actor
    bus = counter.offering("GOA21").id
    return {
        ManagerAct.CANCEL_DEPARTURE: lambda: CancelDeparture(database, counter.publish)(
            bus, counter.day(2), "landslide", actor=actor
        ),
        ManagerAct.IMPORT_CATALOGUE: lambda: ImportCatalogue(database, counter.publish, FACTS)(
            (), False, actor=actor
        ),
        ManagerAct.CHANGE_KEYS: lambda: KeepLiveKeys()("rzp_live_0000", "secret", actor=actor),
    }


@pytest.mark.parametrize(
    "act", [ManagerAct.CANCEL_DEPARTURE, ManagerAct.IMPORT_CATALOGUE, ManagerAct.CHANGE_KEYS]
)
def test_an_actor_who_may_not_changes_nothing(
    act: ManagerAct, counter: Counter, asked: list[ManagerAct]
) -> None:
    before = counter.rows()
    with pytest.raises(NotPermitted) as refused:
        acts(counter)[act]()
    assert (refused.value.act, asked) == (act, [act])
    assert counter.rows() == before


def test_keys_are_not_forgotten_by_an_actor_who_may_not(counter: Counter) -> None:
    with pytest.raises(NotPermitted):
        ForgetLiveKeys()(actor=counter.actor)


def test_everybody_may_until_the_desk_knows_its_people(counter: Counter) -> None:
    assert all(may(counter.actor, act, 1_00_000_00) for act in ManagerAct)
