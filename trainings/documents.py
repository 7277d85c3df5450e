"""What is printed of the people in a training: the sign-in sheet, the queue, certificates of attendance.

Jobs for the typesetter. What it makes of them holds people's data: it is made on the spot and kept nowhere.
"""

import unicodedata
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext, override, pgettext

from home import dates, motif
from home.frame import of_language
from home.printed import funding_block, rug
from home.typesetting import Job, drawable
from home.words import soft_hyphens
from trainings.models import Registration, Training, TrainingPage

Mode = Training.Mode
# å, ä and ö come after z; of other letters their nearest counts.
LETTERS = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l"}


def alphabetical(name):
    """The key by which names stand in the order of Finnish and Swedish."""
    composed = unicodedata.normalize("NFC", name.casefold())
    return "".join(LETTERS.get(letter) or unicodedata.normalize("NFKD", letter)[0] for letter in composed), composed


def written(text, language):
    """A text of the staff or of people as it can be drawn, with soft hyphens in long words."""
    return drawable(soft_hyphens(text, language))


def told_of(training, language):
    """{title, title_language, when, place} of a training; call it with the language active."""
    page = TrainingPage.objects.telling_of(training, language)
    if page is None:
        title, title_language, place = training.name, settings.LANGUAGE_CODE, training.place
    else:
        page.training = training
        title, title_language, place = page.title, page.language, page.place_text
    when = training.when_text(language=language)
    return {
        "title": written(title, title_language),
        "title_language": title_language,
        "when": when[:1].upper() + when[1:],
        "place": written(place, title_language),
    }


def project_of(language):
    """{name, official_name, official_language, code} of the project, as its documents tell it."""
    frame = of_language(language)
    official_language = frame.settings.get("official_name_language") or language
    return {
        "name": written(frame.texts.get("name", ""), language),
        "official_name": written(frame.settings.get("official_name", ""), official_language),
        "official_language": official_language,
        "code": drawable(frame.settings.get("project_code", "")),
    }


def sheet_data(training, kind, language):
    """What both sheets tell besides the people; call it with the language active."""
    first_day = dates.day_text(training.starts, weekday=False, language=language)
    return {
        "language": language,
        "document_title": drawable(f"{kind}: {training.name}"),
        "author": drawable(of_language(language).texts.get("name", "")),
        "kind": written(kind, language),
        "running_head": drawable(f"{kind}: {Truncator(training.name).chars(60)} · {first_day}"),
        "training": told_of(training, language),
        "project": project_of(language),
        "rug": motif.as_file(rug(training.key, 380, 400)),
        "ribbon": motif.as_file(motif.ribbon("footer")),
        "funding": funding_block(language),
    }


def people(training):
    """The registrations of a training that still name somebody."""
    return training.registrations.filter(anonymised_at__isnull=True)


def person_row(registration, language):
    return {"name": drawable(registration.name), "organisation": written(registration.organisation, language)}


def stamp():
    """The moment that a PDF made now gives as its date."""
    return int(timezone.now().timestamp())


def sign_in_sheet(training):
    """The job for the list that lies on the table: names and organisations, nothing else of anybody.

    Those who take part online are on a list of their own, without a place to sign.
    """
    language = settings.LANGUAGE_CODE
    lists = {"on_site": [], "online": []}
    for item in sorted(people(training).confirmed(), key=lambda item: alphabetical(item.name)):
        lists["online" if item.is_online else "on_site"].append(person_row(item, language))
    with override(language):
        data = {
            **sheet_data(training, gettext("Sign-in sheet"), language),
            "headings": [gettext("No."), gettext("Name"), gettext("Organisation"), gettext("Signature")],
            "is_on_site": training.mode != Mode.ONLINE,
            **lists,
            "online_heading": gettext("Online"),
        }
    return Job("sign_in.typ", data, {}, timestamp=stamp())


def queue_sheet(training):
    """The job for the queue with its telephone numbers, or None if nobody waits. For the organiser alone."""
    language = settings.LANGUAGE_CODE
    waiting = list(people(training).waitlisted())
    if not waiting:
        return None
    with override(language):
        data = {
            **sheet_data(training, pgettext("sheet", "Queue"), language),
            "warning": gettext("Only for the organiser. Destroy this sheet after the training."),
            "headings": [
                pgettext("in the queue", "Place"),
                gettext("Name"),
                gettext("Telephone"),
                gettext("E-mail"),
                gettext("Organisation"),
            ],
            "queue": [
                {
                    **person_row(item, language),
                    "telephone": drawable(item.telephone),
                    "email": drawable(item.email).replace("\u00ad", ""),
                }
                for item in waiting
            ],
        }
    return Job("queue.typ", data, {}, timestamp=stamp())


def certificates(training, registrations=None):
    """The job for certificates of attendance, a page each, or None if nobody was there.

    Of everybody who was there or, of these, of the `registrations` given; each in the person's own language.
    """
    present = (people(training) if registrations is None else registrations).filter(
        attendance=Registration.Attendance.PRESENT, anonymised_at__isnull=True
    )
    present = sorted(present, key=lambda item: alphabetical(item.name))
    if not present:
        return None
    languages = {item.language for item in present}
    main_language = languages.pop() if len(languages) == 1 else settings.LANGUAGE_CODE
    length = length_text(training)
    with override(main_language):
        title = f"{gettext('Certificate of attendance')}: {told_of(training, main_language)['title']}"
    data = {
        "language": main_language,
        "document_title": title.replace("\u00ad", ""),
        "author": drawable(of_language(main_language).texts.get("name", "")),
        "band": motif.as_file(rug(training.key, 1080, 170)),
        "ribbon": motif.as_file(motif.ribbon("footer")),
        "words": {code: certificate_words(training, length, code) for code in {item.language for item in present}},
        "certificates": [
            {
                "language": item.language,
                "name": drawable(item.name),
                "is_online": item.is_online,
            }
            for item in present
        ],
    }
    return Job("certificate.typ", data, {}, timestamp=stamp())


def certificate_words(training, length, language):
    """All that the certificates of one language have in common."""
    with override(language):
        return {
            "kind": written(gettext("Certificate of attendance"), language),
            "took_part": gettext("took part in the training"),
            "training": told_of(training, language),
            "online": gettext("Online"),
            "length": gettext("Length: %(length)s") % {"length": length} if length else "",
            "organiser": gettext("Organiser"),
            "project": project_of(language),
            "date": gettext("Place and date"),
            "signature": gettext("Signature and name in print"),
            "funding": funding_block(language),
        }


def length_text(training):
    """`6 h 30 min`: the time that the programme takes, parts at the same time counted once; "" if an end is missing."""
    total, until = timedelta(), None
    for session in training.sessions.all():
        if session.ends is None:
            return ""
        begins = session.starts if until is None else max(session.starts, until)
        if session.ends > begins:
            total, until = total + (session.ends - begins), session.ends
    hours, minutes = divmod(round(total.total_seconds() / 60), 60)
    return " ".join(f"{number}\u00a0{unit}" for number, unit in ((hours, "h"), (minutes, "min")) if number)
