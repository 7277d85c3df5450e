"""The address below a training's page on which people sign up, and what came of it."""

from dataclasses import replace

from django.conf import settings
from django.core import signing
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters

from home import dates
from home.limits import too_many, too_many_of
from trainings import registration
from trainings.facts import is_all_taken, register_segment
from trainings.forms import RegistrationForm
from trainings.models import Training, TrainingSettings
from trainings.questions import asked, asked_in_draft

RESULT_AGE = 6 * 3600  # seconds


@sensitive_post_parameters()
def answer(request, page):
    """The response of the registration address of a live page or, without any effect, of the preview of a draft."""
    is_preview = getattr(request, "is_preview", False)
    if is_preview:
        response = draw(request, page, form_of(page, asked_in_draft(page)), is_preview=True)
    elif request.method == "POST":
        response = receive(request, page)
    elif "result" in request.GET:
        response = tell_result(request, page)
    elif is_open(page.training):
        response = draw(request, page, form_of(page))
    else:
        response = draw_closed(request, page, closed_status(page.training))
    # Not "no-store": with it, who goes back from here or comes back by mistake loses what was typed.
    patch_cache_control(response, private=True, no_cache=True)
    return response


def is_open(training):
    return training.is_registered_here and training.takes_registrations


def closed_status(training):
    return "full" if training.state == "full" else "closed"


def form_of(page, questions=None, data=None):
    questions = asked(page.training, page, page.language) if questions is None else questions
    return RegistrationForm(page.training, questions, page.locale_id, data)


def receive(request, page):
    """Sign up who sent the form, or draw it again with all that was typed."""
    form = form_of(page, data=request.POST)
    if not is_open(page.training):
        return draw_closed(request, page, closed_status(page.training), form)
    if not form.is_valid():
        return draw(request, page, form)
    if is_too_often(request, form.cleaned_data["email"]):
        form.add_error(None, gettext("Too many registrations have come from you within an hour. Try again later."))
        return draw(request, page, form, status=429)
    outcome = registration.register(
        page.training.pk,
        {**form.person(), "language": page.language},
        answers={question: value for question, value in form.answers().items() if value},
        needs=form.needs(),
        nonce=form.nonce,
    )
    if outcome.status in ("confirmed", "waitlisted"):
        result = signing.dumps([outcome.status, outcome.position], salt=result_salt(page))
        return redirect(f"{page.form_url}?result={result}")
    if outcome.registration:  # this very form signed up somebody who has cancelled since
        form.renew()
        return draw(request, page, form)
    del page.training  # what it was when the request came
    return draw_closed(request, page, outcome.status, form)


def is_too_often(request, email):
    """Whether the network or the mail address has had its share of this hour."""
    return too_many(request, "registration", settings.REGISTRATION_ADDRESS_LIMIT) or too_many_of(
        email, "registration-email", settings.REGISTRATION_EMAIL_LIMIT
    )


def result_salt(page):
    return f"trainings.result-{page.training.key}"


def tell_result(request, page):
    """Say what came of a registration. The address tells only this; an old or forged one leads back to the form."""
    try:
        status, position = signing.loads(request.GET["result"], salt=result_salt(page), max_age=RESULT_AGE)
    except signing.BadSignature:
        return redirect(page.form_url)
    title = gettext("Your seat is confirmed") if status == "confirmed" else gettext("You are in the queue")
    context = {"status": status, "position": position, "calendar_url": f"{page.url}calendar.ics"}
    return TemplateResponse(request, "trainings/registration_result.html", context_of(request, page, title) | context)


def draw(request, page, form, *, is_preview=False, status=200):
    """The form."""
    title = gettext("Register for the training")
    if is_preview:
        for field in form.fields.values():
            field.disabled = True
    times = TrainingSettings.current()
    context = {
        "form": form,
        "is_disabled": is_preview,
        "is_queue": page.training.state == "queue",
        "is_all_taken": is_all_taken(page.training),
        "retention_days": page.training.retention_days or times.retention_days,
        "needs_retention_days": times.needs_retention_days if "needs" in form.fields else None,
    }
    return TemplateResponse(
        request, "trainings/registration.html", context_of(request, page, title, form) | context, status=status
    )


def draw_closed(request, page, status, form=None):
    """Why one cannot register, and what was typed in the meantime."""
    title, text = reason_of(page, status)
    context = {"status": status, "reason": text, "typed": form.typed() if form else []}
    return TemplateResponse(request, "trainings/registration_closed.html", context_of(request, page, title) | context)


def reason_of(page, status):
    """(heading, sentence) on why nobody can register here now."""
    row = page.training
    if status == "full":
        return gettext("The training is full"), gettext("All seats are taken, and so are the seats in the queue.")
    heading = str(row.state_text)
    if row.state == "not_open":
        opens = dates.when_text(row.registration_opens, language=page.language)
        return heading, gettext("Registration opens: %(when)s.") % {"when": opens}
    if row.state in ("cancelled", "past", "none"):
        return heading, ""
    if row.state == "open" and row.registration == Training.RegistrationKind.ELSEWHERE:
        return gettext("Register for the training"), gettext("Registration for this training is at another address.")
    if row.state == "open" and row.registration == Training.RegistrationKind.CONTACT:
        return gettext("Register for the training"), gettext("Register by e-mail or telephone.")
    return gettext("Registration has closed"), ""


def context_of(request, page, title, form=None):
    """The surroundings of a page about a registration: those of the training, at this address."""
    context = page.get_context(request)
    title_of_page = f"{title}: {page.title}"
    if form and form.errors:
        title_of_page = gettext("Error: %(title)s") % {"title": title_of_page}
    context["meta"] = {**context["meta"], "title": title_of_page, "robots": "noindex"}
    context["languages"] = [
        replace(link, url=f"{link.url}{register_segment(link.code)}/") if link.is_translated else link
        for link in context["languages"]
    ]
    context["breadcrumbs"] = [*context["breadcrumbs"], {"title": title, "url": page.form_url}]
    return context | {
        "head_title": title,
        "training": page.training,
        "name": page.title,
        "when_text": page.when_text,
        "when_iso": page.when_iso,
        "place_text": page.place_text,
        "contact": page.contact_in_language,
        "canonical": f"{context['site_url']}{page.form_url}",
        "alternates": [],
        "jsonld": None,
    }
