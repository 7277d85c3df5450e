"""How tests read a response."""

from xml.etree import ElementTree

from bs4 import BeautifulSoup
from django.utils.translation import gettext, override
from wagtail.models import Page


def soup_of(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def xml_of(response):
    return ElementTree.fromstring(response.content)  # noqa: S314 – what the site itself wrote


def hrefs(soup):
    return [link["href"] for link in soup.find_all("a", href=True)]


def without_soft_hyphens(text):
    """The text of a visible heading as its editor wrote it."""
    return text.replace("\u00ad", "")


def public_pages():
    """Every live page of the site that is no alias, in the order of the tree."""
    return list(Page.objects.live().filter(depth__gt=1, alias_of__isnull=True).order_by("path").specific())


def said(message, language):
    """What the site says for a message of its catalogue in a language."""
    with override(language):
        return gettext(message)
