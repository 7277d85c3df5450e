"""What every printed thing shows besides its content: who publishes it, its rug, who pays, where it stands."""

import segno
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from wagtail.models import Locale, Site

from home import motif
from home.frame import of_language
from home.models import Organisation

# Wide enough for a logo of 9 mm height on A3 at 300 dots an inch.
LOGO = "max-600x150"


def funding_block(language, *, in_black=False):
    """What the chosen programme asks for, and the other funders, in a language.

    {emblem: SVG or None, emblem_alt, lines: [text], slogan: [text], funders: [{name, language, logo}]}. A logo is a
    list of the file's bytes, so that all of it is JSON; logos are left out where only black is printed.
    Call with the language active.
    """
    frame = of_language(language)
    words = funding_words(frame)
    block = {"emblem": None, "emblem_alt": "", "lines": words["lines"], "slogan": words["slogan"], "funders": []}
    if words["emblem_alt"]:
        emblem = motif.as_file(motif.emblem(words["emblem_alt"], in_black=in_black))
        block |= {"emblem": emblem, "emblem_alt": words["emblem_alt"]}
    logos = {} if in_black else logos_of(language)
    block["funders"] = [
        {
            "name": funder["name"],
            "language": funder["name_language"] or language,
            "logo": logos.get(funder["name"]),
        }
        for funder in frame.funders
    ]
    return block


def funding_words(frame):
    """What the programme of a frame asks for in words: {emblem_alt, lines, slogan}; empty where it asks for nothing.

    Call with the frame's language active.
    """
    programme = frame.settings.get("programme")
    alt = gettext("Flag of the European Union") if programme in ("2014-2020", "2021-2027") else ""
    lines, slogan = [], []
    if programme == "2021-2027":
        lines = [gettext("Co-funded by the European Union")]
    elif programme == "2014-2020":
        lines = [line for line in (gettext("European Union"), frame.texts["emblem_line"]) if line]
        slogan = [gettext("Leverage from the EU"), "2014–2020"]
    return {"emblem_alt": alt, "lines": lines, "slogan": slogan}


def logos_of(language):
    """{name: bytes of the logo as a list} of the organisations of a language."""
    locale = Locale.objects.filter(language_code=language).first()
    rows = Organisation.objects.filter(locale=locale, logo__isnull=False).select_related("logo")
    found = {}
    for row in rows:
        with row.logo.get_rendition(f"{LOGO}|format-png").file.open("rb") as file:
            found[row.name] = list(file.read())
    return found


def surroundings(page, *, in_black=False):
    """What a printed thing shows besides its content: who publishes it, its rug, who pays."""
    language = page.language
    return {
        "language": language,
        "author": of_language(language).texts["name"],
        "rug": rug(page.translation_key, 380, 400, in_black=in_black),
        "band": rug(page.translation_key, 1080, 170, in_black=in_black),
        "ribbon": "" if in_black else motif.as_file(motif.ribbon("footer")),
        "funding": funding_block(language, in_black=in_black),
    }


def rug(seed, width, height, *, in_black=False):
    """The rug of a page as an SVG document; on white paper its fringe hangs free."""
    if in_black:
        return motif.as_file(motif.rug_in_black(str(seed), width, height, pick=12))
    return motif.as_file(motif.rug(str(seed), width, height, pick=12, bare=height // 8, position="xMidYMax"))


def absolute(address):
    return f"{base_url()}{address}" if address.startswith("/") else address


def base_url():
    """The public address of the site, without a slash at its end."""
    site = Site.objects.filter(is_default_site=True).first()
    return site.root_url if site else ""


def code(path):
    """The QR code of an address of the site, and the address itself in the two parts in which it is printed."""
    address = f"{base_url()}{path}"
    return {
        "svg": mark_safe(motif.as_file(qr_svg(address))),  # noqa: S308 – modules of a code, made of numbers
        "alt": gettext("QR code: %(address)s") % {"address": address},
        "address": address,
        "host": address.split("://", 1)[-1].removesuffix(path),
        "path": path,
    }


def qr_svg(address):
    """The QR code of an address as an SVG picture, for print; its words stand beside it."""
    made = segno.make(address, error="m", micro=False)
    return made.svg_inline(border=4, svgclass="qr", lineclass=None, omitsize=True)
