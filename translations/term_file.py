"""The glossary as a file: read from a spreadsheet program and checked line by line."""

import csv
import io

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Locale

from translations.models import GlossaryTerm

# {heading in the file: field of the term}. The export writes the same.
COLUMNS = {
    "from": "source_locale",
    "into": "target_locale",
    "term": "source",
    "translation": "target",
    "forbidden": "forbidden",
    "note": "note",
    "case_sensitive": "is_case_sensitive",
}
REQUIRED = ("from", "into", "term", "translation")
MOST_BYTES, MOST_LINES = 1024 * 1024, 5000
TRUE = {"1", "true", "yes", "x", "kyllä", "ja"}


class UnreadableError(Exception):
    """The file as a whole cannot be read; its text says why, in the active language."""


def read_terms(content, locales):
    """Save the terms of a CSV file (bytes). Returns (number of terms saved, what is wrong with the other lines).

    `locales`: the languages into which the user may write. A term that is there already gets the file's translation.
    Raises UnreadableError.
    """
    saved, problems = 0, []
    all_locales = {locale.language_code: locale for locale in Locale.objects.all()}
    allowed = {locale.pk for locale in locales}
    for number, line in lines_of(content):
        try:
            save_term(line, all_locales, allowed)
        except ValidationError as error:
            problems.append(_("Line %(number)s: %(problem)s") % {"number": number, "problem": " ".join(error.messages)})
        else:
            saved += 1
    return saved, problems


def lines_of(content):
    """(number, {heading: text}) of each line that is not empty."""
    if len(content) > MOST_BYTES:
        raise UnreadableError(_("The file is larger than 1 MB."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise UnreadableError(_("This is not a CSV file. Save the table as CSV (UTF-8) first."))
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(";\t,", key=first.count))
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise UnreadableError(_("This is not a CSV file. Save the table as CSV (UTF-8) first.")) from error
    headings = [cell.strip().lower() for cell in rows[0][1]] if rows else []
    if missing := [name for name in REQUIRED if name not in headings]:
        text = _("The first line must name the columns. These are missing: %(names)s.")
        raise UnreadableError(text % {"names": ", ".join(missing)})
    if len(rows) > MOST_LINES:
        raise UnreadableError(_("The file has more than %(count)s lines.") % {"count": MOST_LINES})
    return [
        (number, dict(zip(headings, (cell.strip() for cell in row), strict=False)))
        for number, row in rows[1:]
        if any(cell.strip() for cell in row)
    ]


def save_term(line, locales, allowed):
    """Save the term of a line. Raises ValidationError."""
    for name in REQUIRED:
        if not line.get(name):
            raise ValidationError(_("The column “%(name)s” is empty."), params={"name": name})
    for name in ("from", "into"):
        if line[name].lower() not in locales:
            raise ValidationError(
                _("“%(code)s” is none of the languages %(codes)s."),
                params={"code": line[name], "codes": ", ".join(locales)},
            )
    source_locale, target_locale = locales[line["from"].lower()], locales[line["into"].lower()]
    if target_locale.pk not in allowed:
        raise ValidationError(_("You may not write terms into this language."))
    key = {"source_locale": source_locale, "target_locale": target_locale, "source": line["term"]}
    term = GlossaryTerm.objects.filter(**key).first() or GlossaryTerm(**key)
    term.target = line["translation"]
    for name in ("forbidden", "note"):
        if name in line:
            setattr(term, name, line[name])
    if "case_sensitive" in line:
        term.is_case_sensitive = line["case_sensitive"].lower() in TRUE
    term.full_clean()
    term.save()
