"""A browser that knows only HTML: links, forms, redirects, cookies. It reads labels, not names, and invents no address.

Every page it arrives at is looked over: one heading, a label for every field, a button for every form, ids that are unique.
"""

from __future__ import annotations

import http.cookiejar
import urllib.error
import urllib.request
from email.message import Message
from urllib.parse import urlencode, urljoin, urlsplit

from bs4 import Tag

from tests.support.pages import Form, Page

HIDDEN = ("hidden", "submit", "button", "image")


class Answer:
    """What a server said, before anybody looked at it."""

    def __init__(self, status: int, address: str, headers: Message, body: bytes) -> None:
        self.status, self.address, self.headers, self.body = status, address, headers, body


class Shopper:
    """One visitor with one cookie jar. `page` is what is open, `address` where it is.

    A browser says where its requests come from; `tells=False` is a program that does not.
    """

    def __init__(self, home: str, *, tells: bool = True) -> None:
        self.home, self.tells = home, tells
        self.address = ""
        self.page = Page("")
        self.cookies = http.cookiejar.CookieJar()
        self.trail: list[str] = []
        handlers = [_StayHere(), urllib.request.HTTPCookieProcessor(self.cookies), urllib.request.ProxyHandler({})]
        self._opener = urllib.request.build_opener(*handlers)

    def arrive(self) -> Shopper:
        """Type the shop's address, the only one that a shopper is told."""
        return self._look_at(self._ask("GET", self.home + "/", typed=True))

    def open(self, address: str, status: int = 200) -> Shopper:
        """Type an address by hand, as from a letter or a bookmark."""
        return self._look_at(self._ask("GET", address, typed=True), status)

    def follow(self, words: str, *, within: str = "body") -> Shopper:
        """Press the link that says `words`, or whose label does."""
        return self._look_at(self._ask("GET", self.link(words, within=within)))

    def take(self, words: str, *, within: str = "body") -> Answer:
        """What lies behind a link, as it is: a paper, for instance."""
        return self._go_on(self._ask("GET", self.link(words, within=within)))

    def look(self, address: str) -> Answer:
        """Ask for an address and follow where it leads, without leaving the page that is open."""
        return self._go_on(self._ask("GET", address, typed=True))

    def link(self, words: str, *, within: str = "body") -> str:
        """Where the link that says `words` leads."""
        return urljoin(self.address, str(self._find(f"{within} a[href]", words, "link")["href"]))

    def press(
        self, words: str, typed: dict[str, str] | None = None, *, status: int = 200, within: str = "body"
    ) -> Shopper:
        """Fill fields by their labels and press the button that says `words`.

        Without a `status` the answer to a POST must be 303 (to a page that is 200); else it is the page itself, with that status.
        """
        button = self._find(f"{within} button", words, "button")
        tag = self._form_of(button)
        form = Form(tag)
        if button.get("name"):
            form.fields[str(button["name"])] = str(button.get("value", ""))
        for label, value in (typed or {}).items():
            self._fill(tag, form, label, value)
        address = urljoin(self.address, form.action)
        if form.method == "get":
            return self._look_at(self._ask("GET", f"{address}?{urlencode(form.fields)}"), status)
        answer = self._ask("POST", address, form.fields)
        if status == 200:
            assert answer.status == 303, f"“{words}” was answered with {answer.status}: {_gist(answer)}"
        return self._look_at(answer, status)

    def has_button(self, words: str) -> bool:
        return any(_said_by(tag) == words for tag in self.page.all("button"))

    # What happens underneath

    def _ask(self, method: str, address: str, fields: dict[str, str] | None = None, *, typed: bool = False) -> Answer:
        headers = {"User-Agent": "a browser without scripts", "Accept": "text/html"}
        if method == "POST" and self.tells:
            here = urlsplit(self.address)
            headers["Origin"] = f"{here.scheme}://{here.netloc}"
        if self.tells and not typed and urlsplit(self.address).netloc == urlsplit(address).netloc:
            headers["Sec-Fetch-Site"] = "same-origin"
        body = urlencode(fields).encode() if fields is not None else None
        asked = urllib.request.Request(address, body, headers, method=method)
        try:
            with self._opener.open(asked, timeout=30) as answer:
                return Answer(answer.status, address, answer.headers, answer.read())
        except urllib.error.HTTPError as no:
            with no:
                return Answer(no.code, address, no.headers, no.read())

    def _go_on(self, answer: Answer) -> Answer:
        for _ in range(5):
            if answer.status not in (301, 302, 303, 307, 308):
                return answer
            answer = self._ask("GET", urljoin(answer.address, answer.headers["Location"]), typed=True)
        raise AssertionError(f"Sent in circles, at last to {answer.address}")

    def _look_at(self, answer: Answer, status: int = 200) -> Shopper:
        answer = self._go_on(answer)
        text = answer.body.decode("utf-8", "replace")
        assert answer.status == status, f"{answer.address} answered {answer.status}: {_gist(answer)}"
        self.address, self.page = answer.address, Page(text)
        self.trail.append(answer.address)
        faults = list_faults(self.page)
        assert not faults, f"{answer.address}: " + "; ".join(faults)
        return self

    def _find(self, selector: str, words: str, kind: str) -> Tag:
        found = [tag for tag in self.page.all(selector) if _said_by(tag) == words]
        found = found or [tag for tag in self.page.all(selector) if words in _said_by(tag)]
        said = sorted({_said_by(tag) for tag in self.page.all(selector)})
        assert found, f"{self.address} has no {kind} that says “{words}”, only: {', '.join(said)}"
        return found[0]

    def _form_of(self, button: Tag) -> Tag:
        if owner := button.get("form"):
            return self.page.find(f"form[id='{owner}']")
        form = button.find_parent("form")
        assert form is not None, f"{self.address}: the button “{_said_by(button)}” belongs to no form"
        assert not button.has_attr("disabled"), f"{self.address}: the button “{_said_by(button)}” cannot be pressed"
        return form

    def _fill(self, tag: Tag, form: Form, label: str, value: str) -> None:
        fields = [field for field in _fields(tag) if label in labels_of(self.page, field)]
        assert fields, (
            f"{self.address}: no field is called “{label}”, only {[labels_of(self.page, f) for f in _fields(tag)]}"
        )
        field = fields[0]
        name = str(field["name"])
        if field.name == "select":
            options = {
                " ".join(o.get_text().split()): str(o.get("value", o.get_text())) for o in field.select("option")
            }
            assert value in options, f"“{label}” offers {list(options)}, not {value}"
            form.fields[name] = options[value]
        elif field.get("type") in ("radio", "checkbox"):
            form.fields[name] = str(field.get("value", "on"))
        else:
            form.fields[name] = value


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Redirects are looked at before they are followed."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


