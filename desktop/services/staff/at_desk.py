"""AtDesk: who stands at this desk now."""

from dataclasses import replace

from db.actor import Actor
from db.ids import DeskId, PersonId

SYSTEM = "system"
"""Who acts while nobody has signed in: the jobs in the background."""


class AtDesk:
    """Keeps the actor of this moment; every use case asks for it anew.

    As long as the house keeps no list of its people, it is whoever the start was told of.
    """

    def __init__(self, desk_id: DeskId, clerk: str, *, keeps_people: bool) -> None:
        self._nobody = Actor(SYSTEM if keeps_people else clerk, desk_id)
        self._actor = self._nobody
        self._keeps_people = keeps_people

    def __call__(self) -> Actor:
        """Return who acts now."""
        return self._actor

    @property
    def person_id(self) -> PersonId | None:
        """Who has signed in."""
        return self._actor.person_id

    @property
    def keeps_people(self) -> bool:
        """Whether the house keeps a list of its people, so that somebody must sign in."""
        return self._keeps_people

    @property
    def is_locked(self) -> bool:
        """Whether nobody may work here before they sign in."""
        return self._keeps_people and self.person_id is None

    def keep_people(self) -> None:
        """From now on the house keeps a list of its people."""
        if not self._keeps_people:
            self._keeps_people = True
            self._nobody = replace(self._nobody, person=SYSTEM)
            if self.person_id is None:
                self._actor = self._nobody

    def sign_in(self, person_id: PersonId, name: str) -> Actor:
        """From now on this person acts."""
        self._actor = Actor(name, self._nobody.desk_id, person_id=person_id)
        return self._actor

    def sign_out(self) -> None:
        """Nobody acts any more; the jobs in the background go on."""
        self._actor = self._nobody
