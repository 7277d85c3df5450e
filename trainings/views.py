"""Addresses that are not pages: the form at once, and the own page of somebody who has registered.

The own page is opened by a secret link: see, change, cancel. A GET changes nothing.
"""

from functools import wraps

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Locale
from wagtail.views import serve

from home.languages import LanguageLink
from home.models import HomePage
from home.views import published_languages
from home.visibility import listed
from trainings import calendar, facts, links, registration
from trainings.forms import ChangeForm
from trainings.models import Registration, TrainingPage, TrainingSettings
from trainings.questions import asked

Status = Registration.Status


def register(request, path, segment):
    """The form of a public training, found in one query: it is what two hundred people may ask for in a minute.

    Whatever else has such an address (an alias, a private page, another kind of page) Wagtail looks for.
    """
    page = public_page(path, get_language())
    return page.register(request, segment) if page else serve(request, f"{path}{segment}/")


def public_page(path, language):
    """The public page of a training with this path below its language's home page, or None (one query)."""
    home = HomePage.objects.live().filter(locale=OuterRef("locale"), alias_of=None)
    pages = listed(TrainingPage.objects.filter(Exists(home), locale__language_code=language)).filter(
        slug=path.rstrip("/").rpartition("/")[2], url_path__endswith=f"/{path}"
    )
    return next((page for page in pages if page.url_path.split("/", 2)[2] == path), None)


def by_secret(view):
    """Open a person's registration to who knows its secret: to no robot, cache or other site.

    No token against forged requests: whoever could forge one would have to know the secret, and browsers that send
    no referrer send no origin either.
    """

    @wraps(view)
    def opened(request, secret, **kwargs):
        found = links.find(secret)
        if found is None:
            raise Http404
        response = view(request, found, secret, **kwargs)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return csrf_exempt(sensitive_post_parameters()(opened))


@by_secret
@require_http_methods(["GET", "HEAD", "POST"])
def own_registration(request, found, secret):
    """Show the registration, and change what the person told of themselves."""
    page = page_of(found)
    form = None
    if may_change(found):
        questions = asked(found.training, page, get_language())
        locale = Locale.objects.get(language_code=get_language())
        form = ChangeForm(found, questions, locale.pk, request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid() and change(found, form):
            return redirect(f"{request.path}?saved=1")
    title = heading_of(found)
    context = context_of(request, found, secret, page, title, form)
    if form:
        times = TrainingSettings.current()
        context["form"] = form
        context["retention_days"] = found.training.retention_days or times.retention_days
        context["needs_retention_days"] = times.needs_retention_days if "needs" in form.fields else None
    else:
        context["told"] = told_by(found)
    context["is_saved"] = "saved" in request.GET and not (form and form.is_bound)
    context["may_cancel"] = may_cancel(found)
    return render(request, "trainings/own_registration.html", context)


@by_secret
@require_http_methods(["GET", "HEAD", "POST"])
def cancel_registration(request, found, secret):
    """Ask whether to cancel, and cancel when the answer is sent. Once it is cancelled there is nothing to ask."""
    if not may_cancel(found):
        return redirect("own_registration", secret)
    if request.method == "POST":
        registration.cancel(found)
        return redirect("own_registration", secret)
    context = context_of(request, found, secret, page_of(found), gettext("Do you cancel your registration?"))
    return render(request, "trainings/cancel_registration.html", context)


@by_secret
@require_safe
def own_calendar(request, found, secret):
    """The training as a calendar file, for somebody who has a seat."""
    if found.status != Status.CONFIRMED:
        return redirect("own_registration", secret)
    return calendar.response_of(calendar.own_calendar(found), filename="calendar.ics")


def change(found, form):
    """Store what the form tells; tells a twin at the form. Returns whether it was stored."""
    try:
        registration.change(found, form.person(), answers=form.answers(), needs=form.needs())
    except registration.SeatError as error:
        if error.reason != "twin":
            raise Http404 from error  # anonymised in the meantime
        form.add_error("name", gettext("Somebody of this name and e-mail address is in this training already."))
        return False
    return True


def page_of(found):
    """The training's live page in the language of the address, or in another one, or None."""
    page = TrainingPage.objects.telling_of(found.training, get_language())
    if page:
        page.__dict__["training"] = found.training
    return page


def may_change(found):
    """Until the training begins, as long as the person is in it."""
    training = found.training
    return found.is_active and not training.is_cancelled and timezone.now() < training.starts


def may_cancel(found):
    training = found.training
    return found.is_active and not training.is_cancelled and timezone.now() < training.ends


def heading_of(found):
    """How it stands, in words."""
    if found.training.is_cancelled:
        return gettext("The training is cancelled")
    if not found.is_active:
        return gettext("Your registration is cancelled")
    if found.training.ends < timezone.now():
        return gettext("The training is over")
    if found.status == Status.CONFIRMED:
        return gettext("Your seat is confirmed")
    return gettext("You are in the queue")


def told_by(found):
    """What the person told, to be read: [{label, text}]."""
    facts_told = [
        (gettext("Your name"), found.name),
        (gettext("Your e-mail address"), found.email),
        (gettext("Your telephone number"), found.telephone),
        (gettext("Your organisation"), found.organisation),
        (gettext("Type of the organisation"), found.get_organisation_type_display()),
        (gettext("Your municipality"), found.municipality.title if found.municipality else ""),
        (gettext("How do you take part?"), found.get_mode_display()),
        *((answer.question.label, answer.text) for answer in found.answers.select_related("question")),
        (gettext("What do you need to take part?"), found.needs.text if hasattr(found, "needs") else ""),
    ]
    return [{"label": label, "text": text} for label, text in facts_told if text]


def context_of(request, found, secret, page, title, form=None):
    """What the pages of a registration share."""
    training, language = found.training, get_language()
    name = page.title if page else training.name
    title_of_page = f"{title}: {name}"
    if form and form.errors:
        title_of_page = gettext("Error: %(title)s") % {"title": title_of_page}
    spoken = page.language if page else settings.LANGUAGE_CODE
    return {
        "found": found,
        "training": training,
        "page_of_training": page,
        "head_title": title,
        "name": name,
        "name_language": "" if spoken == language else spoken,
        "when_text": training.when_text(language=language),
        "when_iso": facts.when_iso(training),
        "place_text": page.place_text if page else facts.place_text(training, training.place),
        "contact": training.contact_in(language),
        "meeting_url": found.meeting_url,
        "own_url": reverse("own_registration", args=[secret]),
        "cancel_url": reverse("cancel_registration", args=[secret]),
        "calendar_url": reverse("own_calendar", args=[secret]),
        "page_language": language,
        "languages": language_links(request.resolver_match.view_name, secret),
        "meta": {"title": title_of_page, "robots": "noindex, nofollow"},
    }


def language_links(view_name, secret):
    """The same page in each published language."""
    found = []
    current = get_language()
    published = published_languages()
    for code, name in settings.LANGUAGES:
        if code == current or code in published:
            with override(code):
                url = reverse(view_name, args=[secret])
            found.append(LanguageLink(code, name, url, is_current=code == current, is_translated=True))
    return found
