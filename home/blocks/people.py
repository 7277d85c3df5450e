"""Blocks of people and organisations."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, StructBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from .text import heading_block

PEOPLE = _("People and organisations")


class ContactsBlock(StructBlock):
    """People and how to reach them."""

    heading = heading_block()
    items = ListBlock(SnippetChooserBlock("home.Contact", label=_("Contact")), label=_("Contacts"), min_num=1)

    class Meta:
        icon = "group"
        label = _("Contacts")
        description = _("People of the project and how to reach them.")
        group = PEOPLE
        template = "home/blocks/contacts.html"
        label_format = "{heading}"

    def get_preview_value(self):
        from home.models import Contact

        return self.normalize({"heading": "Yhteystiedot", "items": list(Contact.objects.all()[:2])})


class OrganisationsBlock(StructBlock):
    """Organisations with their logos."""

    heading = heading_block()
    items = ListBlock(
        SnippetChooserBlock("home.Organisation", label=_("Organisation")), label=_("Organisations"), min_num=1
    )

    class Meta:
        icon = "site"
        label = _("Organisations")
        description = _("Funders, implementers, partners and associations.")
        group = PEOPLE
        template = "home/blocks/organisations.html"
        label_format = "{heading}"

    def get_preview_value(self):
        from home.models import Organisation

        return self.normalize({"heading": "Mukana", "items": list(Organisation.objects.all()[:3])})
