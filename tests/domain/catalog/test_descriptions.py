"""HTML from anywhere becomes harmless in one place."""

from __future__ import annotations

import pytest

from elite.catalog import plain, sanitise


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="java\tscript:alert(1)">x</a>',
        '<p style="position:fixed" onclick="alert(1)">x</p>',
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext></p><style><img src onerror=alert(1)></style></math>",
        '<iframe src="https://evil.example"></iframe>',
        '<form action="/cart/items"><input name="sku"></form>',
        "<style>body{display:none}</style>",
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    ],
)
def test_nothing_that_acts_survives(hostile):
    cleaned = sanitise(hostile).lower()

    for word in (
        "<script",
        "onerror",
        "onclick",
        "javascript:",
        "style",
        "<iframe",
        "<form",
        "<input",
        "<img",
        "<svg",
        "data:",
    ):
        assert word not in cleaned


def test_text_lists_and_links_stay():
    kept = sanitise(
        '<p>Glazed <strong>stoneware</strong>.</p><ul><li>Stacks</li></ul><a href="https://example.org/care">Care</a>'
    )

    assert "<strong>stoneware</strong>" in kept
    assert "<li>Stacks</li>" in kept
    assert 'href="https://example.org/care"' in kept
    assert 'rel="noopener nofollow"' in kept


def test_plain_text_has_words_and_no_marks():
    assert plain("<p>Salt &amp; pepper</p><p>pots</p>") == "Salt & pepper pots"
