"""One request and its reply: reads it, lets faults strike, does it in one transaction, logs it, answers."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from desktop.practice.answers import replies
from desktop.practice.answers.envelopes import ApiError, Document, plain, unauthorized, url_not_found
from desktop.practice.answers.replies import Reply
from desktop.practice.control import request_log
from desktop.practice.faults import broken_replies
from desktop.practice.gateway import Call, Gateway
from desktop.practice.phone import page as phone_page
from desktop.practice.serving import reading, routes
from desktop.practice.serving.connection import TRANSPORT, Wire
from desktop.practice.serving.time_passes import catch_up

INNER = ("/__practice/", "/phone")
OPEN_WITH_KEY_ONLY = "/v1/methods"


class Exchange:
    """The ASGI application."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        headers = dict(request.headers)
        path = scope["path"].rstrip("/") or "/"
        call = Call(
            method=scope["method"],
            path=path,
            query=reading.query_of(scope["query_string"].decode("latin-1")),
            headers=headers,
            raw=await request.body(),
        )
        wire = Wire(scope["state"][TRANSPORT], receive, send)
        if not reading.is_from_here(headers, scope["client"]):
            await wire.answer(
                replies.error_reply(plain(403, "BAD_REQUEST_ERROR", "Only this computer may ask."))
            )
            return
        if not reading.is_own_page(call.method, headers):
            await wire.answer(
                replies.error_reply(plain(403, "BAD_REQUEST_ERROR", "Another site's page may not ask."))
            )
            return
        with self._gateway.storage.transaction():
            faults = self._gateway.faults.strike(call.method, phone_page.fault_path(path))
        await self._exchange(replace(call, faults=faults), wire)

    async def _exchange(self, call: Call, wire: Wire) -> None:
        faults = call.faults
        await _wait(faults, "latency_before")
        if "drop_before" in faults:
            self._note(call, None)
            await wire.cut()
            return
        hangs_first = "timeout" in faults and not faults["timeout"].get("after_commit", False)
        if hangs_first:
            self._note(call, None)
            await wire.hang(faults["timeout"].get("seconds"))
            return
        early = broken_replies.instead(call.faults, self._url(call), after_commit=False)
        if early is not None:
            await wire.answer(self._note(call, early))
            return
        reply, sent = self._do(call)
        await _wait(faults, "latency_after")
        if "drop_after_commit" in faults:
            await wire.cut()
        elif "timeout" in faults:
            await wire.hang(faults["timeout"].get("seconds"))
        else:
            await wire.answer(sent or reply)

    def _do(self, call: Call) -> tuple[Reply, Reply | None]:
        """The real reply, and the one that a fault sends instead of it, if any."""
        gateway = self._gateway
        with gateway.storage.transaction():
            gateway.clock.skew_seconds = call.number("clock_skew", "seconds", default=0)
            try:
                catch_up(gateway)
                body = {} if call.method == "GET" else reading.body_of(call.raw)
                call = replace(call, body={} if isinstance(body, ApiError) else body)
                committed, reply = self._attempt(call, body if isinstance(body, ApiError) else None)
                reply = self._dated(reply)
                sent = broken_replies.instead(
                    call.faults, self._url(call), after_commit=True
                ) or broken_replies.spoiled(call.faults, reply)
                sent = None if sent is None else self._dated(sent)
                silent = "drop_after_commit" in call.faults or "timeout" in call.faults
                status = None if silent else (sent or reply).status
                if call.method != "GET" or not call.path.startswith(INNER):
                    now = gateway.clock.now()
                    request_log.add(gateway.storage, now, call, status, committed=committed)
            finally:
                gateway.clock.skew_seconds = 0
        return reply, sent

    def _attempt(self, call: Call, problem: ApiError | None) -> tuple[bool, Reply]:
        """Whether it was done, and the reply. A refusal undoes what the attempt had begun."""
        gateway = self._gateway
        try:
            with gateway.storage.attempt():
                if call.path == "/phone" or call.path.startswith("/phone/"):
                    return True, phone_page.answer(gateway, call)
                self._check_key(call)
                found = routes.find(call.method, call.path)
                if found is None:
                    raise url_not_found()
                if problem is not None:
                    raise problem
                handler, parameters = found
                return True, replies.json_reply(handler(gateway, replace(call, parameters=parameters)))
        except ApiError as error:
            return False, replies.error_reply(error)

    def _check_key(self, call: Call) -> None:
        if call.path.startswith(INNER):
            return
        key_id, secret = self._gateway.key_id, self._gateway.key_secret
        if reading.is_authorized(call.headers, key_id, secret):
            return
        if call.path == OPEN_WITH_KEY_ONLY and reading.is_authorized(call.headers, key_id, ""):
            return
        raise unauthorized()

    def _note(self, call: Call, reply: Reply | None) -> Reply:
        """Logs a request that a fault kept from being done."""
        gateway = self._gateway
        body = reading.body_of(call.raw)
        call = replace(call, body={} if isinstance(body, ApiError) else body)
        status = None if reply is None else reply.status
        with gateway.storage.transaction():
            gateway.clock.skew_seconds = call.number("clock_skew", "seconds", default=0)
            request_log.add(gateway.storage, gateway.clock.now(), call, status, committed=False)
            dated = self._dated(reply or Reply(500, b""))
            gateway.clock.skew_seconds = 0
        return dated

    def _url(self, call: Call) -> str:
        return self._gateway.base_url + call.path

    def _dated(self, reply: Reply) -> Reply:
        return replace(reply, headers={**reply.headers, "date": self._gateway.clock.http_date()})


async def _wait(faults: Mapping[str, Document], kind: str) -> None:
    if kind in faults:
        await asyncio.sleep(faults[kind].get("seconds", 1))
