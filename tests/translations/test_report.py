"""The command that counts states and words."""

import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_standard_page
from tests.translations.translating import followed, write

pytestmark = pytest.mark.django_db


def report():
    """{(kind of content, language): numbers} of each line."""
    output = StringIO()
    call_command("translations_report", stdout=output)
    _headings, *lines = csv.reader(StringIO(output.getvalue()))
    return {(kind, language): [int(number) for number in numbers] for kind, language, *numbers in lines}


def test_it_counts_states_and_words_of_each_language():
    before = report()
    key = next(key for key in before if key[1] == "Svenska")
    write(followed(make_standard_page(summary="Kaksi sanaa."), "sv"), 0)
    after = report()
    changed = [new - old for old, new in zip(before[key], after[key], strict=True)]
    assert sum(changed[:-2]) == 1
    assert changed[-2:] == [1, 2]


def test_it_writes_a_file(tmp_path):
    path = tmp_path / "report.csv"
    call_command("translations_report", csv=str(path))
    assert "Svenska" in path.read_text(encoding="utf-8-sig")
    with pytest.raises(CommandError):
        call_command("translations_report", csv=str(tmp_path / "no" / "report.csv"))
