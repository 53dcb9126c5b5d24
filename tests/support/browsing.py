"""A real browser, and somebody looking over its shoulder: what pages complain about, what they ask of strangers, where the focus is."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

# A refused form and a page that is not there are answers of ours; the browser notes every such status in its console.
REFUSALS = ("status of 401", "status of 404", "status of 409", "status of 410", "status of 422")

GRAVE = ("serious", "critical")

OPEN_EVERYTHING = """() => {
  const closed = [...document.querySelectorAll("details:not([open]):not([data-closes])")]
  for (const one of closed) one.open = true
  return closed.length
}"""

FOCUSED = """() => {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const box = at.getBoundingClientRect()
  const points = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]].map(
    ([x, y]) => document.elementFromPoint(box.x + box.width * x, box.y + box.height * y)
  )
  const rings = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none"
  const shows = (one) => [null, "::before", "::after"].some((part) => rings(getComputedStyle(one, part)))
  const around = [at, at.closest("label"), at.parentElement, at.parentElement?.parentElement].filter(Boolean)
  if (at.id) around.push(...document.querySelectorAll(`label[for="${CSS.escape(at.id)}"]`))
  if (at.nextElementSibling) around.push(at.nextElementSibling)
  const label = at.labels?.[0]?.textContent || at.closest("label")?.textContent
  return {
    name: (at.getAttribute("aria-label") || label || at.textContent || at.name || "").replace(/\\s+/g, " ").trim(),
    tag: at.tagName.toLowerCase(),
    kind: at.type || "",
    // The little calendar inside a date field wears the browser's own ring, which no style can ask about.
    visible: (at.matches(":focus-visible") && around.some(shows)) || at.type === "date",
    uncovered: points.some((point) => point && (around.some((one) => one.contains(point)) || point.contains(at))),
  }
}"""


@dataclass
class Watch:
    """Everything a visitor would never see and should never happen."""

    allowed: tuple[str, ...]
    faults: list[str] = field(default_factory=list)
    navigations: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def over(self, context: BrowserContext) -> Watch:
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.faults.append(f"a script stumbled: {error.error}"))
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("requestfailed", self._failed)
        return self

    def _heard(self, message: ConsoleMessage) -> None:
        known = message.text.startswith("Failed to load resource") and any(one in message.text for one in REFUSALS)
        if message.type == "error" and not known:
            where = message.page.url if message.page else "somewhere"
            self.faults.append(f"{where} says: {message.text}")

    def _asked(self, request: Request) -> None:
        if request.is_navigation_request():
            self.navigations.append(f"{request.method} {request.url}")
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and f"{parts.scheme}://{parts.netloc}" not in self.allowed:
            self.faults.append(f"{request.frame.url} asks a stranger: {request.url}")

    def _answered(self, response: Response) -> None:
        kind = response.request.resource_type
        if kind == "document":
            self.seen.add(response.url)
        if response.status >= 500 or (response.status >= 400 and kind not in ("document", "fetch", "xhr")):
            self.faults.append(f"{response.url} ({kind}) answered {response.status}")

    def _failed(self, request: Request) -> None:
        if request.failure and "ERR_ABORTED" not in request.failure:  # leaving a page ends what it was fetching
            self.faults.append(f"{request.url} failed: {request.failure}")


FINISH_WHAT_MOVES = """() => document.getAnimations()
  .filter(one => one.effect.getComputedTiming().iterations !== Infinity)
  .forEach(one => one.finish())"""


def examine(page: Page) -> None:
    """Axe finds nothing grave on the page as it is, and nothing once everything that opens is open."""
    _examine(page)
    if page.evaluate(OPEN_EVERYTHING):
        _examine(page)


def _examine(page: Page) -> None:
    page.evaluate(FINISH_WHAT_MOVES)  # what is still fading in has no contrast of its own yet
    grave = [
        f"{one['id']} ({one['impact']}): {one['help']}\n    "
        + "\n    ".join(f"{node['target']} {node.get('failureSummary', '')}" for node in one["nodes"][:5])
        for one in Axe().run(page).response["violations"]
        if one["impact"] in GRAVE
    ]
    assert not grave, f"{page.url}\n" + "\n".join(grave)


def tab_to(page: Page, name: str, *, tag: str = "", most: int = 120, back: bool = False) -> None:
    """Press Tab until the focus stands on what is called `name`; on the way it must be visible everywhere, and never covered."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            continue
        passed.append(at["name"])
        if not at["uncovered"] and page.locator("toast-note").count():
            page.keyboard.press("Escape")  # what covers for a moment can be sent away
            at = page.evaluate(FOCUSED)
        assert at["visible"], f"{page.url}: nothing shows that the focus is on {at}"
        assert at["uncovered"], f"{page.url}: something covers the focus on {at}"
        if name in at["name"] and (not tag or at["tag"] == tag):
            return
    raise AssertionError(f"{page.url}: Tab never came to “{name}”, only to: {', '.join(passed)}")
