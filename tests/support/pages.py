"""A page as a shopper reads it: by what is on it, never by how it was made."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup, Tag
from werkzeug.test import TestResponse

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


class Page:
    """An answer in hypertext, whole or in parts."""

    def __init__(self, response: TestResponse | str) -> None:
        self.html = response if isinstance(response, str) else response.get_data(as_text=True)
        # html.parser keeps <hx-partial> and lone table rows as they are written.
        self.soup = BeautifulSoup(self.html, "html.parser")

    def __contains__(self, selector: str) -> bool:
        return self.soup.select_one(selector) is not None

    def find(self, selector: str) -> Tag:
        found = self.soup.select_one(selector)
        assert found is not None, f"Nothing on the page matches {selector}:\n{self.html[:3000]}"
        return found

    def all(self, selector: str) -> list[Tag]:
        return list(self.soup.select(selector))

    def text(self, selector: str = "body") -> str:
        return " ".join(self.find(selector).get_text(" ").split())

    def texts(self, selector: str) -> list[str]:
        return [" ".join(tag.get_text(" ").split()) for tag in self.all(selector)]

    def form(self, selector: str = "form") -> Form:
        return Form(self.find(selector))


class Form:
    """A form with what stands in its fields, as a browser would send it."""

    def __init__(self, tag: Tag) -> None:
        self.action = str(tag.get("action") or "")
        self.method = str(tag.get("method") or "get").lower()
        self.fields: dict[str, Any] = {}
        for field in tag.select("input[name], select[name], textarea[name]"):
            if field.has_attr("disabled"):
                continue
            name = str(field["name"])
            kind = str(field.get("type", "")).lower()
            if kind in ("checkbox", "radio"):
                if field.has_attr("checked"):
                    self.fields[name] = str(field.get("value", "on"))
            elif field.name == "select":
                chosen = field.select_one("option[selected]") or field.select_one("option")
                self.fields[name] = str(chosen.get("value", chosen.get_text())) if chosen else ""
            elif field.name == "textarea":
                self.fields[name] = field.get_text()
            elif kind not in ("submit", "button", "image"):
                self.fields[name] = str(field.get("value", ""))

    def send(self, client: Any, **typed: Any) -> TestResponse:
        """Send the form with `typed` over what stands in it."""
        values = self.fields | typed
        if self.method == "get":
            return client.get(self.action, query_string=values)
        return client.post(self.action, data=values)
