"""The line where work waits: an RQ queue that carries ids, as JSON, never objects (dependencies.md 20)."""

from __future__ import annotations

from functools import cache

from rq import Queue
from rq.exceptions import DuplicateJobError
from rq.serializers import JSONSerializer

from elite.kernel.redis import RedisAway, key, queue_client, redis_client
from elite.kernel.settings import settings
from elite.kernel.tokens import digest

BELL = "bell"


def queue() -> Queue:
    """The shop's one queue."""
    return _queue(settings().redis_url, key("reactions"))


def later(outbox_id: int) -> bool:
    """Put an owed reaction into the line, once; False when it is there already."""
    try:
        queue().enqueue_call(
            "jobs.outbox.run_in_worker",
            args=(outbox_id,),
            job_id=_job_id(outbox_id),
            unique=True,
            timeout=120,
            result_ttl=0,
            failure_ttl=3600,
        )
    except DuplicateJobError:
        return False
    return True


def waiting() -> list[int]:
    """The outbox rows that wait in the line."""
    return [int(job_id.split("-")[1]) for job_id in queue().get_job_ids() if job_id.startswith("outbox-")]


def ring() -> None:
    """Tell the relay that something is owed; it looks by itself soon anyway."""
    try:
        client = redis_client()
        client.lpush(key(BELL), "1")
        client.ltrim(key(BELL), 0, 0)
        client.expire(key(BELL), 60)
    except RedisAway:
        pass


def _job_id(outbox_id: int) -> str:
    """RQ keeps jobs of all queues in one place, so the id says whose row it is: two shops may share a server."""
    return f"outbox-{outbox_id}-{digest(key(''))[:12]}"


@cache
def _queue(url: str, name: str) -> Queue:
    return Queue(name, connection=queue_client(), serializer=JSONSerializer)
