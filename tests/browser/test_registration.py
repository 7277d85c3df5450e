"""A training from its making to the sheet at the door: an organiser in the CMS, readers on telephones, real mail."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.pdf import Pdf, squeezed

from . import axe
from .editing import Editor
from .post import wait_for_mail, words_of

SUMMARY = "Tämä valmennus on tehty selaimessa, jotta tiedämme, että ilmoittautuminen toimii alusta loppuun."
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
TITLE = "Valmennus yhdelle"


def events_of(mail):
    [file] = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    return Calendar.from_ical(file.get_payload(decode=True)).walk("VEVENT")


def own_page_of(mail, server):
    """The link to the own page, at the server of the test."""
    return server.url + re.search(r"https?://[^/\s]+(/fi/r/[\w-]+/)", words_of(mail))[1]


def make_training(editor, page):
    """Make and publish a training of one seat; returns its day."""
    day = date.today() + timedelta(days=40)
    editor.begin("trainings/trainingpage", "trainings")
    editor.write(title=TITLE, summary=SUMMARY, venue="Kirjasto", starts_on=f"{day:%-d.%-m.%Y}")
    editor.write(starts_at="12:00", ends_at="15:00", capacity="1")
    page.locator("[name=registration]").select_option("here")
    editor.choose_first(page.locator(".w-panel:has([name=contact]) .chooser__choose-button:visible"))
    editor.publish()
    assert editor.errors == []
    return day


def sign_up(phone, name, email):
    """Sign up as a reader does, from the list of trainings on."""
    phone.goto("/fi/valmennukset/")
    phone.get_by_role("link", name=TITLE).click()
    phone.locator(".buttons a.button").first.click()
    phone.get_by_label("Nimesi", exact=True).fill(name)
    phone.get_by_label("Sähköpostiosoitteesi").fill(email)
    phone.get_by_role("button", name="Lähetä ilmoittautuminen").click()
    expect(phone.locator("[data-registration-status]")).to_be_visible()
    return phone.locator("[data-registration-status]").get_attribute("data-registration-status")


def test_a_training_is_announced_filled_left_and_printed(new_page, server, post):
    office = new_page()
    organiser = Editor(office, server, user="organiser")
    day = make_training(organiser, office)

    # Two readers: one gets the seat, one joins the queue.
    aino, eino = new_page(**PHONE), new_page(**PHONE)
    assert sign_up(aino, "Aino Esimerkki", "aino@example.org") == "confirmed"
    mail = wait_for_mail(aino, post, "aino@example.org", 1)
    assert TITLE in mail["Subject"]
    [event] = events_of(mail)
    assert event["DTSTART"].dt.strftime("%Y-%m-%d") == day.isoformat()
    assert event["STATUS"] == "CONFIRMED"
    assert sign_up(eino, "Eino Esimerkki", "eino@example.org") == "waitlisted"
    assert "jono" in wait_for_mail(eino, post, "eino@example.org", 1)["Subject"].lower()

    # The first one changes what she told, then cancels; the second one gets the seat.
    aino.goto(own_page_of(mail, server))
    aino.get_by_label("Organisaatiosi").fill("=HYPERLINK(1)")
    aino.get_by_role("button", name="Tallenna muutokset").click()
    expect(aino.locator("[role=status]")).to_contain_text("tallen")
    aino.get_by_role("link", name="Peru ilmoittautuminen").click()
    aino.get_by_role("button", name="Kyllä, peru ilmoittautuminen").click()
    expect(aino.locator("[data-registration-status=cancelled]")).to_be_visible()
    [event] = events_of(wait_for_mail(aino, post, "aino@example.org", 2))
    assert event["STATUS"] == "CANCELLED"
    promoted = wait_for_mail(eino, post, "eino@example.org", 2)
    eino.goto(own_page_of(promoted, server))
    expect(eino.locator("[data-registration-status=confirmed]")).to_be_visible()

    # The organiser sees both, prints the sheet and takes the list out.
    office.goto("/cms/trainings/")
    office.get_by_role("link", name=TITLE).first.click()
    rows = office.locator("table.listing tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("Aino Esimerkki")
    expect(rows.nth(1)).to_contain_text("Eino Esimerkki")
    sheet = Pdf(download(office, "Osallistujaluettelo"))
    assert squeezed("Eino Esimerkki") in squeezed(sheet.text)
    assert squeezed("Aino Esimerkki") not in squeezed(sheet.text)
    book = load_workbook(BytesIO(download(office, "Vie taulukkoon")))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    [formula] = [cell for cell in cells if cell.value == "=HYPERLINK(1)"]
    assert formula.data_type == "s"
    assert {"Aino Esimerkki", "Eino Esimerkki"} <= {cell.value for cell in cells}


def download(page, name):
    """The bytes of the file behind a link of the page."""
    address = page.get_by_role("link", name=name).first.get_attribute("href")
    response = page.request.get(address)
    assert response.status == 200
    return response.body()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_errors_and_results_of_the_form_have_no_violations(new_page, server, language):
    page = new_page(bypass_csp=True)
    page.goto(server.address(language, "registration"))
    page.locator("main form").evaluate("form => { form.noValidate = true; }")
    page.locator("main form [type=submit]").click()
    page.locator(".error-summary").wait_for()
    assert page.evaluate("() => document.activeElement.matches('[data-error-summary]')")
    found = violations(page)
    page.locator("main form [name=name]").fill("Kaino Esimerkki")
    page.locator("main form [name=email]").fill(f"kaino-{language}@example.org")
    for radio in page.locator("main form fieldset").all():
        radio.locator("input[type=radio]").first.check()
    page.locator("main form [type=submit]").click()
    page.locator("[data-registration-status]").wait_for()
    found += violations(page)
    assert found == []


def violations(page):
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{page.url}, {scheme}: {line}" for line in axe.violations(page)]
    return found


def test_a_reader_without_javascript_registers(new_page, server):
    page = new_page(java_script_enabled=False, **PHONE)
    page.goto(server.address("fi", "registration"))
    page.locator("main form [type=submit]").click()
    assert page.title().startswith("Virhe")
    page.locator("main form [name=name]").fill("Vaino Esimerkki")
    page.locator("main form [name=email]").fill("vaino@example.org")
    for radio in page.locator("main form fieldset").all():
        radio.locator("input[type=radio]").first.check()
    page.locator("main form [type=submit]").click()
    status = page.locator("[data-registration-status]").get_attribute("data-registration-status")
    assert status in ("confirmed", "waitlisted")
    page.go_back()
    assert page.locator("main form [name=name]").count() == 1
