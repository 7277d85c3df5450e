"""The site is readable, usable and keeps its contrast in browsers that know less CSS."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from tests.served import ADDRESSES, LANGUAGES

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


@cache
def old_text(text):
    return as_old(text)


RELOAD_STYLE_SHEETS = """async () => {
  const links = [...document.querySelectorAll('link[rel=stylesheet]')];
  await Promise.all(links.map(link => new Promise(done => {
    link.addEventListener('load', done);
    link.href += '?old';
  })));
}"""


def age(page):
    """Load the page's style sheets anew as an older browser reads them; says how many were served so."""
    served = []

    def answer(route):
        response = route.fetch()
        served.append(route.request.url)
        route.fulfill(response=response, body=old_text(response.text()))

    page.route("**/*.css?old", answer)
    page.evaluate(RELOAD_STYLE_SHEETS)
    return served


@pytest.mark.parametrize("kind", ADDRESSES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_browser_of_less_css_shows_the_same(new_page, server, language, kind):
    page = new_page(bypass_csp=True)
    page.goto(server.address(language, kind))
    shown = headings(page)
    assert len(age(page)) >= 2
    assert headings(page) == shown
    assert too_wide(page) == []
    if language == "fi":
        found = []
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{scheme}: {line}" for line in axe.violations(page, rules=CONTRAST)]
        assert found == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert too_wide(page) == []
