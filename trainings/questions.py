"""The organiser's own questions in the words of a page."""

from dataclasses import dataclass, field

from django.conf import settings

from trainings.mirroring import source_page
from trainings.models import Question


@dataclass(frozen=True)
class AskedQuestion:
    """A question with its words. `language`: that of the words, "" if it is the page's own.

    `options`: {number: words} of what is offered now, in the editor's order.
    """

    question: Question
    label: str
    help_text: str = ""
    options: dict = field(default_factory=dict)
    language: str = ""


def blocks_of(page):
    """{block id: value} of the questions of a page; nothing without a page."""
    return {block.id: block.value for block in page.questions} if page else {}


def asked_in_draft(page):
    """The questions as the draft of a page asks them, for its preview."""
    return [
        AskedQuestion(
            Question(block_id=number, kind=value["kind"], is_required=value["is_required"]),
            value["label"],
            value["help_text"],
            value.choices,
        )
        for number, value in blocks_of(page).items()
    ]


def asked(training, page, language):
    """What a training asks now, in the words of its page (None if it has no page any more), for a reader of a language.

    Words that the page lacks are those of the source page or, without one, of the row.
    """
    rows = training.questions.filter(is_asked=True) if training.pk else []
    if not rows:
        return []
    is_source = page and page.language == settings.LANGUAGE_CODE
    source = page if is_source else source_page(training.key)
    own, originals = blocks_of(page), blocks_of(source)
    found = []
    for question in rows:
        number = str(question.block_id)
        original = originals.get(number)
        offered = original.choices if original else question.options
        if number in own:
            value, spoken = own[number], page.language
        elif original:
            value, spoken = original, source.language
        else:
            value, spoken = None, settings.LANGUAGE_CODE
        words = value.choices if value else {}
        found.append(
            AskedQuestion(
                question,
                value["label"] if value else question.label,
                value["help_text"] if value else "",
                {key: words.get(key, text) for key, text in offered.items()},
                "" if spoken == language else spoken,
            )
        )
    return found
