"""Blocks of running text."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, RichTextBlock, StructBlock, TextBlock

TEXT = _("Text")

RICH_TEXT = ["h2", "h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]
PLAIN_RICH_TEXT = ["bold", "italic", "ol", "ul", "link"]


def heading_block(**kwargs):
    """The heading of a block; always level two, so that no level is skipped."""
    return CharBlock(label=_("Heading"), max_length=120, **kwargs)


def plain_rich_text_block(**kwargs):
    """Text with bold, italic, lists and links, without headings."""
    return RichTextBlock(label=_("Text"), features=PLAIN_RICH_TEXT, **kwargs)


def rich_text_block():
    """Running text with headings of levels two to four."""
    return RichTextBlock(
        label=_("Text"),
        icon="pilcrow",
        group=TEXT,
        description=_("Paragraphs, headings, lists and links."),
        features=RICH_TEXT,
        template="home/blocks/rich_text.html",
        preview_value="<h2>Osallisuus arjessa</h2><p>Osallisuus syntyy, kun joku kysyy ja kuuntelee.</p>",
    )


class QuoteBlock(StructBlock):
    """Somebody's own words."""

    text = TextBlock(label=_("Words"), max_length=600)
    person = CharBlock(label=_("Who said it"), required=False, max_length=120)
    role = CharBlock(label=_("Role or organisation"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Somebody's own words, with their name.")
        group = TEXT
        template = "home/blocks/quote.html"
        preview_value = {"text": "Kerrankin joku kysyi meiltä ensin.", "person": "", "role": "Esimerkki"}


class CalloutBlock(StructBlock):
    """A box that stands out of the text."""

    kind = ChoiceBlock(
        label=_("Kind"),
        choices=[("note", _("Note")), ("tip", _("Tip")), ("warning", _("Warning"))],
        default="note",
    )
    title = CharBlock(label=_("Title"), required=False, max_length=120)
    text = plain_rich_text_block()

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        description = _("A note, a tip or a warning in a box.")
        group = TEXT
        template = "home/blocks/callout.html"
        preview_value = {
            "kind": "tip",
            "title": "Aloita pienestä",
            "text": "<p>Yksi keskustelu riittää alkuun.</p>",
        }


class TitledTextBlock(StructBlock):
    """A title and its text: an item of an accordion or of steps."""

    title = CharBlock(label=_("Title"), max_length=140)
    text = plain_rich_text_block()


class AccordionBlock(StructBlock):
    """Titles that open to show their text."""

    heading = heading_block()
    items = ListBlock(TitledTextBlock(label=_("Item")), label=_("Items"), min_num=1, max_num=20)

    class Meta:
        icon = "list-ul"
        label = _("Accordion")
        description = _("Questions and answers that open one at a time.")
        group = TEXT
        template = "home/blocks/accordion.html"
        preview_value = {
            "heading": "Usein kysyttyä",
            "items": [{"title": "Kuka voi osallistua?", "text": "<p>Kaikki, joita asia koskee.</p>"}],
        }


class StepsBlock(StructBlock):
    """What is done first, second and third."""

    heading = heading_block()
    items = ListBlock(TitledTextBlock(label=_("Step")), label=_("Steps"), min_num=2, max_num=12)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("What is done first, second and third.")
        group = TEXT
        template = "home/blocks/steps.html"
        preview_value = {
            "heading": "Näin pääset alkuun",
            "items": [
                {"title": "Kysy", "text": "<p>Kysy, mitä ihmiset tarvitsevat.</p>"},
                {"title": "Kokeile", "text": "<p>Kokeile yhtä asiaa kerrallaan.</p>"},
            ],
        }


class FactBlock(StructBlock):
    """A term and its explanation, for the facts at the side of a page."""

    term = CharBlock(label=_("Term"), max_length=80)
    text = plain_rich_text_block()

    class Meta:
        icon = "info-circle"
        label = _("Fact")
