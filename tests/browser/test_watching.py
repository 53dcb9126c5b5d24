"""Whoever watches the pages sees what is wrong with them; silence would prove nothing otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.browsing import examine, tab_to

Visit = Callable[..., Page]


def test_an_inline_style_a_stranger_and_a_stumbling_script_are_noticed(visit: Visit) -> None:
    page = visit()
    watch = page.watch  # type: ignore[attr-defined]

    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"http://localhost:9/x.png\">')")
    page.evaluate("setTimeout(() => { throw new Error('oh') })")
    page.wait_for_timeout(300)

    said = "\n".join(watch.faults)
    watch.faults.clear()
    assert "style-src" in said
    assert "http://localhost:9/x.png" in said
    assert "stumbled" in said


def test_a_button_without_a_name_is_noticed(visit: Visit) -> None:
    page = visit()
    page.evaluate("document.querySelector('main').insertAdjacentHTML('afterbegin', '<button></button>')")

    with pytest.raises(AssertionError, match="button-name"):
        examine(page)


def test_a_focus_that_nobody_can_see_is_noticed(visit: Visit) -> None:
    page = visit()
    page.evaluate("document.querySelector('.mark').style.outline = 'none'")

    with pytest.raises(AssertionError, match="nothing shows"):
        tab_to(page, "Search the shop")
