"""The web server around the application."""

import asyncio
import socket

import uvicorn

from desktop.practice.gateway import Gateway
from desktop.practice.serving.connection import PracticeConnection
from desktop.practice.serving.exchange import Exchange

KEEP_ALIVE_SECONDS = 75
TICK = 0.01


class PracticeHttpServer(uvicorn.Server):
    """Stops at once: connections that wait for a reply that never comes are cut."""

    async def main_loop(self) -> None:
        while not self.should_exit:
            await asyncio.sleep(TICK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await super().shutdown(sockets)


def server_for(gateway: Gateway) -> uvicorn.Server:
    """Writes its own Date header, from the gateway's clock, and logs nothing of its own."""
    return PracticeHttpServer(
        uvicorn.Config(
            Exchange(gateway),
            http=PracticeConnection,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
        )
    )
