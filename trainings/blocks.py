"""Blocks of a training's programme and of its questions to those who register."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    DateBlock,
    ListBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    TimeBlock,
)

from trainings.models.training import Question


class SessionBlock(StructBlock):
    """One part of the programme."""

    date = DateBlock(label=_("Day"), required=False, help_text=_("Only needed when the training lasts several days."))
    starts = TimeBlock(label=_("Starts"), required=False)
    ends = TimeBlock(label=_("Ends"), required=False)
    title = CharBlock(label=_("What happens"), max_length=160)
    trainer = CharBlock(label=_("Trainer"), required=False, max_length=160)

    class Meta:
        icon = "time"
        label = _("Session")
        description = _("One part of the programme with its time.")
        preview_value = {"title": "Tervetuloa", "trainer": ""}

    def clean(self, value):
        value = super().clean(value)
        if value["ends"] and not value["starts"]:
            raise StructBlockValidationError({"starts": ValidationError(_("Write when the session starts."))})
        if value["ends"] and value["ends"] <= value["starts"]:
            raise StructBlockValidationError({"ends": ValidationError(_("The end must be after the start."))})
        return value


class QuestionValue(StructValue):
    @property
    def choices(self):
        """{number of an option: its words}; the numbers are the same in every language."""
        options = self["options"].bound_blocks
        return {item.original_id or str(place): item.value for place, item in enumerate(options)}


class QuestionBlock(StructBlock):
    """A question to everybody who registers."""

    label = CharBlock(
        label=_("Question"),
        max_length=200,
        help_text=_("Ask only what you need for arranging the training, and never about illnesses."),
    )
    help_text = CharBlock(label=_("Hint"), required=False, max_length=200)
    kind = ChoiceBlock(label=_("How it is answered"), choices=Question.Kind.choices, default=Question.Kind.TEXT)
    options = ListBlock(
        CharBlock(label=_("Option"), max_length=120),
        label=_("Options"),
        default=[],
        required=False,
        help_text=_("Only for a choice: two at least."),
    )
    is_required = BooleanBlock(label=_("Everybody must answer"), required=False)

    class Meta:
        icon = "help"
        value_class = QuestionValue
        label = _("Question")
        description = _("A text, a choice or a yes or no.")
        preview_value = {"label": "Mistä kuulit valmennuksesta?", "kind": "text", "options": []}

    def clean(self, value):
        value = super().clean(value)
        if value["kind"] == Question.Kind.CHOICE and len(value["options"]) < 2:
            raise StructBlockValidationError({"options": ValidationError(_("Write at least two options."))})
        return value
