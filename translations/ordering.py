"""The form by which translations are ordered, of one page or of many."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Locale
from wagtail_localize.machine_translators import get_machine_translator

from translations import rights
from translations.forms import PersonField
from translations.models import Job


class OptionsForm(forms.Form):
    """What is said of each job. `locales`: the languages that it is about; `model`: what is translated."""

    assignee = PersonField(get_user_model().objects.none(), label=gettext_lazy("translator"), required=False)
    reviewer = PersonField(
        get_user_model().objects.none(),
        label=gettext_lazy("reviewer"),
        required=False,
        help_text=gettext_lazy("Without a reviewer the translator publishes when it is done."),
    )
    due_on = forms.DateField(label=gettext_lazy("due date"), required=False, widget=AdminDateInput)
    priority = forms.TypedChoiceField(
        label=gettext_lazy("priority"),
        choices=Job.Priority.choices,
        coerce=int,
        initial=Job.Priority.NORMAL,
    )
    note = forms.CharField(
        label=gettext_lazy("note to the translator"),
        max_length=Job._meta.get_field("note").max_length,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("For example for whom the page is, or where to find the terms."),
    )

    def __init__(self, *args, locales, model, **kwargs):
        super().__init__(*args, **kwargs)
        self.translators = {locale: rights.translators_of(locale, model) for locale in locales}
        people = get_user_model().objects.none()
        for found in self.translators.values():
            people = people | found
        for name in ("assignee", "reviewer"):
            self.fields[name].queryset = people.distinct().order_by("last_name", "first_name", "username")
        for field in self.fields.values():
            field.label = field.label and capfirst(field.label)

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("The due date is past."))
        return day

    def clean(self):
        values = super().clean()
        for name in ("assignee", "reviewer"):
            person = values.get(name)
            languages = [str(locale) for locale in self.chosen_locales() if not self.can_translate(person, locale)]
            if person and languages:
                text = _("%(person)s may not translate into: %(languages)s.")
                self.add_error(name, text % {"person": rights.name_of(person), "languages": ", ".join(languages)})
        return values

    def chosen_locales(self):
        return list(self.translators)

    def can_translate(self, person, locale):
        return person is None or self.translators[locale].filter(pk=person.pk).exists()

    @property
    def options(self):
        """What `BulkAction.options` keeps."""
        values = self.cleaned_data
        found = {"priority": values["priority"], "note": values["note"]}
        for name in ("assignee", "reviewer"):
            found[name] = values[name].pk if values[name] else None
        found["due_on"] = values["due_on"].isoformat() if values["due_on"] else ""
        return {**found, "is_machine_used": values.get("is_machine_used", False)}


class AssignForm(OptionsForm):
    """Only what is filled in changes: a job of many keeps the rest."""

    priority = forms.TypedChoiceField(
        label=gettext_lazy("priority"),
        choices=[("", gettext_lazy("As it is")), *Job.Priority.choices],
        coerce=int,
        required=False,
        empty_value=None,
    )

    def clean(self):
        values = super().clean()
        if not self.errors and not any(values.values()):
            raise forms.ValidationError(_("Nothing is filled in."))
        return values

    @property
    def options(self):
        return {name: value for name, value in super().options.items() if value and name != "is_machine_used"}


class MachineForm(forms.Form):
    """Whether a machine may translate what the memory does not know."""

    is_machine_used = forms.BooleanField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        add_machine_option(self)

    @property
    def options(self):
        return {"is_machine_used": self.cleaned_data.get("is_machine_used", False)}


class SubmitOptionsForm(OptionsForm):
    """What is said of each job, and whether a machine begins."""

    is_machine_used = forms.BooleanField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        add_machine_option(self)


def add_machine_option(form):
    machine = get_machine_translator()
    if machine and machine.display_name:  # the router has no name while no engine is set up
        field = form.fields["is_machine_used"]
        field.label = _("Let %(machine)s translate the rest") % {"machine": machine.display_name}
        field.help_text = _("Somebody has to read what a machine has written before it is published.")
    else:
        del form.fields["is_machine_used"]


class SubmitForm(SubmitOptionsForm):
    """The order of one page or snippet: into which languages, with its subpages or without."""

    locales = forms.ModelMultipleChoiceField(
        Locale.objects.none(), label=gettext_lazy("languages"), widget=forms.CheckboxSelectMultiple
    )
    includes_subpages = forms.BooleanField(required=False)

    field_order = ["locales", "includes_subpages"]

    def __init__(self, *args, locales, subpages, **kwargs):
        super().__init__(*args, locales=locales, **kwargs)
        self.fields["locales"].queryset = Locale.objects.filter(pk__in=[locale.pk for locale in locales])
        if subpages:
            label = ngettext("with its subpage (%(count)s)", "with its subpages (%(count)s)", subpages)
            self.fields["includes_subpages"].label = capfirst(label % {"count": subpages})
        else:
            del self.fields["includes_subpages"]

    def chosen_locales(self):
        return list(self.cleaned_data.get("locales", ()))
