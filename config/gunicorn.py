"""The web server's dials: threads rather than greenlets, because pages wait for the database, not for each other.

Measured (dependencies.md 4): gthread serves more pages a CPU-second than the alternatives, and a slow query holds up
nobody else; a WebSocket keeps its thread for life, so a demonstration, which has no second server for sockets, gets 64.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from config.settings import ROOT, Settings

_settings = Settings.from_env(os.environ)
_memory = Path("/dev/shm")  # noqa: S108 - a memory file system, where a worker's heartbeat cannot wait for a disk

bind = f"{_settings.host}:{_settings.port}"
workers = _settings.web_workers
worker_class = "gthread"
threads = _settings.web_threads
chdir = str(ROOT)
worker_tmp_dir = str(_memory if _memory.is_dir() and os.access(_memory, os.W_OK) else tempfile.gettempdir())

backlog = 1024
keepalive = 15  # longer than a shopper thinks, shorter than a proxy's own patience
timeout = 30
graceful_timeout = 20
max_requests = 0 if _settings.demo else 20_000  # a leak somewhere must not become an outage
max_requests_jitter = 2_000

# The settings decide whose X-Forwarded-For counts (PROXY_HOPS); the server itself believes nobody.
forwarded_allow_ips = ""
limit_request_line = 8190
limit_request_fields = 64

accesslog = None  # elite/web/tracing.py writes one structured line a request
errorlog = "-"
loglevel = "warning"
control_socket_disable = True
