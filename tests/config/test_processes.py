"""The supervisor, with real programs: order, one stream, another try, an end for everybody."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from config.processes import RESTARTS, Program, Supervisor

ROOT = Path(__file__).resolve().parents[2]


def script(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


SLEEP = "import time; time.sleep(60)"


def run(*programs: Program, then: Callable[[Supervisor], None] = lambda supervisor: None) -> tuple[int, list[str]]:
    """Run until all are ready, do `then`, and give the status and the lines."""
    out = io.StringIO()
    supervisor = Supervisor(programs, environment=os.environ, out=out, ready=lambda: then(supervisor))
    status = supervisor.run()
    return status, out.getvalue().splitlines()


def stop(supervisor: Supervisor) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def test_a_program_starts_once_what_it_needs_answers(tmp_path: Path) -> None:
    sign = tmp_path / "open"
    base = Program(
        name="base",
        command=script(f"import time, pathlib; time.sleep(.5); pathlib.Path({str(sign)!r}).touch(); time.sleep(60)"),
        answers=sign.exists,
    )
    task = Program(
        name="task",
        command=script(f"import os; print('base is', os.path.exists({str(sign)!r}))"),
        needs=("base",),
        task=True,
    )
    last = Program(name="last", command=script(f"print('last', flush=True); {SLEEP}"), needs=("task",))

    status, lines = run(base, task, last, then=lambda supervisor: (time.sleep(0.5), stop(supervisor))[1])

    assert status == 0
    assert "task  | base is True" in lines
    assert lines.index("task  | base is True") < lines.index("last  | last")


def test_a_task_that_fails_ends_everything_and_its_words_are_kept() -> None:
    other = Program(name="other", command=script(SLEEP))
    task = Program(
        name="task",
        command=script("import sys; print('no such table', end=''); sys.exit(3)"),
        needs=("other",),
        task=True,
    )
    never = Program(name="never", command=script("print('started')"), needs=("task",))

    status, lines = run(other, task, never)

    assert status == 1
    assert "task  | no such table" in lines
    assert any("task did not succeed (status 3)" in line for line in lines)
    assert not any(line.startswith("never") for line in lines)


def test_a_program_that_keeps_dying_is_tried_a_few_times_then_everything_ends_with_a_reason() -> None:
    calm = Program(name="calm", command=script(SLEEP))
    doomed = Program(
        name="doomed", command=script("print('born'); raise SystemExit(7)"), needs=("calm",), answers=lambda: False
    )

    status, lines = run(calm, doomed)

    assert status == 1
    assert sum(line == "doomed | born" for line in lines) == RESTARTS + 1
    assert "Stopping everything" in lines[-1]
    assert f"doomed ended {RESTARTS + 1} times within a minute (status 7)" in lines[-1]


def test_a_program_that_dies_once_is_started_again(tmp_path: Path) -> None:
    mark = tmp_path / "been"
    code = (
        "import os, pathlib, time\n"
        f"mark = {str(mark)!r}\n"
        "if not os.path.exists(mark):\n"
        "    pathlib.Path(mark).touch(); os.kill(os.getpid(), 9)\n"
        "pathlib.Path(mark + '2').touch(); time.sleep(60)"
    )
    program = Program(name="once", command=script(code), answers=(tmp_path / "been2").exists)

    status, lines = run(program, then=stop)

    assert status == 0
    assert any("once ended (signal SIGKILL); starting it again" in line for line in lines)


def test_what_others_need_ends_last(tmp_path: Path) -> None:
    log = tmp_path / "log"
    polite = (
        "import signal, sys, time\n"
        "def end(*_):\n"
        "    time.sleep({wait}); open({log!r}, 'a').write({name!r} + '\\n'); sys.exit()\n"
        "signal.signal(signal.SIGTERM, end)\n"
        "print('ready', flush=True)\n"
        "time.sleep(60)"
    )
    base = Program(name="base", command=script(polite.format(wait=0, log=str(log), name="base")))
    user = Program(name="user", command=script(polite.format(wait=0.7, log=str(log), name="user")), needs=("base",))

    status, _ = run(base, user, then=lambda supervisor: (time.sleep(0.7), stop(supervisor))[1])

    assert status == 0
    assert log.read_text().split() == ["user", "base"]


def test_nothing_is_left_running_of_a_program_that_left_children(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = (
        "import subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', {SLEEP!r}])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid)); time.sleep(60)"
    )

    def when_written(supervisor: Supervisor) -> None:
        while not note.exists() or not note.read_text():
            time.sleep(0.05)
        stop(supervisor)

    run(Program(name="parent", command=script(code)), then=when_written)

    time.sleep(0.2)
    assert not _alive(int(note.read_text()))


def test_lines_stay_whole_and_bytes_that_are_no_text_do_no_harm() -> None:
    code = "import os, time; os.write(1, b'half'); time.sleep(.3); os.write(1, b' a line\\n\\xff\\n')"
    status, lines = run(Program(name="a", command=script(code), task=True), then=stop)

    assert status == 0
    assert "a     | half a line" in lines
    assert "a     | \ufffd" in lines


def test_a_program_that_cannot_be_found_ends_everything() -> None:
    status, lines = run(Program(name="ghost", command=("/nowhere/at/all",)))

    assert status == 1
    assert "ghost could not be started" in lines[0]


def test_who_does_not_answer_is_named_with_the_reason_and_waited_for(tmp_path: Path) -> None:
    sign = tmp_path / "open"
    code = f"import pathlib, time; time.sleep(1); pathlib.Path({str(sign)!r}).touch(); time.sleep(60)"
    slow = Program(name="slow", command=script(code), answers=lambda: sign.exists() or "not yet", patience=0.3)

    status, lines = run(slow, then=stop)

    assert status == 0
    assert lines.count("elite | slow does not answer after 0.3 seconds (not yet); still waiting.") == 1


def test_a_need_nobody_meets_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="needs b"):
        Supervisor([Program(name="a", command=("true",), needs=("b",))], environment={})


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_killing_the_supervisor_itself_ends_its_programs(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    inner = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    code = (
        "import os\n"
        "from config.processes import Program, Supervisor\n"
        f"Supervisor([Program(name='a', command={script(inner)!r})], environment=os.environ).run()"
    )
    supervisor = subprocess.Popen(script(code), cwd=ROOT, stdout=subprocess.DEVNULL)
    _wait_until(lambda: note.exists() and note.read_text() != "")

    supervisor.kill()
    supervisor.wait()

    _wait_until(lambda: not _alive(int(note.read_text())))


def test_nobody_reading_the_stream_is_a_reason_to_end(tmp_path: Path) -> None:
    code = (
        "import os\n"
        "from config.processes import Program, Supervisor\n"
        f"chatty = {script('import time' + chr(10) + 'while True: print(1, flush=True); time.sleep(.05)')!r}\n"
        "raise SystemExit(Supervisor([Program(name='a', command=chatty)], environment=os.environ).run())"
    )
    supervisor = subprocess.Popen(script(code), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert supervisor.stdout
    supervisor.stdout.readline()
    supervisor.stdout.close()

    assert supervisor.wait(20) == 1


def _wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 15
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


# A supervisor that forgets to end would hang the whole run.
@pytest.fixture(autouse=True)
def _alarm() -> object:
    timer = threading.Timer(60, lambda: os.kill(os.getpid(), signal.SIGTERM))
    timer.daemon = True
    timer.start()
    yield
    timer.cancel()