def list_faults(page: Page) -> list[str]:
    """What keeps somebody with nothing but HTML from using a page."""
    faults = []
    if len(page.all("h1")) != 1:
        faults.append(f"{len(page.all('h1'))} headings of the first rank")
    if not page.soup.html or not page.soup.html.get("lang"):
        faults.append("no language")
    ids = [str(tag["id"]) for tag in page.all("[id]")]
    faults += [f"the id {one} stands there {ids.count(one)} times" for one in dict.fromkeys(ids) if ids.count(one) > 1]
    for form in page.all("form"):
        what = f"the form to {form.get('action') or 'its own address'}"
        if str(form.get("method", "")).lower() not in ("get", "post"):
            faults.append(f"{what} names no method")
        outside = page.all(f"button[form='{form['id']}']") if form.get("id") else []
        buttons = form.select("button:not([type=button]), button[disabled], input[type=submit]")
        if not buttons and not outside:
            faults.append(f"{what} has no button")
        faults += [f"{what} has an unlabelled {f.get('name')}" for f in _fields(form) if not labels_of(page, f)]
    faults += [
        f"a link to {a['href']} says nothing" for a in page.all("a[href]:not([aria-hidden=true])") if not _said_by(a)
    ]
    faults += [f"a button says nothing: {b}" for b in page.all("button") if not _said_by(b)]
    return faults


def labels_of(page: Page, field: Tag) -> list[str]:
    """What a field is called: by its labels, whole and in their first words, and by what is read out."""
    tags = page.all(f"label[for='{field['id']}']") if field.get("id") else []
    around = field.find_parent("label")
    said = []
    for label in [*tags, *([around] if around else [])]:
        said.append(_words(label))
        said += [_words(part) for part in label.select("strong, span")[:3]]
        said.append(" ".join(" ".join(label.find_all(string=True, recursive=False)).split()))
    said.append(str(field.get("aria-label") or ""))
    return [words for words in dict.fromkeys(said) if words]


def _gist(answer: Answer) -> str:
    page = Page(answer.body.decode("utf-8", "replace"))
    return page.text("main" if "main" in page else "body")[:1500] if "body" in page else page.html[:500]


def _fields(form: Tag) -> list[Tag]:
    named = form.select("input[name], select[name], textarea[name]")
    return [field for field in named if str(field.get("type", "")).lower() not in HIDDEN]


def _said_by(tag: Tag) -> str:
    if tag.get("aria-label"):
        return str(tag["aria-label"])
    return _words(tag) or " ".join(str(image.get("alt") or "") for image in tag.select("img")).strip()


def _words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())
