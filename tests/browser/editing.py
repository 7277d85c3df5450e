"""What an editor does in the CMS, by the keys and buttons that an editor uses."""

import re
from itertools import count

from playwright.sync_api import expect

PASSWORD = "osallisuus"
MILLISECONDS_TO_AUTOSAVE = 1_000
MILLISECONDS_TO_MISS = 15_000
# The add button of a stream or a list is its shallowest and last one; those of inner lists lie deeper.
LAST_ADD_BUTTON = """root => {
  const found = [...root.querySelectorAll('button.c-sf-add-button')].filter(button => button.checkVisibility());
  const depth = button => {
    let steps = 0;
    for (let item = button; item !== root; item = item.parentElement) steps += 1;
    return steps;
  };
  const least = Math.min(...found.map(depth));
  return found.filter(button => depth(button) === least).pop();
}"""


class Editor:
    """An editor who has signed in."""

    def __init__(self, page, server, user="editor"):
        self.page, self.server, self.number = page, server, count(1)
        page.goto("/cms/login/")
        page.fill("[name=username]", user)
        page.fill("[name=password]", PASSWORD)
        page.click("[type=submit]")
        page.wait_for_url("**/cms/")

    def begin(self, app_model, parent):
        """Open the form of a new page under a page of the kind `parent`."""
        self.page.goto(f"/cms/pages/add/{app_model}/{self.server.ids[parent]}/", wait_until="networkidle")
        expect(self.page.locator("form#page-edit-form [name=title]")).to_be_visible()

    def write(self, **fields):
        for name, text in fields.items():
            field = self.page.locator(f"form#page-edit-form [name='{name}']")
            field.fill(text)

    def press_add(self, count_name):
        """Press the add button of the stream or list whose hidden count has this name."""
        root = self.page.locator(f"div:has(> [name='{count_name}'])").first
        root.evaluate_handle(LAST_ADD_BUTTON).as_element().click()

    def block_kinds(self, stream):
        """The labels in the list that opens; the first press opens it for an empty stream."""
        self.press_add(f"{stream}-count")
        options = self.page.locator("[role=option]:visible")
        options.first.wait_for()
        labels = [label.strip() for label in options.all_inner_texts()]
        self.page.keyboard.press("Escape")
        return labels

    def add_block(self, stream, label=None):
        """Add a block at the end of a stream and fill it in; `label` chooses its kind where there are many."""
        total = self.page.locator(f"[name='{stream}-count']")
        index = int(total.input_value())
        self.press_add(f"{stream}-count")
        if label:
            whole_label = re.compile(rf"^\s*{re.escape(label)}\s*$")
            self.page.locator("[role=option]:visible").filter(has_text=whole_label).click()
        expect(total).to_have_value(str(index + 1))
        self.fill_block(f"{stream}-{index}")

    def fill_block(self, prefix):
        block = self.page.locator(f"[name='{prefix}-type']").locator("xpath=..")
        choosers = block.locator(".chooser__choose-button:visible")
        has_address = block.locator("input[type=url]").count() > 0
        self.double_lists(block)
        if not has_address:
            self.choose_first(choosers)
        for select in block.locator("select:visible").all():
            if not select.input_value():
                select.select_option(index=1)
        for address in block.locator("input[type=url]:visible").all():
            address.fill("https://example.org/")
        for field in block.locator("input[type=text]:visible, textarea:visible").all():
            if not field.input_value() and not field.get_attribute("name").endswith(("-date", "-starts", "-ends")):
                field.fill(f"Koe {next(self.number)}")
        for text in block.locator("[contenteditable=true]:visible").all():
            words = f"Koeteksti {next(self.number)}."
            text.click()
            self.page.keyboard.type(words)
            self.wait_until_stored(block, words)

    def wait_until_stored(self, block, words):
        """The rich text editor writes to the form a moment after the last key."""
        stored = "item => [...item.querySelectorAll('input[type=hidden]')].map(input => input.value).join()"
        for _ in range(100):
            if words in block.evaluate(stored):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"The editor did not store “{words}”")

    def double_lists(self, block):
        """Give the lists of a block a second member, which some of them need; a table's rows stay as they are."""
        for list_name in ("items", "images", "columns", "cells"):
            for total in block.locator(f"[name$='-{list_name}-count']").all():
                self.press_add(total.get_attribute("name"))
                try:
                    expect(total).to_have_value("2", timeout=MILLISECONDS_TO_MISS)
                except AssertionError:  # a press on a form that is still moving may miss
                    self.press_add(total.get_attribute("name"))
                expect(total).to_have_value("2")

    def choose_first(self, choosers):
        """Choose the first of what each chooser offers; where there is no document yet, upload one."""
        choice = self.page.locator(".modal [data-chooser-modal-choice]:visible, .modal a.choose-page:visible")
        while left := choosers.count():
            choosers.first.click()
            upload = self.page.locator(".modal [name=document-chooser-upload-file]")
            pages = self.page.locator(".modal .page-results, .modal a.navigate-pages")
            expect(choice.or_(upload).or_(pages).first).to_be_attached()
            if pages.count() and not choice.count():
                self.page.fill(".modal [name=q]", "vinkkiä")
                expect(choice.first).to_be_visible()
            if choice.count():
                choice.first.click()
            else:
                self.page.locator(".modal [role=tab]").nth(1).click()
                upload.set_input_files({"name": "koe.txt", "mimeType": "text/plain", "buffer": b"koe"})
                self.page.fill(".modal [name=document-chooser-upload-title]", "Koetiedosto")
                self.page.locator(".modal form:has([name=document-chooser-upload-file]) [type=submit]").click()
            expect(choosers).to_have_count(left - 1)

    def preview(self):
        """Open the preview panel; returns the frame with the page as readers will see it."""
        self.page.locator("[data-side-panel-toggle=preview]").click()
        return self.page.frame_locator("#w-preview-iframe")

    def close_preview(self):
        self.page.locator("[data-side-panel-toggle=preview]").click()

    def publish(self):
        """Press “Publish”, once the draft that the CMS saves by itself is stored: both at once make two pages."""
        self.page.wait_for_timeout(MILLISECONDS_TO_AUTOSAVE)
        expect(self.page.locator(".w-autosave-indicator__state--saving")).to_be_hidden()
        self.page.locator("form#page-edit-form [name=title]").click()  # an open calendar closes
        footer = self.page.locator("form#page-edit-form footer, form#page-edit-form .footer").last
        footer.locator(".w-dropdown__toggle").last.click()
        with self.page.expect_navigation():
            self.page.locator("[name=action-publish]:visible").click()

    @property
    def errors(self):
        """The messages that stand at fields and at the top."""
        places = ".messages .error, .w-field__errors:visible, .help-critical:visible"
        found = self.page.locator(places).all_inner_texts()
        return [text.strip() for text in found if text.strip()]
