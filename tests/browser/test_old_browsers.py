"""The site is readable, usable and keeps its contrast in browsers that know less CSS."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.served import KINDS, LANGUAGES

from . import axe
from .stylesheets import as_old, young_parts
from .test_public import too_wide

STYLESHEETS = sorted(Path(settings.BASE_DIR, "site_config/static/css").glob("*.css"))
CONTRAST = ["color-contrast"]


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: path.name)
def test_the_style_sheets_need_no_young_css(path):
    assert young_parts(path.read_text(encoding="utf-8")) == []


def test_young_css_is_recognised():
    css = """
      @layer a { .card { color: light-dark(red, blue); &:hover { color: red; } } }
      @layer b { @container (width > 3rem) { b { top: 0 } } }
      @media (width >= 30rem) { i { top: 0 } } .x:has(a) { top: 0; } u::after { content: "}{;"; top: 1px }
    """
    kinds = [line.split(":")[0] for line in young_parts(css)]
    assert kinds == ["light-dark()", "nesting", "container query", "range syntax"]
    assert re.sub(r"\s+", " ", as_old(css)) == (
        '@layer a { .card { } } @layer b { } u::after { content: "}{;"; top: 1px; }'
    )


def headings(page):
    return page.evaluate(
        """() => [...document.querySelectorAll('h1, h2, h3, h4')]
          .filter(item => item.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          .map(item => `${item.tagName} ${item.innerText}`)"""
    )


def strip_stylesheets(page):
    """Serve the page's style sheets as an older browser reads them; says how many were served so."""
    served = []

    def answer(route):
        response = route.fetch()
        served.append(route.request.url)
        route.fulfill(response=response, body=as_old(response.text()))

    page.route("**/*.css", answer)
    return served


@pytest.mark.parametrize("kind", [*KINDS, "not-found"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_browser_of_less_css_shows_the_same(new_page, server, language, kind):
    address = server.address(language, kind)
    young = new_page()
    young.goto(address)
    old = new_page(bypass_csp=True)
    served = strip_stylesheets(old)
    old.goto(address)
    assert len(served) >= 2
    assert headings(old) == headings(young)
    assert too_wide(old) == []
    if language == "fi":
        found = []
        for scheme in ("light", "dark"):
            old.emulate_media(color_scheme=scheme)
            found += [f"{scheme}: {line}" for line in axe.violations(old, rules=CONTRAST)]
        assert found == []
    old.set_viewport_size({"width": 390, "height": 844})
    assert too_wide(old) == []
