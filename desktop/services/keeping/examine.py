"""Examine: everything that the desk rests on, looked at side by side, each with an end. Changes nothing."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping

from desktop.services.domain.examination import Examined, Verdict

SECONDS_MAX = 15.0
Examination = Callable[[], Examined]


class Examine:
    """Runs its examinations, named in the order in which they are told; all have ended after `seconds`."""

    def __init__(self, examinations: Mapping[str, Examination], seconds: float = SECONDS_MAX) -> None:
        self._examinations = examinations
        self._seconds = seconds

    def __call__(self) -> Iterator[Examined]:
        """Yield what each has found, as soon as it is known; one that breaks off or does not end is told."""
        end = time.monotonic() + self._seconds
        running = [_Running(name, run) for name, run in self._examinations.items()]
        for one in running:
            one.join(max(0.0, end - time.monotonic()))
            yield one.found or Examined(
                one.name,
                Verdict.WRONG,
                f"No answer within {self._seconds:.0f} s.",
                "Something behind it is silent: start this computer anew, or ask who looks after it.",
            )


class _Running(threading.Thread):
    """One examination in a thread that does not keep the program from ending."""

    def __init__(self, name: str, run: Examination) -> None:
        super().__init__(name=name, daemon=True)
        self.found: Examined | None = None
        self._run = run
        self.start()

    def run(self) -> None:
        try:
            self.found = self._run()
        except Exception as error:  # noqa: BLE001  one that breaks must not keep the others from being told
            self.found = Examined(
                self.name,
                Verdict.WRONG,
                f"The examination itself broke off ({type(error).__name__}).",
                "Please report this.",
            )
