"""The facts of a training as its pages tell them: time, place, programme, side box, registration, structured data."""

from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext, ngettext, pgettext

from home import dates
from trainings.models.training import Training

# The address of the form below the page; a language that is not named here has the English one.
REGISTER_SEGMENTS = {"fi": "ilmoittaudu", "sv": "anmalan", "en": "register"}
ANY_SEGMENT = "|".join(REGISTER_SEGMENTS.values())
AVAILABILITY = {"open": "InStock", "few": "LimitedAvailability", "queue": "SoldOut", "full": "SoldOut"}


def register_segment(language):
    return REGISTER_SEGMENTS.get(language, REGISTER_SEGMENTS["en"])


def when_iso(row):
    """When a training begins, for `<time datetime>`: a date if no time is known."""
    return row.first_day.isoformat() if row.is_all_day else dates.iso_text(row.starts)


def place_text(row, place):
    """Where a training is held, in a few words. `place`: in the words of the page or, without one, of the row."""
    if row.mode == Training.Mode.ONLINE:
        return gettext("Online")
    if row.details_later and not place:
        return gettext("The place will be told later")
    if row.mode == Training.Mode.HYBRID and not place:
        return str(row.mode_text)
    return place


def registration_action(page):
    """How to sign up now: {kind, url, text}, or None when one cannot."""
    row = page.training
    if row.is_registered_here:
        if not row.takes_registrations:
            return None
        text = gettext("Join the queue") if row.state == "queue" else gettext("Register for the training")
        return {"kind": "here", "url": page.form_url, "text": text}
    if row.state != "open":
        return None
    if row.registration == Training.RegistrationKind.ELSEWHERE:
        return {"kind": "elsewhere", "url": row.registration_url, "text": gettext("Register for the training")}
    contact = page.contact_in_language
    if contact and contact.email:
        return {"kind": "contact", "url": f"mailto:{contact.email}", "text": gettext("Register by e-mail")}
    return None


def is_all_taken(row):
    """Whether no seat is free. One may be free though newcomers join the queue: when that has stopped moving."""
    return row.capacity is not None and row.seats.confirmed >= row.capacity


def seats_text(row):
    """How many seats there are and, where one signs up here, how many of them are free."""
    if not row.capacity:
        return ""
    if row.is_registered_here:
        if row.state in ("open", "few"):
            free = row.capacity - row.seats.confirmed
            return ngettext("%(seats)s, of which %(free)s is free", "%(seats)s, of which %(free)s are free", free) % {
                "seats": row.capacity,
                "free": free,
            }
        if row.state in ("queue", "full"):
            text = (
                gettext("%(seats)s, all taken. In the queue: %(waiting)s")
                if is_all_taken(row)
                else gettext("%(seats)s. In the queue: %(waiting)s")
            )
            return text % {"seats": row.capacity, "waiting": row.seats.waitlisted}
    if row.waitlist_capacity:
        return gettext("%(seats)s, and %(queue)s in the queue") % {
            "seats": row.capacity,
            "queue": row.waitlist_capacity,
        }
    return str(row.capacity)


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
        (gettext("Seats"), seats_text(row)),
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
    offer = offer_jsonld(page, context)
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": page.title,
        "description": page.summary,
        "startDate": when_iso(row),
        "endDate": row.last_day.isoformat() if row.is_all_day else dates.iso_text(row.ends),
        "eventStatus": f"https://schema.org/Event{'Cancelled' if row.is_cancelled else 'Scheduled'}",
        "eventAttendanceMode": f"https://schema.org/{attendance}EventAttendanceMode",
        "location": places[row.mode],
        "inLanguage": page.language,
        "url": context["canonical"],
        "organizer": {"@type": "Organization", "name": context["organizer_name"], "url": context["site_url"]},
        **({"offers": offer} if offer else {}),
    }


def offer_jsonld(page, context):
    """How to sign up on this site as schema.org Offer, or None.

    Without a price: the page tells it in words of its own, and an empty price says nothing.
    """
    row = page.training
    if not row.is_registered_here or row.state not in (*AVAILABILITY, "not_open"):
        return None
    offer = {"@type": "Offer", "url": f"{context['site_url']}{page.form_url}"}
    if row.state in AVAILABILITY:
        offer["availability"] = f"https://schema.org/{AVAILABILITY[row.state]}"
    if row.registration_opens:
        offer["validFrom"] = dates.iso_text(row.registration_opens)
    return offer
