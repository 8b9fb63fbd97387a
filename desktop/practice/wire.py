"""What can be done to the client on the other end: answer, cut the connection, or leave it waiting."""

import asyncio

from starlette.types import Receive, Send

from desktop.practice.connection import OneSegment
from desktop.practice.replies import Reply


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
