"""The picture of a printed list in the preview panel, with whether it fits."""

import base64

from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from home.typesetting import TypesettingError, typeset
from tiplists import printing


def print_preview(request, page, name):
    """What the list would look like on paper, drafts included; the words are in the editor's language."""
    variant = printing.VARIANTS[name]
    pictures, reason = [], next(iter(page.undrawable_errors().values()), "")
    try:
        result = typeset(printing.preview_job(page, name))
    except TypesettingError as error:
        reason = reason or str(error).splitlines()[0]
    else:
        fit = fit_of(result.facts, variant)
        pictures = [f"data:image/png;base64,{base64.b64encode(file).decode()}" for file in result.files]
    if reason:
        fit = {"level": "bad", "text": gettext("The sheet cannot be printed: %(reason)s") % {"reason": reason}}
    return render(request, "tiplists/print_preview.html", {"fit": fit, "pictures": pictures, "label": variant.label})


def fit_note(page, name):
    """The same in words alone, as (level, text)."""
    reason = next(iter(page.undrawable_errors().values()), "")
    try:
        fit = fit_of(typeset(printing.preview_job(page, name)).facts, printing.VARIANTS[name])
    except TypesettingError as error:
        reason = reason or str(error).splitlines()[0]
    if reason:
        return "bad", gettext("The sheet cannot be printed: %(reason)s") % {"reason": reason}
    return fit["level"], fit["text"]


def fit_of(facts, variant):
    """{level: good, small or bad; text}: whether a list fits its sheet, how large its type is, what to cut."""
    size = {"paper": variant.paper, "size": number_format(facts["size"], 1)}
    lines = facts["lines_over"] or facts["lines_to_good"]
    shorten = ngettext("Shorten it by about %(count)s line.", "Shorten it by about %(count)s lines.", lines)
    shorten %= {"count": lines}
    if variant.sheet == "large":
        pages = ngettext("%(count)s page", "%(count)s pages", facts["pages"]) % {"count": facts["pages"]}
        text = gettext("Large print, type size %(size)s pt, %(pages)s.") % {**size, "pages": pages}
        return {"level": "good", "text": text}
    if not facts["fits"]:
        pages = {**size, "pages": facts["pages"]}
        text = gettext("Does not fit one %(paper)s sheet: %(pages)s pages.") % pages
        return {"level": "bad", "text": f"{text} {shorten}"}
    text = gettext("Fits one %(paper)s sheet, type size %(size)s pt.") % size
    if facts["size"] < facts["good"]:
        advice = gettext("%(good)s pt is easier to read.") % {"good": facts["good"]}
        return {"level": "small", "text": f"{text} {advice} {shorten}"}
    return {"level": "good", "text": text}
