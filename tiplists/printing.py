"""What a printed tip list shows, and how it is made to fit one sheet."""

import hashlib
import json

import segno
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe

# How many lines of eleven points a column of one A4 sheet holds under the title, by the number of columns.
LINE_CHARACTERS = {1: 84, 2: 38}
# The largest number of lines in a column for which each density still fits; density 5 holds the rest.
DENSITY_LINES = [18, 24, 30, 37]


def sheet_context(page):
    """The content of one sheet as plain values: the one source of what is printed and of its version."""
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


def lines_of(tip, columns):
    """About how many lines a tip takes: its title is larger than its text, and one line stands between tips."""
    width = LINE_CHARACTERS[columns]
    title = -(-len(tip["title"]) * 13 // (width * 10))
    text = -(-len(strip_tags(tip["text"])) // width)
    return title * 1.3 + text + 1.2


def columns_in_use(page):
    """The editor's choice, or two columns once one would be long."""
    if page.columns != page.Columns.AUTO:
        return int(page.columns)
    return 2 if len(page.tips) > 5 else 1


def density(page):
    """1 (few words, large type) to 5 (as much as a sheet holds): the size at which the browser prints the list."""
    columns = columns_in_use(page)
    lines = sum(lines_of(tip, columns) for tip in sheet_context(page)["tips"]) / columns
    return 1 + sum(lines > limit for limit in DENSITY_LINES)


def qr_svg(address, title):
    """The QR code of an address as an SVG picture with a title, for print."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(  # noqa: S308  (segno escapes the title; the address becomes modules)
        code.svg_inline(border=4, svgclass="qr", lineclass=None, title=title, omitsize=True)
    )
