"""How large the browser may print a list on one sheet: an estimate, since no browser says what fits.

The PDF does not need it: its typesetter measures (`templates/typst/list.typ`).
"""

from django.utils.html import strip_tags

from tiplists.printing import sheet_context

# The sizes of a tip's text, in points, for which the print style has a class `sheet--1` (the first) and so on.
SIZES = [16, 15, 14.2, 13.4, 12.6, 12, 11.4, 11, 10.5]

# The sheet of the print style, in points: A4 less its margins, and the parts that the tips leave.
SHEET_WIDTH, SHEET_HEIGHT = 510, 774
COLUMN_GAP = 26
HEAD_LEAST, FOOT, SOURCE, WRITE_IN = 118, 118, 26, 32
# Mean width of a letter (lost ends of lines included) and height of a line, in ems, of the text and of the bold
# titles; measured on the demo's lists in three languages. CAUTION leaves room for other browsers.
LETTER, LINE = 0.475, 1.33
CAUTION = 1.1
TITLE_SCALE, TITLE_LETTER, TITLE_LINE = 1.16, 0.515, 1.18
MARKER_SCALE, GAP_SCALE = 2.8, 0.48


def columns_in_use(page):
    """The editor's choice, or two columns once one would be long."""
    if page.columns != page.Columns.AUTO:
        return int(page.columns)
    return 2 if len(page.tips) > 5 else 1


def density(page):
    """The number of the largest of SIZES at which the browser prints the list on one sheet: 1 for few words.

    An estimate from the lengths of the texts. A list too long even for the smallest size gets that size.
    """
    sheet = sheet_context(page)
    columns = columns_in_use(page)
    room = SHEET_HEIGHT - head_height(sheet) - SOURCE - FOOT - (WRITE_IN if sheet["write_in"] else 0)
    for number, size in enumerate(SIZES, start=1):
        heights = [tip_height(tip, size, columns) for tip in sheet["tips"]]
        if column_height(heights, columns) * CAUTION <= room:
            return number
    return len(SIZES)


def column_height(heights, columns):
    """The height of the longest column when tips, which are never broken, fill one or two columns evenly."""
    if columns == 1:
        return sum(heights)
    return min(max(sum(heights[:n]), sum(heights[n:])) for n in range(len(heights) + 1))


def rows(text, letter, size, width):
    """About how many lines a text takes, with half a line for its last one; sizes and widths in points."""
    lines = len(text) * letter * size / width
    return lines + 0.5 if lines > 0.95 else min(len(text), 1)


def head_height(sheet):
    """Title and introduction, beside the rug; in points."""
    width = SHEET_WIDTH - 136
    title = rows(sheet["title"], TITLE_LETTER, 27, width) * 28
    return max(HEAD_LEAST, title + rows(sheet["summary"], LETTER, 12.6, width) * 17 + 26)


def tip_height(tip, size, columns):
    """One tip with its title, its text and the space around it; in points."""
    width = (SHEET_WIDTH - COLUMN_GAP * (columns - 1)) / columns - MARKER_SCALE * size - 10
    title = rows(tip["title"], TITLE_LETTER, size * TITLE_SCALE, width) * size * TITLE_SCALE * TITLE_LINE
    text = rows(strip_tags(tip["text"]), LETTER, size, width) * size * LINE
    return title + text + 2 * GAP_SCALE * size + 3
