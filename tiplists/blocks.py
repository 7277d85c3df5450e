"""The block of one tip."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StructBlock

ICONS = [
    ("talk", _("Talk")),
    ("listen", _("Listen")),
    ("people", _("People")),
    ("time", _("Time")),
    ("place", _("Place")),
    ("food", _("Coffee and food")),
    ("write", _("Write")),
    ("phone", _("Telephone")),
    ("calendar", _("Calendar")),
    ("heart", _("Heart")),
    ("question", _("Question")),
    ("check", _("Done")),
]


class TipBlock(StructBlock):
    """One tip: what to do, and a sentence or two on how."""

    title = CharBlock(label=_("What to do"), max_length=60)
    text = RichTextBlock(label=_("How"), features=["bold", "link"], required=False)
    icon = ChoiceBlock(label=_("Icon"), choices=ICONS, required=False)

    class Meta:
        icon = "tasks"
        label = _("Tip")
        description = _("What to do, in at most 60 characters, and how in a sentence or two.")
        preview_value = {"title": "Kysy ensin", "text": "<p>Kysy, ennen kuin ehdotat.</p>", "icon": "question"}
