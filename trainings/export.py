"""The participants of a training as an xlsx file: one row for each person, in words, in the project's time."""

import re
from datetime import date, datetime
from io import BytesIO
from itertools import chain

from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, override
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from trainings.models import Answer, Registration, RegistrationNeeds

# What XML cannot hold.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A spreadsheet might take a text for a formula, now or when somebody edits the cell (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MOMENT, DAY, TEXT = "d.m.yyyy hh:mm", "d.m.yyyy", "@"
# Fields of a registration in the order of the columns, with their widths in characters.
COLUMNS = {
    "number": 10,
    "status": 14,
    "name": 28,
    "email": 32,
    "telephone": 18,
    "organisation": 30,
    "organisation_type": 26,
    "municipality": 20,
    "mode": 18,
    "language": 12,
    "created_at": 17,
    "promoted_at": 20,
    "cancelled_at": 17,
    "attendance": 17,
}
BOLD, TOP = Font(bold=True), Alignment(vertical="top", wrap_text=True)


class Table:
    """A sheet of a write-only workbook: lines that say what it is, headings that stay in sight, rows."""

    def __init__(self, workbook, title, intro, headings, *, frozen_columns=0):
        """`headings`: (text, width in characters) of each column."""
        self.sheet = workbook.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
        self.row = len(intro) + (2 if intro else 1)  # of the headings
        self.columns = len(headings)
        for number, (_text, width) in enumerate(headings, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        self.sheet.freeze_panes = f"{get_column_letter(frozen_columns + 1)}{self.row + 1}"
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        self.sheet.print_title_rows = f"{self.row}:{self.row}"
        for line in intro:
            self.sheet.append([self.cell(line, font=BOLD)])
        if intro:
            self.sheet.append([])
        self.sheet.append([self.cell(text, font=BOLD, alignment=TOP) for text, _width in headings])
        self.last = self.row

    def append(self, values):
        """Add a row of texts, numbers, dates and date-times; a date-time shows the project's time."""
        self.sheet.append([self.cell(value, alignment=TOP) for value in values])
        self.last += 1

    def finish(self):
        self.sheet.auto_filter.ref = f"A{self.row}:{get_column_letter(self.columns)}{self.last}"

    def cell(self, value, **style):
        if value is None or value == "":
            return None
        if isinstance(value, datetime):
            value = timezone.make_naive(value, timezone.get_default_timezone()).replace(microsecond=0)
            style["number_format"] = MOMENT
        elif isinstance(value, date):
            style["number_format"] = DAY
        elif not isinstance(value, int):
            value = UNWRITABLE.sub("", str(value))
            style |= {"number_format": TEXT, "data_type": "s", "quotePrefix": value.startswith(FORMULA)}
        cell = WriteOnlyCell(self.sheet, value)
        for name, worth in style.items():
            setattr(cell, name, worth)
        return cell


def saved(workbook):
    """The bytes of a workbook."""
    output = BytesIO()
    workbook.save(output)
    return output.getvalue()


def participants(training, *, with_needs=False):
    """The bytes of the file. `with_needs`: also a sheet of what people who have a seat or wait need."""
    with override(settings.LANGUAGE_CODE):
        workbook = Workbook(write_only=True)
        intro = [
            gettext(
                "Protected material: personal data. Do not pass it on, and destroy it when it is not needed any more."
            ),
            training.name,
            capfirst(training.when_text()),
        ]
        add_people(workbook, training, intro)
        if with_needs:
            add_needs(workbook, training, intro)
        return saved(workbook)


def heading(name, model=Registration):
    """What a field is called."""
    return str(capfirst(model._meta.get_field(name).verbose_name))


def add_people(workbook, training, intro):
    """Everybody who has ever registered, in the order of numbers."""
    languages = dict(settings.LANGUAGES)
    questions = list(training.questions.all())
    given = Answer.objects.filter(registration__training=training)
    answers = {
        (registration, question): value
        for registration, question, value in given.values_list("registration_id", "question_id", "value")
    }
    asked = [(question.label, 30) for question in questions]
    headings = [(heading(name), width) for name, width in COLUMNS.items()]
    table = Table(workbook, gettext("Participants"), intro, headings + asked, frozen_columns=3)
    for item in training.registrations.select_related("municipality").order_by("number"):
        table.append(
            chain(
                [
                    item.number,
                    item.get_status_display(),
                    item.name,
                    item.email,
                    item.telephone,
                    item.organisation,
                    item.get_organisation_type_display(),
                    item.municipality.title if item.municipality else "",
                    item.get_mode_display(),
                    languages.get(item.language, item.language),
                    item.created_at,
                    item.promoted_at,
                    item.cancelled_at,
                    item.get_attendance_display(),
                ],
                (question.answer_text(answers.get((item.pk, question.pk), "")) for question in questions),
            )
        )
    table.finish()


def add_needs(workbook, training, intro):
    """What those who have a seat or wait need to take part."""
    title = heading("text", RegistrationNeeds)
    headings = [*((heading(name), COLUMNS[name]) for name in ("number", "status", "name")), (title, 80)]
    table = Table(workbook, title, intro, headings, frozen_columns=3)
    needs = RegistrationNeeds.objects.filter(registration__in=training.registrations.active())
    for item in needs.select_related("registration").order_by("registration__number"):
        person = item.registration
        table.append([person.number, person.get_status_display(), person.name, item.text])
    table.finish()
