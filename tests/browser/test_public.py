"""What a reader notices of every kind of page: weight, privacy, reflow, life without JavaScript, the keyboard."""

import gzip
from urllib.parse import urlsplit

import brotli
import pytest
from django.conf import settings

from tests.served import ADDRESSES, LANGUAGES

FIRST_VISIT_BYTES = 100 * 1024
SCRIPT_BYTES = 10 * 1024


def transferred(response):
    """Bytes of a response on the wire with headers. Static text is stored with brotli, HTML is packed by the proxy."""
    body, kind = response.body(), response.headers.get("content-type", "")
    if kind.startswith("text/html"):
        body = gzip.compress(body, 6)
    elif kind.startswith(("text/", "image/svg", "application/json", "application/javascript")):
        body = brotli.compress(body, quality=11)
    return len(body) + response.request.sizes()["responseHeadersSize"]


def is_content_image(response):
    return urlsplit(response.url).path.startswith(settings.MEDIA_URL)


@pytest.mark.parametrize("kind", ADDRESSES)
def test_a_first_visit_is_light_and_leaves_nothing_behind(page, server, kind):
    """No cookie but the form's own security cookie, which the page of cookies tells of (product.md, section 9)."""
    responses = []
    page.on("response", lambda response: responses.append(response))
    page.goto(server.address("fi", kind), wait_until="networkidle")
    sizes = {urlsplit(item.url).path: transferred(item) for item in responses if not is_content_image(item)}
    scripts = sum(transferred(item) for item in responses if item.request.resource_type == "script")
    assert any(path.endswith(".css") for path in sizes)
    assert sum(sizes.values()) <= FIRST_VISIT_BYTES, sizes
    assert scripts <= SCRIPT_BYTES
    own = ["csrftoken"] if kind in ("feedback", "registration") else []
    assert [cookie["name"] for cookie in page.context.cookies()] == own
    assert page.evaluate("() => [localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.parametrize("kind", ADDRESSES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_scrolls_sideways(new_page, server, language, kind):
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(server.address(language, kind))
    assert too_wide(page) == [], "320 px"
    page.set_viewport_size({"width": 1280, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    assert page.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "32px"
    assert too_wide(page) == [], "1280 px, text at 200 %"


def too_wide(page):
    """What stands out of the page at its side; empty when nothing scrolls."""
    page.evaluate("() => document.querySelectorAll('details').forEach(item => { item.open = true; })")
    return page.evaluate(
        """() => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          return [...document.querySelectorAll('body *')]
            .filter(item => item.getBoundingClientRect().right > root.clientWidth + 1)
            .map(item => `${item.tagName}.${item.getAttribute('class') || ''} ${item.getBoundingClientRect().right}`)
            .slice(0, 8);
        }"""
    )


def test_a_phone_opens_the_menu_without_javascript(new_page, server):
    page = new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(server.address("fi", "home"))
    links = page.locator(".menu a")
    assert links.count() >= 4
    assert not links.first.is_visible()
    page.locator(".menu > summary").click()
    assert all(links.nth(number).is_visible() for number in range(links.count()))
    target = links.nth(1).get_attribute("href")
    links.nth(1).click()
    page.wait_for_url(f"**{target}")


@pytest.mark.parametrize("kind", ADDRESSES)
def test_all_of_main_is_there_without_javascript(new_page, server, kind):
    texts = {}
    for has_script in (True, False):
        page = new_page(java_script_enabled=has_script)
        page.goto(server.address("fi", kind), wait_until="load")
        buttons = page.locator("main [data-print]").all_inner_texts()
        texts[has_script] = [line for line in page.locator("main").inner_text().splitlines() if line.strip()]
        if has_script:
            for button in buttons:
                texts[has_script].remove(button)
    missing = [line for line in texts[True] if line not in texts[False]]
    assert texts[True]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_tab_leads_past_the_header(page, server, language):
    page.goto(server.address(language, "tip-list"))
    page.keyboard.press("Tab")
    box = page.locator(".skip:focus").bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("() => Boolean(document.activeElement.closest('main'))")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_print_button_prints(page, server, language):
    page.add_init_script("window.timesPrinted = 0; window.print = () => { window.timesPrinted += 1; };")
    page.goto(server.address(language, "tip-list"))
    page.locator("main [data-print]").click()
    assert page.evaluate("() => window.timesPrinted") == 1


def test_without_javascript_no_dead_print_button_shows(new_page, server):
    page = new_page(java_script_enabled=False)
    page.goto(server.address("fi", "tip-list"))
    assert page.locator("main [data-print]").count() == 1
    assert not page.locator("main [data-print]").is_visible()
    assert page.locator("main noscript").inner_text().strip()


@pytest.mark.parametrize("kind", ADDRESSES)
def test_the_eu_emblem_stands_on_the_first_screen(page, server, kind):
    page.goto(server.address("fi", kind))
    for size in ((1280, 900), (360, 640)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        assert_stands_on_the_screen(page.locator("header .funding"), size)


def assert_stands_on_the_screen(funding, size):
    for part in (funding.locator(".emblem"), funding.locator("p")):
        box = part.bounding_box()
        assert part.is_visible()
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert box["y"] + box["height"] <= size[1]
    assert funding.locator("p").inner_text().strip()


OUTLINE_OF_FOCUS = """() => {
  const item = document.activeElement;
  if (!item || item === document.body) return null;
  const shown = [getComputedStyle(item), getComputedStyle(item, '::after')].some(
    style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
  return { name: `${item.tagName}.${item.className} ${item.textContent.trim().slice(0, 40)}`, shown };
}"""


@pytest.mark.parametrize("kind", ADDRESSES)
def test_forced_colours_keep_an_outline_on_the_focus(new_page, server, kind):
    page = new_page(forced_colors="active")
    page.goto(server.address("fi", kind))
    bare, count = [], 0
    for _ in range(150):
        page.keyboard.press("Tab")
        focus = page.evaluate(OUTLINE_OF_FOCUS)
        if focus is None:
            break
        count += 1
        if not focus["shown"]:
            bare.append(focus["name"])
    assert count >= 10
    assert bare == []
