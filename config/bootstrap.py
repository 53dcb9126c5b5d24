"""Turns a fresh clone into something that runs, so that `make run` needs Python and make and nothing else.

`python3 -m config.bootstrap run|test|check` checks what the machine lacks (and names the one line that installs it),
makes .venv, installs the pinned packages with their hashes and the front end's through npm (the machine's, else the
wheel's), and builds the styles and scripts. Each step leaves a stamp of what it was made from; a step whose stamp still
fits is skipped, so the second start is quick.

Standard library only, and written so that an old Python can still read it and say what is wrong.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
DIST = ROOT / "elite" / "static" / "dist"
OLDEST = (3, 11)
OLDEST_NODE = 20

REQUIREMENTS = {
    "run": ("requirements.txt", "requirements-demo.txt"),
    "test": ("requirements.txt", "requirements-demo.txt", "requirements-dev.txt"),
}
REQUIREMENTS["check"] = REQUIREMENTS["test"]


class Missing(Exception):
    """The machine or the network lacks something; the message says what to do."""


def main(arguments: list[str]) -> int:
    """Prepare this checkout for what is named; 0 when it is ready, 1 when it cannot be, 2 for a wrong call."""
    if len(arguments) != 1 or arguments[0] not in REQUIREMENTS:
        print("usage: python3 -m config.bootstrap {}".format("|".join(REQUIREMENTS)), file=sys.stderr)
        return 2
    try:
        with _only_one():
            _need_python()
            files = [ROOT / name for name in REQUIREMENTS[arguments[0]]]
            _make_environment()
            _install_packages(files)
            _install_shop()
            _install_front_end()
            _build_front_end()
    except Missing as missing:
        print(f"\n{missing}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on from here.", file=sys.stderr)
        return 1
    return 0


# What the machine must bring


def _need_python() -> None:
    """Go on under a newer Python if this one is too old, and make sure it can make environments."""
    if sys.version_info < OLDEST:
        for minor in range(20, OLDEST[1] - 1, -1):
            newer = shutil.which(f"python3.{minor}")
            if newer:
                os.execv(newer, [newer, "-m", "config.bootstrap", *sys.argv[1:]])  # noqa: S606 - no shell is wanted
        raise Missing(
            "This is Python {}, the shop needs 3.11 or newer.\nInstall it: {}".format(
                platform.python_version(), _apt("python3.11 python3.11-venv")
            )
        )
    if _works(PYTHON):
        return
    try:
        import ensurepip  # noqa: F401 - Debian ships venv without it
        import venv  # noqa: F401
    except ImportError:
        package = "python3-venv" if Path(sys.executable).resolve() == Path("/usr/bin/python3").resolve() else ""
        package = package or "python{}.{}-venv".format(*sys.version_info[:2])
        raise Missing(f"This Python cannot make environments (venv).\nInstall it: {_apt(package)}") from None


def _apt(packages: str) -> str:
    return "{}apt-get install -y {}".format("" if os.geteuid() == 0 else "sudo ", packages)


def _works(python: Path) -> bool:
    """Whether the environment's Python starts, has pip, and lives where it was made (a moved clone's does not)."""
    if not python.exists():
        return False
    code = "import sys, pip; print(sys.version_info >= (3, 11), sys.prefix)"
    asked = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    # A `#!` line that would be too long for the system begins with /bin/sh instead.
    made_here = _first_line(VENV / "bin" / "pip").startswith((f"#!{VENV}/", "#!/bin/sh"))
    return made_here and asked.stdout.split() == ["True", str(VENV)]


def _first_line(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as lines:
            return lines.readline().rstrip()
    except OSError:
        return ""


# The steps


def _make_environment() -> None:
    if _works(PYTHON):
        return
    with _step("Python environment"):
        _run([sys.executable, "-m", "venv", "--clear", str(VENV)], "The environment .venv could not be made.")


def _install_packages(files: list[Path]) -> None:
    # One stamp for `run` and another for `test`: what `test` installs contains what `run` needs.
    made_from = _digest(files, platform.python_version())
    with _unless_done(VENV / f".stamp-packages-{len(files)}", made_from) as needed:
        if needed:
            with _step("Python packages (a minute or two the first time)"):
                named = [word for file in files for word in ("-r", str(file))]
                _run(
                    [*_pip("install"), "--require-hashes", "--progress-bar", "off", *named],
                    "The Python packages could not be installed. Is the package index within reach?",
                )


def _install_shop() -> None:
    """Put this checkout on the environment's path, and the command `elite` beside its Python."""
    made_from = _digest([ROOT / "pyproject.toml"], str(ROOT))
    with _unless_done(VENV / ".stamp-shop", made_from, VENV / "bin" / "elite") as needed:
        if needed:
            with _step("The shop's own command"):
                _run(
                    [*_pip("install"), "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)],
                    "The shop could not be installed into its environment.",
                )


def _pip(verb: str) -> list[str]:
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", verb]


def _install_front_end() -> None:
    lock = ROOT / "package-lock.json"
    made_from = _digest([ROOT / "package.json", lock], platform.machine())
    with _unless_done(ROOT / "node_modules" / ".stamp", made_from) as needed:
        if needed:
            with _step("Front-end packages"):
                # No package's own scripts run here: esbuild works without its, and nothing else has one.
                _run(
                    ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"],
                    "The front-end packages could not be installed. Is the npm registry within reach?",
                    environment=_with_node(),
                )


def _build_front_end() -> None:
    # dist.new and dist.old stand beside dist while it is being replaced.
    folders = [entry for entry in DIST.parent.iterdir() if not entry.name.startswith(DIST.name)]
    sources = [
        file for entry in folders for file in (entry.rglob("*") if entry.is_dir() else [entry]) if file.is_file()
    ]
    made_from = _digest([*sources, ROOT / "package-lock.json", ROOT / "package.json"])
    with _unless_done(ROOT / "node_modules" / ".stamp-build", made_from, DIST / "manifest.json") as needed:
        if needed:
            with _step("Styles and scripts"):
                _run(
                    ["npm", "run", "--silent", "build"],
                    "The styles and scripts could not be built.",
                    environment=_with_node(),
                )


def _with_node() -> dict[str, str]:
    """An environment in which node, npm and .venv's tools are found: the machine's node where it is new enough."""
    environment = dict(os.environ)
    path = os.environ.get("PATH", os.defpath)
    ours = str(VENV / "bin")
    environment["PATH"] = f"{path}{os.pathsep}{ours}" if _machine_has_node() else f"{ours}{os.pathsep}{path}"
    return environment


def _machine_has_node() -> bool:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return False
    asked = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = asked.lstrip("v").split(".")[0]
    return major.isdigit() and int(major) >= OLDEST_NODE


# Stamps and progress


def _digest(files: Iterable[Path], *words: str) -> str:
    digest = hashlib.sha256("\n".join(words).encode())
    for file in sorted(files):
        digest.update(f"\n{file.relative_to(ROOT)}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


@contextlib.contextmanager
def _unless_done(stamp: Path, made_from: str, *results: Path) -> Iterator[bool]:
    """Gives whether the step must be taken; a step that ends without a fault leaves its stamp."""
    done = _first_line(stamp) == made_from and all(result.exists() for result in results)
    if not done:
        with contextlib.suppress(FileNotFoundError):
            stamp.unlink()
    yield not done
    if not done:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(made_from + "\n", encoding="utf-8")


@contextlib.contextmanager
def _step(name: str) -> Iterator[None]:
    print(f"  {name} …", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print(" failed", flush=True)
        raise
    print(f" {time.monotonic() - began:.0f} s", flush=True)


def _run(command: list[str], fault: str, environment: dict[str, str] | None = None) -> None:
    """Run a step's command quietly, with a dot every few seconds; its output is shown only when it fails."""
    where = environment or dict(os.environ)
    program = shutil.which(command[0], path=where.get("PATH"))
    if not program:
        raise Missing(f"{fault}\n{command[0]} was not found.")
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [program, *command[1:]],
            cwd=str(ROOT),
            env=where,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _wait(process, lambda: print(".", end="", flush=True))
        if process.returncode:
            output.seek(0)
            said = output.read().decode("utf-8", "replace").strip().splitlines()
            raise Missing("\n".join([*said[-40:], "", f"{fault} (exit status {process.returncode})"]))


def _wait(process: subprocess.Popen[bytes], tick: Callable[[], None]) -> None:
    try:
        while True:
            try:
                process.wait(5)
                return
            except subprocess.TimeoutExpired:
                tick()
    except BaseException:
        process.terminate()
        process.wait()
        raise


@contextlib.contextmanager
def _only_one() -> Iterator[None]:
    """Two `make` at once in one checkout take turns instead of tearing each other's environment apart."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("  Another `make` is preparing this checkout; waiting for it …", flush=True)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
