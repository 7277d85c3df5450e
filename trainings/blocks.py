"""Blocks of a training's programme and materials."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, DateBlock, StructBlock, StructBlockValidationError, TimeBlock


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
