"""What kept the desk from opening is told in one sentence, and never by an exception's own words."""

import pytest

from db.errors import DatabaseBusy
from desktop.bootstrap import NoLiveKeys
from desktop.commands.window import explain_start
from desktop.services.gateways.live_keys import KeyStoreSilent, KeyStoreTrouble, NoKeyStore


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NoLiveKeys(), ("no live keys", "F7")),
        (NoKeyStore("inner words"), ("no keyring that can be trusted", "Install one")),
        (KeyStoreSilent("inner words"), ("has not answered for 45 s", "Unlock it")),
        (KeyStoreTrouble("inner words"), ("did not hand out the live keys", "Unlock it")),
    ],
)
def test_trouble_with_the_live_keys_says_what_to_do(error: Exception, words: tuple[str, ...]) -> None:
    told = explain_start(error)
    assert all(word in told for word in words)
    assert "--live" in told
    assert "inner words" not in told


def test_trouble_with_the_database_is_told_by_its_own_sentence() -> None:
    assert "busy" in explain_start(DatabaseBusy("inner words"))


def test_a_fault_keeps_its_words_to_itself() -> None:
    assert "secret" not in explain_start(KeyError("secret"))
