"""Every link on every page leads somewhere, and every picture, style and script is there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from tests.support.pages import Page
from tests.support.shopfront import Shopfront
from tests.support.shopper import Answer, Shopper, list_faults

MANY = 400  # a small shop has fewer pages; more would mean that addresses breed


def test_nothing_a_visitor_can_reach_is_missing(front: Shopfront) -> None:
    pages, faults = crawl(Shopper(front.origin), f"{front.origin}/")

    assert not faults, "\n".join(faults)
    assert len(pages) > 10
    assert any(address.endswith("/p/halo-dinner-plate") for address in pages)


def test_nothing_a_colleague_can_reach_is_missing(front: Shopfront, at_the_desk: Callable[[str], Shopper]) -> None:
    owner = at_the_desk("owner")

    pages, faults = crawl(owner, owner.address)

    assert not faults, "\n".join(faults)
    assert len([address for address in pages if "/admin" in address]) > 5


def crawl(visitor: Shopper, first: str) -> tuple[set[str], list[str]]:
    """Every address of ours that pages name, asked once; and what was wrong with them."""
    waiting, pages, faults = deque([(first, "the start")]), set[str](), list[str]()
    known = {first}
    while waiting:
        address, told_by = waiting.popleft()
        answer = visitor.look(address)
        if answer.status != 200:
            faults.append(f"{told_by} names {address}, which answers {answer.status}")
            continue
        if answer.headers.get_content_type() != "text/html" or "/dev/" in answer.address:
            continue
        pages.add(answer.address)
        page = Page(answer.body.decode())
        faults += [f"{answer.address}: {fault}" for fault in list_faults(page)]
        for found in addresses_on(page, answer):
            if found not in known and is_ours(found, visitor.home):
                known.add(found)
                waiting.append((found, answer.address))
        assert len(known) < MANY, sorted(known)[-50:]
    return pages, faults


def addresses_on(page: Page, answer: Answer) -> set[str]:
    """What the links, pictures, styles, scripts and drawings of a page point at."""
    found = {str(tag["href"]) for tag in page.all("a[href], link[href], use[href]")}
    found |= {str(tag["src"]) for tag in page.all("[src]")}
    for tag in page.all("[srcset]"):
        found |= {part.split()[0] for part in str(tag["srcset"]).split(", ")[:1]}
    return {
        urldefrag(urljoin(answer.address, one)).url for one in found if not one.startswith(("data:", "mailto:", "tel:"))
    }


def is_ours(address: str, home: str) -> bool:
    """Ours, and not one of the endless ways to sort and narrow a list."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" == home and set(parse_qs(parts.query)) <= {"variant", "page", "pile", "s"}
