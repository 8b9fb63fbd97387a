"""What every handler works with: the file's rows, the clock, the ids, the account's key, and the request."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.practice.account.clock import Clock
from desktop.practice.account.entities import PREFIXES, Entities, Entity
from desktop.practice.account.identifiers import Identifiers, is_id
from desktop.practice.account.schedule import Schedule
from desktop.practice.account.storage import Storage
from desktop.practice.answers.envelopes import Document, bad_id, unknown_id
from desktop.practice.faults.knobs import Faults


class Gateway:
    """One practice account. `base_url` is known once the port is; it ends without a slash."""

    def __init__(self, storage: Storage, key_id: str, key_secret: str) -> None:
        self.storage = storage
        self.clock = Clock(storage)
        self.identifiers = Identifiers(storage)
        self.entities = Entities(storage)
        self.schedule = Schedule(storage)
        self.faults = Faults(storage, self.identifiers)
        self.key_id = key_id
        self.key_secret = key_secret
        self.base_url = "http://127.0.0.1"

    def fetch(self, kind: str, entity_id: str) -> Entity:
        """The entity of that id. ApiError (400) if the id is malformed or unknown."""
        if not is_id(entity_id, PREFIXES[kind]):
            raise bad_id(entity_id)
        found = self.entities.find(kind, entity_id)
        if found is None:
            raise unknown_id()
        return found

    def add(
        self,
        kind: str,
        shown: Document,
        *,
        parent: str | None = None,
        reference: str | None = None,
        hidden: Document | None = None,
        visible_after: int = 0,
    ) -> Entity:
        """Stores a new entity under the next id of its kind; `shown` is given `id` and `created_at` first."""
        now = self.clock.now()
        entity_id = self.identifiers.next_id(PREFIXES[kind])
        return self.entities.add(
            Entity(
                id=entity_id,
                kind=kind,
                created_at=now,
                visible_at=now + visible_after,
                parent=parent,
                reference=reference,
                shown={"id": entity_id, **shown, "created_at": now},
                hidden=hidden or {},
            )
        )


@dataclass(frozen=True, slots=True)
class Call:
    """One request, read and decoded. `faults` holds the knobs that apply to it, by kind."""

    method: str
    path: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    body: Document = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes = b""
    faults: Mapping[str, Document] = field(default_factory=dict)

    def number(self, kind: str, name: str, *, default: int, inactive: int = 0) -> int:
        """A number of the fault `kind`: `default` if the fault does not say, `inactive` if it is not on."""
        fault = self.faults.get(kind)
        return inactive if fault is None else int(fault.get(name, default))


Handler = Callable[[Gateway, Call], Document]
