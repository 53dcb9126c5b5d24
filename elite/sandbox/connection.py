"""Ways to end a connection without an answer, which HTTP has no word for and real networks do every day."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator

from flask import Request, Response
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

_NOW = struct.pack("ii", 1, 0)


class Cut(Exception):
    """Stop here and send nothing."""

    def __init__(self, *, reset: bool) -> None:
        super().__init__("connection cut")
        self.reset = reset


def severed(asked: Request, *, reset: bool) -> Response:
    """An answer whose first byte never comes: the peer sees a closed connection, or a reset one."""
    if reset:
        asked.environ["werkzeug.socket"].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NOW)
    return Response(_nothing())


def _nothing() -> Iterator[bytes]:
    raise ConnectionAbortedError
    yield b""


class Handler(WSGIRequestHandler):
    """Quiet, and sure to close what was cut."""

    def connection_dropped(self, error: BaseException, environ: object = None) -> None:
        self.close_connection = True

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """The control door lists the calls; a line for each would bury them."""


class Server(ThreadedWSGIServer):
    """A thread for each connection, so that hanging ones hold up nobody."""

    request_queue_size = 512
    daemon_threads = True

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        """Closing politely would turn a reset into an ordinary end."""
        if isinstance(request, socket.socket) and _is_cut(request):
            self.close_request(request)
        else:
            super().shutdown_request(request)


def _is_cut(peer: socket.socket) -> bool:
    try:
        return peer.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, len(_NOW)) == _NOW
    except OSError:
        return False
