"""The sandbox's own tests ask for it by the same fixtures as everybody else."""

from tests.support.sandbox import letterbox, sandbox, sandbox_process

__all__ = ["letterbox", "sandbox", "sandbox_process"]
