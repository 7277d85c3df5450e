"""The project's poster, A3: who it is, what it is for, who pays (a duty of projects with EU money)."""

from django.utils.translation import gettext, override

from home import dates
from home.frame import of_language
from home.printed import code, rug, surroundings
from home.typesetting import Job, printable


def job(home_page):
    """The typesetter's job for the poster in the language of a home page, from the site's settings and texts."""
    with override(home_page.language):
        frame = of_language(home_page.language)
        facts = frame.settings
        time = ""
        if facts["starts_on"] and facts["ends_on"]:
            first, last = (
                dates.day_text(facts[name], weekday=False, language=home_page.language)
                for name in ("starts_on", "ends_on")
            )
            time = f"{first} – {last}" if " " in first else f"{first}–{last}"
        data = {
            **surroundings(home_page),
            "poster_rug": rug(home_page.translation_key, 1188, 500),
            "title": printable(frame.texts["name"]),
            "claim": printable(home_page.claim),
            "summary": printable(home_page.summary),
            "statement": printable(frame.texts["funding_statement"]),
            "official_name": printable(facts["official_name"]),
            "official_language": facts["official_name_language"] or home_page.language,
            "time": gettext("The project: %(time)s") % {"time": time} if time else "",
            "project_code": facts["project_code"],
            "code": code(home_page.get_url() or "/"),
        }
    return Job("project.typ", data, {})
