"""Starts the sandbox: `python -m elite.sandbox --port 8421 --state FILE --webhook ADDRESS --secret … --key …`."""

from __future__ import annotations

import signal
import sys
from types import FrameType

from elite.sandbox.app import create_sandbox
from elite.sandbox.config import Config
from elite.sandbox.connection import Handler, Server


def main() -> None:
    """Serve until told to stop."""
    config = Config.from_arguments()
    server = Server(config.host, config.port, create_sandbox(config), Handler)
    signal.signal(signal.SIGTERM, _stop)
    print(f"Payment sandbox on {config.origin}, telling {config.webhook or 'nobody'}. No money moves.", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()


def _stop(number: int, frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    main()
