"""The HTTP/1.1 connection: header and body in one segment, and what can be done to the client on the other
end: answer, cut the connection, or leave it waiting."""

import asyncio
from typing import Any

from starlette.types import Receive, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from desktop.practice.answers.replies import Reply

TRANSPORT = "practice_transport"


class OneSegment(asyncio.Transport):
    """Collects what is written in one turn of the loop and sends it at once, so that a reply is never split
    between its header and its body."""

    def __init__(self, transport: asyncio.Transport) -> None:
        super().__init__()
        self._transport = transport
        self._waiting = bytearray()

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if not self._waiting:
            asyncio.get_running_loop().call_soon(self._send)
        self._waiting += data

    def close(self) -> None:
        self._send()
        self._transport.close()

    def abort(self) -> None:
        self._waiting.clear()
        self._transport.abort()

    def is_closing(self) -> bool:
        return self._transport.is_closing()

    def is_reading(self) -> bool:
        return self._transport.is_reading()

    def pause_reading(self) -> None:
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        self._transport.resume_reading()

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self._transport.set_protocol(protocol)

    def get_protocol(self) -> asyncio.BaseProtocol:
        return self._transport.get_protocol()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return self._transport.get_extra_info(name, default)

    def _send(self) -> None:
        if self._waiting and not self._transport.is_closing():
            self._transport.write(bytes(self._waiting))
        self._waiting.clear()


class PracticeConnection(H11Protocol):
    """Hands its transport to the application with each request."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn
        super().connection_made(OneSegment(transport))
        self.app_state = {**self.app_state, TRANSPORT: self.transport}


class Wire:
    """The connection of one request."""

    def __init__(self, transport: OneSegment, receive: Receive, send: Send) -> None:
        self._transport = transport
        self._receive = receive
        self._send = send

    async def answer(self, reply: Reply) -> None:
        if reply.missing_bytes:
            await self._answer_short(reply)
            return
        headers = [(name.encode(), value.encode()) for name, value in reply.headers.items()]
        if reply.status != 204:
            headers += [
                (b"content-type", reply.content_type.encode()),
                (b"content-length", str(len(reply.body)).encode()),
            ]
        await self._send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await self._send({"type": "http.response.body", "body": reply.body})

    async def cut(self) -> None:
        self._transport.abort()
        await self._until_gone()

    async def hang(self, seconds: float | None) -> None:
        """Until the client gives up or the server stops; or so many seconds, then it closes."""
        if seconds is None:
            await self._until_gone()
            return
        try:
            await asyncio.wait_for(self._until_gone(), seconds)
        except TimeoutError:
            await self.cut()

    async def _answer_short(self, reply: Reply) -> None:
        length = len(reply.body) + reply.missing_bytes
        head = (
            f"HTTP/1.1 {reply.status} OK",
            f"content-type: {reply.content_type}",
            f"content-length: {length}",
            "\r\n",
        )
        self._transport.write("\r\n".join(head).encode() + reply.body)
        self._transport.close()
        await self._until_gone()

    async def _until_gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
