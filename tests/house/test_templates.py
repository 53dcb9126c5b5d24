"""The rules of templates, styles and components (CONTRIBUTING: templates), as tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ELITE = Path(__file__).resolve().parents[2] / "elite"
TEMPLATES = ELITE / "templates"
CSS = ELITE / "static" / "css"
SCRIPTS = ELITE / "static" / "js"

PAGES = sorted(TEMPLATES.rglob("*.html"))
COMPONENTS = sorted((TEMPLATES / "ui").glob("*.html"))
SHARED = [page for page in PAGES if page.name.startswith("_") or page.parent.name in ("ui", "layouts")]
STYLES = sorted(CSS.rglob("*.css"))
LETTERS = {TEMPLATES / "layouts" / "letter.html"}

COMMENT = re.compile(r"\{#.*?#\}", re.S)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(", re.ASCII)
NAMED_COLOUR = re.compile(r":[^;{}]*\b(?:white|black|red|green|blue|gray|grey|orange|yellow|purple|pink)\b[^;{}]*;")


def name(path: Path) -> str:
    return str(path.relative_to(ELITE))


def words(path: Path) -> str:
    """The template without its comments."""
    return COMMENT.sub("", path.read_text())


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_holds_the_macro_of_its_name_and_nothing_else(component):
    source = words(component)

    assert re.findall(r"\{%-?\s*macro\s+(\w+)", source) == [component.stem]
    outside = re.sub(r"\{%-?\s*macro.*?endmacro\s*-?%\}", "", source, flags=re.S)
    assert outside.strip() == "", "macros see Jinja's globals only: nothing may stand around them"
    assert "import" not in re.findall(r"\{%-?\s*(\w+)", source)


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_has_a_sample_in_the_gallery(component):
    gallery = "\n".join(page.read_text() for page in (TEMPLATES / "gallery").glob("*.html"))

    assert f'id="{component.stem}"' in gallery
    assert f"ui.{component.stem}(" in gallery


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_template_calls_components_that_exist(page):
    known = {component.stem for component in COMPONENTS}

    assert set(re.findall(r"\bui\.(\w+)\(", words(page))) <= known


@pytest.mark.parametrize("page", SHARED, ids=name)
def test_what_is_shared_says_what_it_accepts(page):
    first = re.match(r"\s*\{#(.*?)#\}", page.read_text(), re.S)

    assert first, "begins with a comment"
    assert "Accepts:" in first[1]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_hx_post_sits_on_a_form_that_works_without_it(page):
    for tag in re.findall(r"<(\w+)\b([^>]*?\bhx-(?:post|put|patch|delete)=[^>]*)>", _flat(page), re.S):
        element, attributes = tag
        assert element == "form", f"<{element}> posts without a form"
        assert re.search(r'\bmethod="post"', attributes), "method first"
        assert re.search(r"\baction=", attributes), "action first"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_hx_get_has_an_address_beside_it(page):
    for element, attributes in re.findall(r"<(\w+)\b([^>]*?\bhx-get=[^>]*)>", _flat(page), re.S):
        if element in ("a", "form"):
            assert re.search(r"\b(?:href|action)=", attributes), f"<{element} hx-get> without its address"


@pytest.mark.parametrize("page", [page for page in PAGES if page not in LETTERS and "mail" not in page.parts], ids=name)
def test_nothing_runs_or_is_styled_inline(page):
    source = _flat(page)

    assert not re.search(r"<[^>]*\sstyle=", source), "no style attributes: the content policy forbids them"
    assert "<style" not in source
    assert not re.search(r"\bhx-on\b|\bjs:|\bjavascript:", source)
    assert not re.search(r"<[^>]*\son[a-z]+=", source), "no event attributes"
    for attributes, body in re.findall(r"<script\b([^>]*)>(.*?)</script>", source, re.S):
        assert not body.strip() or "application/ld+json" in attributes, "no inline scripts"


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_no_colour_hides_outside_the_tokens(style):
    if style.name == "tokens.css":
        return
    source = re.sub(r"/\*.*?\*/", "", style.read_text(), flags=re.S)
    source = re.sub(r'url\("[^"]*"\)|"[^"]*"', "", source)

    assert not COLOUR.findall(source)
    assert not NAMED_COLOUR.findall(source)


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_every_style_stands_in_a_layer_and_is_imported(style):
    if style.name in ("shop.css", "admin.css"):
        imports = re.findall(r'@import "([^"]+)"', style.read_text())
        assert imports[0] == "tokens.css", "tokens.css names the layers in their order"
        assert all((CSS / path).exists() for path in imports)
        return
    source = re.sub(r"/\*.*?\*/", "", style.read_text(), flags=re.S)
    outside = re.sub(r"@layer [a-z, ]+;", "", source).strip()

    assert re.match(r"@layer (?:reset|tokens|base|layout|components|utilities) \{", outside)
    assert _depth_ends_where_it_began(outside)
    entries = (CSS / "shop.css").read_text() + (CSS / "admin.css").read_text()
    assert f'"{style.relative_to(CSS)}"' in entries


def test_every_token_that_is_used_is_one():
    defined = set(re.findall(r"(--[\w-]+)\s*:", "".join(style.read_text() for style in STYLES)))

    for style in STYLES:
        used = set(re.findall(r"var\((--[\w-]+)\)", style.read_text()))
        assert used <= defined, f"{name(style)}: {used - defined}"


def test_every_icon_that_is_asked_for_is_drawn():
    drawn = set(re.findall(r'<symbol id="(\w+)"', (ELITE / "static" / "icons" / "icons.svg").read_text()))
    asked = {found for page in PAGES for found in re.findall(r'ui\.icon\("(\w+)"', words(page))}

    assert asked <= drawn


def test_scripts_hold_no_markup_and_no_addresses():
    for script in SCRIPTS.rglob("*.js"):
        source = script.read_text()
        assert "innerHTML" not in source
        assert not re.search(r"\beval\b|new Function", source)
        assert not re.search(r"\bfetch\(", source), "the server is asked by hypertext"


def _flat(page: Path) -> str:
    """The markup, with Jinja's tags out of the way so that a `>` inside one does not end an element."""
    source = COMMENT.sub("", page.read_text())
    source = re.sub(r"\{%.*?%\}", " ", source, flags=re.S)
    return re.sub(r"\{\{.*?\}\}", "x", source, flags=re.S)


def _depth_ends_where_it_began(source: str) -> bool:
    """True when everything stands inside top-level @layer blocks."""
    depth = 0
    for opened in re.finditer(r"[{}]|[^{}]+", source):
        token = opened[0]
        if token == "{":
            depth += 1
        elif token == "}":
            depth -= 1
        elif depth == 0 and token.strip() and not token.strip().startswith("@layer"):
            return False
    return depth == 0
