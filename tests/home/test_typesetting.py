"""Typst sets what it is given, or says what is wrong."""

import subprocess
import sys

import pytest
from django.utils.translation import override

from home import checks, typesetting
from home.typesetting import Job, TypesettingError, key_of, printable, typeset, undrawable, undrawable_message
from tests.pdf import Pdf


@pytest.fixture
def template(tmp_path, monkeypatch):
    """A function that makes a template of these lines, in a folder of its own, and returns its name."""
    monkeypatch.setattr(typesetting, "TEMPLATES", tmp_path)

    def make(body):
        head = '#set text(font: "Ubuntu", fallback: false, lang: "fi")\n#set document(title: "Koe")\n'
        (tmp_path / "test.typ").write_text(f"{head}{body}\n#metadata((pages: 1)) <facts>\n")
        return "test.typ"

    return make


def test_a_document_is_set_with_its_facts(template):
    result = typeset(Job(template("= Otsikko\nTeksti."), {}, {}))
    assert result.facts == {"pages": 1}
    assert Pdf(result.files[0]).text == "OtsikkoTeksti."
    assert b"pdfuaid:part" in result.files[0]
    assert b"pdfaid:part" in result.files[0]


def test_a_picture_of_each_page_is_made(template):
    result = typeset(Job(template("Yksi\n#pagebreak()\nKaksi"), {}, {}, format="png", ppi=20))
    assert [file[:4] for file in result.files] == [b"\x89PNG"] * 2


def test_data_is_words_and_never_markup(template):
    words = '#import "x.typ" $x$ @nimi \\ *lihava* _kursiivi_ <b>&amp; // loppu'
    result = typeset(Job(template("#json(bytes(sys.inputs.data)).words"), {"words": words}, {}))
    assert Pdf(result.files[0]).text == words.replace(" ", "")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("#ei-ole", "ei-ole"),
        ("#read(\"/etc/hostname\")", "not found"),
        ("#read(\"../../etc/hostname\")", "outside"),
        ('#image("kuva.png")', "not found"),
        ("Merkki \u4e16", "could not be displayed"),
    ],
    ids=["fault", "absolute path", "path above", "no picture", "no glyph"],
)  # fmt: skip
def test_a_fault_is_an_error_that_tells_it(template, body, told):
    with pytest.raises(TypesettingError, match=f"(?i){told}"):
        typeset(Job(template(body), {}, {}))


def test_a_missing_typeface_is_an_error_and_no_empty_page(template, monkeypatch):
    monkeypatch.setattr(typesetting, "FAMILIES", {"Ubuntu", "Puuttuva"})
    with pytest.raises(TypesettingError, match="Puuttuva"):
        typeset(Job(template("Teksti"), {}, {}))
    assert [message.id for message in checks.typefaces_are_there(None)] == ["home.E001"]


def test_the_typefaces_of_the_project_are_all_there():
    assert checks.typefaces_are_there(None) == []


def test_what_takes_too_long_is_ended(template, monkeypatch):
    monkeypatch.setattr(typesetting, "SECONDS", 1)
    slow = "#for i in range(100000000) { i = i + 1 }"
    with pytest.raises(TypesettingError, match="not ready in 1 seconds"):
        typeset(Job(template(slow), {}, {}))


def test_a_killed_process_is_an_error(monkeypatch):
    monkeypatch.setattr(typesetting.sys, "executable", "/bin/false")
    with pytest.raises(TypesettingError, match="ended with 1"):
        typeset(Job("test.typ", {}, {}))


@pytest.mark.parametrize(
    "change",
    [{"template": "b.typ"}, {"data": {"a": 2}}, {"option": {"sheet": "a3"}}, {"format": "png"}, {"timestamp": 1}],
    ids=lambda change: next(iter(change)),
)
def test_the_key_changes_with_all_that_is_shown(change):
    job = {"template": "a.typ", "data": {"a": 1}, "option": {}}
    assert key_of(Job(**job)) == key_of(Job(**job))
    assert key_of(Job(**{**job, **change})) != key_of(Job(**job))


def test_the_languages_of_the_site_can_be_printed():
    assert undrawable("ÅÄÖåäö Šš Žž Éé Üü – — ” “ ’ … · × ½ € § © 0123456789 @&#%+=<>[]{}()/\\|~^_`'\"!?;:,.*") == []


def test_a_character_that_cannot_be_printed_is_named():
    assert undrawable("Hei 😀 ja 😀 שלום") == ["😀", "ש", "ל", "ו", "ם"]
    with override("en"):
        assert "“😀” (U+1F600 GRINNING FACE)" in undrawable_message("Hei 😀")
    assert undrawable_message("Hei") == ""


def test_hyphens_and_spaces_of_other_kinds_are_printed_as_their_like():
    assert printable("a\u2011b\u2010c\u202fd\u200be") == "a-b-c\u00a0de"


def test_an_endless_word_may_break_and_a_long_one_stays():
    word = "k" * 64
    assert printable(word).replace("\u00ad", "") == word
    assert max(map(len, printable(word).split("\u00ad"))) <= 12
    assert printable("osallistumismahdollisuus") != ""
    assert printable("saavutettavuusseloste") == "saavutettavuusseloste"


def test_the_process_needs_no_django():
    code = "import sys, home.typst_process; print(any(name.startswith('django') for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"


def test_documents_leave_no_memory_behind(template):
    """Each is set by a process of its own, which is why the web's own does not grow; twenty show it."""
    name = template("#json(bytes(sys.inputs.data)).words")

    def resident():
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * 4096

    typeset(Job(name, {"words": "0"}, {}))
    before = resident()
    for number in range(20):
        typeset(Job(name, {"words": str(number)}, {}))
    assert resident() - before < 20 * 1024 * 1024
