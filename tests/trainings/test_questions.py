"""The organiser's own questions: mirrored from the source page, and never lost with an answer."""

from uuid import NAMESPACE_OID, uuid5

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from tests.factories import fresh, make_training, person, stream, training_of, translate
from trainings import registration
from trainings.blocks import QuestionBlock
from trainings.models import Answer, Question

pytestmark = pytest.mark.django_db


def option(words):
    return {"type": "item", "id": str(uuid5(NAMESPACE_OID, words)), "value": words}


def question(label="Mistä kuulit?", kind="text", options=(), *, is_required=False):
    return (
        "question",
        {
            "label": label,
            "help_text": "",
            "kind": kind,
            "options": [option(words) for words in options],
            "is_required": is_required,
        },
    )


def ask(page, questions):
    """Publish the page with these questions."""
    page = fresh(page)
    page.questions = questions
    page.save_revision().publish()
    return fresh(page)


@pytest.fixture
def page():
    return make_training(
        registration="here",
        questions=stream(question(), question("Miten tulet?", "choice", ["Junalla", "Bussilla"], is_required=True)),
    )


def test_publishing_makes_the_questions_with_their_options(page):
    first, second = training_of(page).questions.all()
    assert (first.label, first.kind, first.options, first.is_required) == ("Mistä kuulit?", "text", {}, False)
    assert (second.label, second.kind, second.is_required) == ("Miten tulet?", "choice", True)
    assert list(second.options.values()) == ["Junalla", "Bussilla"]
    assert [str(item.block_id) for item in (first, second)] == [block.id for block in page.questions]


def test_a_draft_asks_nothing_new(page):
    draft = fresh(page)
    draft.questions = stream(question("Aivan uusi?"))
    draft.save_revision()
    assert [item.label for item in training_of(page).questions.all()] == ["Mistä kuulit?", "Miten tulet?"]


def test_new_words_and_a_new_order_keep_the_answers(page):
    first, second = training_of(page).questions.all()
    registration.register(training_of(page).pk, person(), answers={first: "Naapurilta"})
    raw = page.questions.get_prep_value()
    raw.reverse()
    raw[1]["value"]["label"] = "Mistä sait tiedon?"
    ask(page, raw)
    assert [item.pk for item in training_of(page).questions.all()] == [second.pk, first.pk]
    assert Answer.objects.get().question.label == "Mistä sait tiedon?"


def test_a_question_that_is_taken_away_goes_unless_somebody_answered_it(page):
    first, _second = training_of(page).questions.all()
    registration.register(training_of(page).pk, person(), answers={first: "Naapurilta"})
    ask(page, stream())
    [left] = training_of(page).questions.all()
    assert (left.pk, left.is_asked) == (first.pk, False)
    assert Answer.objects.get().text == "Naapurilta"


def test_an_option_that_is_taken_away_keeps_its_words_for_those_who_chose_it(page):
    _first, second = training_of(page).questions.all()
    train = next(number for number, words in second.options.items() if words == "Junalla")
    registration.register(training_of(page).pk, person(), answers={second: train})
    raw = page.questions.get_prep_value()
    raw[1]["value"]["options"] = [item for item in raw[1]["value"]["options"] if item["id"] != train]
    ask(page, raw)
    assert Answer.objects.get().text == "Junalla"


def test_a_yes_or_no_is_said_in_words():
    page = make_training(registration="here", questions=stream(question("Tuletko bussilla?", "yes_no")))
    [asked] = training_of(page).questions.all()
    registration.register(training_of(page).pk, person(), answers={asked: "yes"})
    with override("fi"):
        assert Answer.objects.get().text == "Kyllä"


def test_an_emptied_answer_goes(page):
    first, _second = training_of(page).questions.all()
    someone = registration.register(training_of(page).pk, person(), answers={first: "Naapurilta"}).registration
    registration.change(someone, {}, answers={first: ""})
    assert not Answer.objects.exists()


def test_a_translation_has_the_same_questions_in_other_words(page):
    translation = translate(page, "sv", title="Utbildning")
    assert [block.id for block in translation.questions] == [block.id for block in page.questions]
    assert [list(block.value.choices) for block in translation.questions] == [
        list(block.value.choices) for block in page.questions
    ]
    raw = translation.questions.get_prep_value()
    raw[0]["value"]["label"] = "Var hörde du?"
    ask(translation, raw)
    assert training_of(page).questions.first().label == "Mistä kuulit?"


@pytest.mark.parametrize("options", [[], ["Yksi"]])
def test_a_choice_needs_two_options(options):
    block = QuestionBlock()
    with pytest.raises(ValidationError):
        block.clean(block.normalize(question(kind="choice", options=options)[1]))


def test_a_copied_page_has_questions_of_its_own(page):
    copy = page.copy(update_attrs={"title": "Kopio", "slug": "kopio"})
    assert training_of(copy).questions.count() == 2
    assert Question.objects.filter(training__in=[training_of(copy), training_of(page)]).count() == 4
