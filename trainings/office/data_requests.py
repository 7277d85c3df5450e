"""What a person may ask for (GDPR, articles 15 and 17): a copy of their data, and to be forgotten.

The person is looked for by POST alone, so that no address gets into a log.
"""

from django import forms
from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from trainings import privacy
from trainings.models import AccessLogEntry

from .access import ERASE, EXPORT, NEEDS, allowed, log
from .forms import tell_browser_whose


class PersonForm(forms.Form):
    """Who is meant; after the first search also which of the things found."""

    email = forms.EmailField(label=_("E-mail address"), required=False)
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=120,
        help_text=_("For somebody without an e-mail address, or when several people share one. Write the whole name."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        tell_browser_whose(self)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("email") and not cleaned.get("name"):
            raise forms.ValidationError(_("Write the e-mail address or the name of the person."))
        return cleaned

    def found(self):
        """What the site holds of the person: (registrations, feedback), two querysets."""
        registrations, feedback = privacy.held_of(self.cleaned_data["email"], name=self.cleaned_data["name"])
        return registrations.select_related("training"), feedback


def chosen(request, registrations, feedback):
    """Of what was found, what was ticked: (registrations, feedback), two querysets."""
    numbers = [number for number in request.POST.getlist("registration") if number.isascii() and number.isdigit()]
    if "feedback" not in request.POST:
        feedback = feedback.none()
    return registrations.filter(pk__in=[int(number[:18]) for number in numbers]), feedback


def show(request, form, registrations=None, feedback=None, **context):
    """The page with the form and what was found, if somebody was looked for."""
    return render(
        request,
        "trainings/office/data_request.html",
        {
            "form": form,
            "is_searched": registrations is not None,
            "registrations": registrations,
            "feedback_count": feedback.count() if feedback is not None else 0,
            "may_export": request.user.has_perms([EXPORT, NEEDS]),
            "may_erase": request.user.has_perm(ERASE),
            "page_title": gettext("Data of one person"),
            "header_icon": "user",
            **context,
        },
    )


@never_cache
@sensitive_post_parameters("email", "name")
@allowed()
def data_request(request):
    """Look for a person."""
    form = PersonForm(request.POST or None)
    if not form.is_valid():
        return show(request, form)
    registrations, feedback = form.found()
    for registration in registrations:
        log(request, AccessLogEntry.Action.PERSON, registration=registration)
    return show(request, form, registrations, feedback)


def asked(request):
    """What a button of the page asks for: (form, registrations, feedback), the last two None when that is nothing."""
    form = PersonForm(request.POST)
    if form.is_valid():
        registrations, feedback = chosen(request, *form.found())
        if registrations.exists() or feedback.exists():
            return form, registrations, feedback
        messages.error(request, gettext("Tick what is meant."))
    return form, None, None


@never_cache
@require_POST
@sensitive_post_parameters("email", "name")
@allowed(EXPORT, NEEDS)
def data_request_export(request):
    """Hand out what was ticked as JSON."""
    _form, registrations, feedback = asked(request)
    if registrations is None:
        return data_request(request)
    log_each(request, AccessLogEntry.Action.PERSON_EXPORT, registrations)
    return JsonResponse(
        privacy.export_person(registrations, feedback),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        headers={"Content-Disposition": f'attachment; filename="person-{timezone.localdate():%Y-%m-%d}.json"'},
    )


@never_cache
@require_POST
@sensitive_post_parameters("email", "name")
@allowed(ERASE)
def data_request_erase(request):
    """Ask whether what was ticked is to be erased, then erase it."""
    form, registrations, feedback = asked(request)
    if registrations is None:
        return data_request(request)
    if "is_confirmed" not in request.POST:
        return show(
            request,
            form,
            registrations,
            feedback,
            is_erasing=True,
            page_title=gettext("Erase the data of one person"),
            header_icon="bin",
        )
    log_each(request, AccessLogEntry.Action.PERSON_ERASED, registrations)
    privacy.erase_person(registrations, feedback)
    messages.success(request, gettext("The data are erased."))
    return redirect("trainings_office:data_request")


def log_each(request, action, registrations):
    """Note what was done with each registration; with feedback alone, that something was done."""
    for registration in list(registrations) or [None]:
        log(request, action, registration=registration)


urlpatterns = [
    path("requests/", data_request, name="data_request"),
    path("requests/export/", data_request_export, name="data_request_export"),
    path("requests/erase/", data_request_erase, name="data_request_erase"),
]
