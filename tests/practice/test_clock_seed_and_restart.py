"""Time, chance and memory: a clock in steps, a seed that decides all, a file that outlives the process."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop.practice.server import PracticeServer
from tests.practice.client import PATIENCE_SECONDS, Client

ROOT = Path(__file__).resolve().parents[2]


def run_of_a_day(client: Client, seed: int) -> list[object]:
    """Everything the account holds after the same requests, times left out."""
    client.post("/__practice/reset", {"seed": seed})
    client.paid_order()
    client.pay(client.qr_code()["id"])
    payment_id = client.pay(client.link()["id"], method="card")["payment_id"]
    client.post(f"/v1/payments/{payment_id}/refund", {"amount": 1000})
    state = client.get("/__practice/state")
    return [
        (one["id"], one.get("acquirer_data"), one.get("card_id"))
        for kind in ("orders", "payments", "payment_links", "qr_codes", "refunds")
        for one in state[kind]
    ]


def test_the_same_seed_gives_the_same_ids_and_numbers(merchant: Client) -> None:
    first = run_of_a_day(merchant, 7)
    assert run_of_a_day(merchant, 7) == first
    assert run_of_a_day(merchant, 8) != first


def test_a_new_file_takes_the_seed_of_the_server_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    ids = []
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        with PracticeServer(tmp_path / f"{name}.sqlite3", seed=seed) as server:
            client = Client(server.base_url)
            ids.append(client.order()["id"])
            client.close()
    assert ids[0] == ids[1] != ids[2]
    with PracticeServer(tmp_path / "a.sqlite3", seed=99) as server:
        client = Client(server.base_url)
        assert client.get("/__practice/state")["seed"] == 5
        assert client.order()["id"] not in ids
        client.close()


def test_the_clock_advances_stops_and_runs_on(merchant: Client) -> None:
    frozen = merchant.post("/__practice/clock", {"frozen": True})
    assert frozen["frozen"] is True
    stepped = merchant.post("/__practice/clock", {"advance": 30})
    assert stepped == {"now": frozen["now"] + 30, "frozen": True}
    running = merchant.post("/__practice/clock", {"frozen": False})
    assert (running["frozen"], running["now"] - stepped["now"] < 5) == (False, True)


@pytest.mark.parametrize(
    "body", [{"advance": -1}, {"advance": 10**12}, {"advance": 1.5}, {"advance": "1"}, {"set": 1}]
)
def test_the_clock_goes_forward_in_whole_seconds_only(merchant: Client, body: dict[str, object]) -> None:
    merchant.refused("POST", "/__practice/clock", body)


def test_what_became_due_happens_in_order_and_at_its_own_time(merchant: Client) -> None:
    now = merchant.now()
    merchant.faults({"kind": "delayed_capture", "seconds": 100})
    early = merchant.qr_code(close_by=now + 200)["id"]
    merchant.pay(early)
    late = merchant.qr_code(close_by=now + 300)["id"]
    merchant.advance(86400)
    codes = {one["id"]: one for one in merchant.get("/v1/payments/qr_codes")["items"]}
    assert (codes[early]["close_reason"], codes[early]["closed_at"]) == ("paid", now + 100)
    assert (codes[late]["close_reason"], codes[late]["closed_at"]) == ("expired", now + 300)


def test_a_reset_forgets_everything(merchant: Client) -> None:
    merchant.paid_order()
    merchant.faults({"kind": "error_500", "count": None})
    merchant.advance(1000)
    assert merchant.post("/__practice/reset", {"seed": 3})["seed"] == 3
    state = merchant.get("/__practice/state")
    assert (state["seed"], state["orders"], state["payments"], state["captured_paise"]) == (3, [], [], 0)
    assert merchant.get("/v1/orders")["count"] == 0
    assert merchant.get("/__practice/faults") == {"faults": []}


def test_the_state_adds_up_what_was_captured_and_given_back(merchant: Client) -> None:
    kept = merchant.paid_order(50000)
    merchant.paid_order(70000, outcome="authorize")
    merchant.post(f"/v1/payments/{kept['id']}/refund", {"amount": 20000})
    failed = merchant.post(f"/v1/payments/{kept['id']}/refund", {"amount": 10000})
    merchant.post(f"/__practice/refunds/{failed['id']}", {"status": "failed"})
    state = merchant.get("/__practice/state")
    assert (state["captured_paise"], state["refunded_paise"]) == (50000, 20000)


def test_everything_survives_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "practice.sqlite3"
    server = PracticeServer(file)
    client = Client(server.start())
    client.post("/__practice/clock", {"frozen": True, "advance": 5000})
    client.faults({"kind": "error_500", "path": "/v1/customers$", "nth": 2})
    client.send("GET", "/v1/customers")
    qr_code_id = client.qr_code()["id"]
    payment = client.paid_order()
    key = {"X-Refund-Idempotency": "refund-0001"}
    refund = client.post(f"/v1/payments/{payment['id']}/refund", {"amount": 1000}, headers=key)
    before, log = client.get("/__practice/state"), client.log()
    client.close()
    server.stop()
    client = Client(server.start())
    after = client.get("/__practice/state")
    assert after["payments"] == before["payments"]
    assert after["refunds"] == before["refunds"]
    assert after["now"] == before["now"]
    assert client.log() == log
    again = client.post(f"/v1/payments/{payment['id']}/refund", {"amount": 1000}, headers=key)
    assert again["id"] == refund["id"]
    assert client.send("GET", "/v1/customers").status_code == 500
    assert client.get(f"/v1/payments/qr_codes/{qr_code_id}")["image_url"].startswith(client.base_url)
    client.close()
    server.stop()


PROGRAM = """
import sys
from pathlib import Path
from desktop.practice.server import serve_forever
serve_forever(0, "rzp_test_practice00000", "practice-secret", Path(sys.argv[1]),
              lambda url: print(url, flush=True))
"""


def start_process(file: Path) -> tuple["subprocess.Popen[str]", Client]:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(file)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, Client(process.stdout.readline().strip())


def end(process: "subprocess.Popen[str]", client: Client) -> int:
    client.close()
    code = process.wait(PATIENCE_SECONDS)
    if process.stdout is not None:
        process.stdout.close()
    return code


def test_what_was_answered_survives_a_kill(tmp_path: Path) -> None:
    process, client = start_process(tmp_path / "practice.sqlite3")
    payment = client.paid_order()
    process.kill()
    end(process, client)
    with PracticeServer(tmp_path / "practice.sqlite3") as server:
        client = Client(server.base_url)
        assert client.payment(payment["id"]) == payment
        client.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process alone")
def test_ctrl_c_ends_the_command_cleanly(tmp_path: Path) -> None:
    import signal

    process, client = start_process(tmp_path / "practice.sqlite3")
    assert client.order()["status"] == "created"
    process.send_signal(signal.SIGINT)
    assert end(process, client) == 0


def test_stopping_does_not_wait_for_a_request_that_hangs(tmp_path: Path) -> None:
    server = PracticeServer(tmp_path / "practice.sqlite3")
    client = Client(server.start())
    client.faults({"kind": "timeout", "path": "^/v1/orders$"})
    failed: list[Exception] = []

    def ask() -> None:
        try:
            client.send("GET", "/v1/orders")
        except OSError as error:
            failed.append(error)

    waiting = threading.Thread(target=ask)
    waiting.start()
    other = Client(client.base_url)
    while not other.log(path="/v1/orders")["count"]:
        pass
    server.stop()
    waiting.join(PATIENCE_SECONDS)
    assert len(failed) == 1
    client.close()
    other.close()
    server.stop()
