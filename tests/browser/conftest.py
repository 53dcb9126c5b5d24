"""One running shop and one browser for each worker of the test run; a visit of its own for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from config.settings import ROOT
from tests.support import servers
from tests.support.browsing import Watch
from tests.support.shopfront import Shopfront

PHONE, DESK = 390, 1280


@pytest.fixture(scope="package")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shopfront]:
    if not (ROOT / "elite" / "static" / "dist" / "manifest.json").exists():
        servers.skip_or_fail("The front end is not built (npm ci && npm run build)")
    folder: Path = tmp_path_factory.mktemp("front")
    shop = Shopfront(folder, f"sqlite:///{folder / 'shop.sqlite'}")
    try:
        yield shop.open()
        assert "Traceback" not in shop.complaints(), shop.complaints()
    finally:
        shop.close()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    found = servers.browser()
    if found.url is None:
        servers.skip_or_fail(f"Chromium {found.reason}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.url, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, front: Shopfront) -> Iterator[Callable[..., Page]]:
    """`visit(PHONE, scripts=False)`: a new visitor on the first page. Afterwards no page may have complained."""
    open_now: list[tuple[BrowserContext, Watch]] = []

    def begin(width: int = DESK, *, scripts: bool = True, scheme: str = "light", at: str = "/") -> Page:
        context = browser.new_context(
            base_url=front.origin,
            viewport={"width": width, "height": 844 if width <= PHONE else 900},
            java_script_enabled=scripts,
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
            has_touch=width <= PHONE,
        )
        context.set_default_timeout(15_000)
        watch = Watch((front.origin, front.sandbox.origin)).over(context)
        open_now.append((context, watch))
        page = context.new_page()
        page.goto(at)
        page.watch = watch  # type: ignore[attr-defined]
        return page

    yield begin
    faults = [fault for _, watch in open_now for fault in watch.faults]
    for context, _ in open_now:
        context.close()
    assert not faults, "\n".join(faults)
