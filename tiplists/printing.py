"""What a printed tip list tells, and the forms in which it is printed."""

import hashlib
import json
from dataclasses import dataclass
from functools import partial

from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils.translation import gettext, ngettext, override
from django.utils.translation import gettext_lazy as _

from home import motif
from home.printed import absolute, code, surroundings
from home.typesetting import Job, printable
from home.words import soft_hyphens


@dataclass(frozen=True)
class Variant:
    """One form of a printed list. `sheet`: its layout in the template; `name`: its part of the address."""

    name: str
    label: str
    paper: str
    sheet: str
    in_black: bool = False


# What a reader downloads, in the order of the links.
VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("a4", _("A4"), "A4", "a4"),
        Variant("a3", _("A3 poster"), "A3", "a3"),
        Variant("large", _("Large print"), "A4", "large"),
        Variant("bw", _("Black and white"), "A4", "a4", in_black=True),
    )
}
# Pictures for sharing and for small posters: (template, sheet of the template, pixels per inch).
PICTURES = {"share": ("share.typ", "", 72), "poster": ("list.typ", "a4", 72)}


def sheet_context(page):
    """What a sheet tells, as plain values: the one source of the page, of what is printed and of its version."""
    return {
        "title": page.title,
        "summary": page.summary,
        "tips": [
            {"title": block.value["title"], "text": str(block.value["text"] or ""), "icon": block.value["icon"] or ""}
            for block in page.tips
        ],
        "marker": page.marker,
        "columns": page.columns,
        "accent": page.accent,
        "source_line": page.source_line,
        "write_in": page.write_in,
        "updated_on": page.updated_on.isoformat() if page.updated_on else "",
    }


def version(page):
    """Eight hexadecimal digits that change when anything printed changes."""
    text = json.dumps(sheet_context(page), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def print_data(page, *, in_black=False):
    """All that the typesetter needs of a list, as plain values in the page's language."""
    with override(page.language):
        sheet = sheet_context(page)
        written = partial(as_printed, language=page.language, is_easy=page.is_easy_language)
        return {
            **surroundings(page, in_black=in_black),
            "title": written(sheet["title"]),
            "short_title": written(page.poster_title),
            "summary": written(sheet["summary"]),
            "tips": [
                {
                    "title": written(tip["title"]),
                    "text": runs(tip["text"], written),
                    "icon": motif.as_file(render_to_string(f"includes/icons/{tip['icon']}.svg")) if tip["icon"] else "",
                }
                for tip in sheet["tips"]
            ],
            "marker": sheet["marker"],
            "columns": sheet["columns"],
            "accent": sheet["accent"],
            "write_in": written(sheet["write_in"]),
            "source_line": written(sheet["source_line"]),
            "updated": f"{gettext('Updated')} {page.updated_text}" if page.updated_on else "",
            "is_easy": page.is_easy_language,
            "count": ngettext("%(number)s tip on one A4 sheet", "%(number)s tips on one A4 sheet", len(page.tips))
            % {"number": len(page.tips)},
            "code": code(page.sheet_path or "/"),
        }


def as_printed(text, *, language, is_easy):
    """A text with soft hyphens in its long words; easy language is not hyphenated (Selkokeskus)."""
    return printable(text if is_easy else soft_hyphens(text, language))


def runs(html, written):
    """The paragraphs of a tip's text as lists of {t: words, b: is bold, u: address}; `written` prepares the words."""
    paragraphs = []
    for paragraph in BeautifulSoup(html, "html.parser").find_all("p"):
        found = []
        for string in paragraph.find_all(string=True):
            run = {"t": written(str(string))}
            if string.find_parent(["b", "strong"]):
                run["b"] = True
            link = string.find_parent("a", href=True)
            if link:
                run["u"] = absolute(link["href"])
            found.append(run)
        if any(run["t"].strip() for run in found):
            paragraphs.append(found)
    return paragraphs


def link_text(variant, file):
    """What a link to a file says: its form, paper and, once it has been made, its pages and size."""
    words = ["PDF", variant.paper]
    if file:
        words.append(
            ngettext("%(count)s page", "%(count)s pages", file.facts["pages"]) % {"count": file.facts["pages"]}
        )
        words.append(gettext("%(count)s kB") % {"count": max(1, round(file.bytes / 1024))})
    told = ", ".join(words)
    return told if variant.name in ("a4", "a3") else f"{variant.label}: {told}"


def job(page, name):
    """The typesetter's job for a variant or a picture of a list. Raises KeyError for an unknown name."""
    stamp = int(page.last_published_at.timestamp()) if page.last_published_at else 0
    if name in PICTURES:
        template, sheet, ppi = PICTURES[name]
        return Job(template, print_data(page), {"sheet": sheet}, format="png", ppi=ppi)
    variant = VARIANTS[name]
    option = {"sheet": variant.sheet, "in_black": variant.in_black}
    return Job("list.typ", print_data(page, in_black=variant.in_black), option, timestamp=stamp)


def preview_job(page, name):
    """The same as a picture of each page, for an editor."""
    variant = VARIANTS[name]
    option = {"sheet": variant.sheet, "in_black": variant.in_black}
    ppi = 68 if variant.paper == "A3" else 96
    return Job("list.typ", print_data(page, in_black=variant.in_black), option, format="png", ppi=ppi)
