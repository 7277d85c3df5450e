"""axe finds nothing on any kind of page, in three languages, wide and narrow, light and dark."""

import pytest

from tests.served import ADDRESSES, LANGUAGES

from . import axe

WIDE, NARROW = (1280, 900), (390, 844)
# Languages differ in words alone, so that the second and third need only one round of each size and scheme.
ALL_ROUNDS = [(WIDE, "light"), (NARROW, "light"), (WIDE, "dark"), (NARROW, "dark")]
TWO_ROUNDS = [(WIDE, "light"), (NARROW, "dark")]


def check(page, address, rounds):
    page.goto(address)
    found = []
    for (width, height), scheme in rounds:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        axe.open_details(page)
        found += [f"{width} px, {scheme}: {line}" for line in axe.violations(page)]
    return found


@pytest.mark.parametrize("kind", [*ADDRESSES, "sign-in"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_each_kind_has_no_violations(new_page, server, language, kind):
    rounds = ALL_ROUNDS if language == "fi" else TWO_ROUNDS
    assert check(new_page(bypass_csp=True), server.address(language, kind), rounds) == []


def test_all_pages_of_text_have_no_violations(new_page, server):
    page = new_page(bypass_csp=True)
    paths = [path for kind, path in server.every["fi"] if kind == "standard"]
    found = [f"{path}, {line}" for path in paths for line in check(page, path, TWO_ROUNDS)]
    assert found == []


def test_a_form_with_errors_has_no_violations(new_page, server):
    page = new_page(bypass_csp=True)
    page.goto(server.address("fi", "feedback"))
    page.locator("main form").evaluate("form => { form.noValidate = true; }")
    page.locator("main form [type=submit]").click()
    page.locator(".error-summary").wait_for()
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += axe.violations(page)
    assert found == []
