"""The forms about a translation job."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from translations import jobs, rights
from translations.models import Job, JobEvent


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, user):
        name = rights.name_of(user)
        return name if user.is_active else _("%(name)s (not in use any more)") % {"name": name}


class JobForm(WagtailAdminModelForm):
    """Who translates and reviews, by when, how urgent, and the note. Saved by `jobs.order`."""

    class Meta:
        model = Job
        fields = list(jobs.FIELDS)
        field_classes = {"assignee": PersonField, "reviewer": PersonField}
        widgets = {"note": AdminAutoHeightTextInput}

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = list(people.values_list("pk", flat=True))
        for name in ("assignee", "reviewer"):
            # Whoever has the job is offered, even without the right any more: else saving would take it from them.
            offered = people.model.objects.filter(pk__in=[*allowed, getattr(self.instance, f"{name}_id") or 0])
            self.fields[name].queryset = offered.order_by("last_name", "first_name", "username")
        for field in self.fields.values():
            # What somebody else has changed since the form was drawn is not changed back.
            field.show_hidden_initial = True

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and "due_on" in self.changed_data and day < timezone.localdate():
            raise forms.ValidationError(_("The due date is past."))
        return day

    @property
    def hidden_initials(self):
        """The values that the form was drawn with, as hidden fields; Wagtail's fields leave them out."""
        return [field.as_hidden(only_initial=True) for field in self]

    @property
    def changed_values(self):
        return {name: self.cleaned_data[name] for name in self.changed_data}


class CommentForm(forms.Form):
    text = forms.CharField(
        label=_("Your comment"),
        max_length=JobEvent._meta.get_field("text").max_length,
        widget=AdminAutoHeightTextInput,
    )
