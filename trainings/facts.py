"""The facts of a training as its page tells them: programme, side box, structured data."""

from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext, pgettext

from home import dates
from trainings.models.training import Training


def programme_by_day(page):
    """The programme by days: [{date_text, items: [{time_text, title, trainer}]}]."""
    sessions = [(block.value["date"] or page.starts_on, block.value) for block in page.programme if block.value]
    is_long = len({day for day, _value in sessions}) > 1
    return [
        {
            "date_text": dates.day_text(day, language=page.language) if is_long else "",
            "items": [
                {
                    "time_text": dates.clock_range_text(
                        datetime.combine(day, value["starts"]),
                        datetime.combine(day, value["ends"]) if value["ends"] else None,
                        language=page.language,
                    )
                    if value["starts"]
                    else "",
                    "title": value["title"],
                    "trainer": value["trainer"],
                }
                for _day, value in group
            ],
        }
        for day, group in groupby(sessions, key=lambda pair: pair[0])
    ]


def practical_facts(page):
    """The facts of the side box as {term, text}; empty ones are left out."""
    row = page.training
    closes = row.registration_closes
    seats = ""
    if row.capacity:
        seats = str(row.capacity)
        if row.waitlist_capacity:
            seats = gettext("%(seats)s, and %(queue)s in the queue") % {
                "seats": row.capacity,
                "queue": row.waitlist_capacity,
            }
    when = page.when_text
    if row.details_later and row.is_all_day:
        when = gettext("%(day)s. The time will be told later.") % {"day": when}
    facts = [
        (pgettext("training", "Time"), when[:1].upper() + when[1:]),
        (pgettext("training", "Place"), page.place_text),
        (pgettext("training", "How"), row.mode_text if row.mode != Training.Mode.ON_SITE else ""),
        (gettext("Accessibility"), page.venue_accessibility),
        (pgettext("training", "Language"), page.languages),
        (gettext("Language of the material"), page.material_languages),
        (gettext("Interpretation and captioning"), page.interpretation),
        (gettext("For whom"), page.audience),
        (gettext("Price"), page.price),
        (gettext("Seats"), seats),
        (
            gettext("Register at the latest"),
            dates.when_text(closes, language=page.language) if closes and row.has_registration else "",
        ),
    ]
    return [{"term": term, "text": text} for term, text in facts if text]


def event_jsonld(page, context):
    """The training as schema.org Event; a day without a time is a plain date."""
    row = page.training
    online = {"@type": "VirtualLocation", "url": context["canonical"]}
    on_site = {
        "@type": "Place",
        "name": page.venue or gettext("The place will be told later"),
        "address": page.address or page.venue or gettext("The place will be told later"),
    }
    places = {
        Training.Mode.ON_SITE: on_site,
        Training.Mode.ONLINE: online,
        Training.Mode.HYBRID: [on_site, online],
    }
    attendance = {"on_site": "Offline", "online": "Online", "hybrid": "Mixed"}[row.mode]
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": page.title,
        "description": page.summary,
        "startDate": row.first_day.isoformat() if row.is_all_day else dates.iso_text(row.starts),
        "endDate": row.last_day.isoformat() if row.is_all_day else dates.iso_text(row.ends),
        "eventStatus": f"https://schema.org/Event{'Cancelled' if row.is_cancelled else 'Scheduled'}",
        "eventAttendanceMode": f"https://schema.org/{attendance}EventAttendanceMode",
        "location": places[row.mode],
        "inLanguage": page.language,
        "url": context["canonical"],
        "organizer": {"@type": "Organization", "name": context["organizer_name"], "url": context["site_url"]},
    }
