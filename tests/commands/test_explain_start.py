"""What kept the desk from opening is told in one sentence, and never by an exception's own words."""

from db.errors import DatabaseBusy
from desktop.commands.window import explain_start


def test_trouble_with_the_database_is_told_by_its_own_sentence() -> None:
    assert "busy" in explain_start(DatabaseBusy("inner words"))


def test_a_fault_keeps_its_words_to_itself() -> None:
    assert "secret" not in explain_start(KeyError("secret"))
