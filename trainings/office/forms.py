"""The forms that the staff fill in about people and to them."""

import secrets

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from home.models import MunicipalityPage
from trainings.models import Message, Question, Registration, Training
from trainings.models.registration import validate_name

from .base import seats_text

YES_NO = [("", _("No answer")), ("yes", _("Yes")), ("no", _("No"))]


def new_nonce():
    """Names one form, so that sending it twice is sending it once."""
    return secrets.token_urlsafe(16)


def tell_browser_whose(form):
    """Tell browsers and aids what the fields are for, and that they are not about whoever fills them in."""
    kinds = {"name": "name", "telephone": "tel", "email": "email", "organisation": "organization"}
    for name, kind in kinds.items():
        if name in form.fields:
            form.fields[name].widget.attrs["autocomplete"] = f"section-participant {kind}"


class PersonForm(forms.ModelForm):
    """What somebody tells of themselves: by telephone or letter, or when something changes."""

    class Meta:
        model = Registration
        fields = [
            "name",
            "telephone",
            "email",
            "organisation",
            "organisation_type",
            "municipality",
            "mode",
            "language",
        ]
        labels = {"language": _("Language of the mails"), "municipality": _("Municipality")}
        help_texts = {
            "email": _("Without an e-mail address the person comes on the call list."),
            "municipality": "",
            "mode": "",
        }

    def __init__(self, *args, training, shows_needs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        self.fields["name"].validators.append(validate_name)
        tell_browser_whose(self)
        is_offered = Q(
            locale=Locale.objects.get(language_code=settings.LANGUAGE_CODE), live=True, alias_of__isnull=True
        )
        # What a person once chose they keep, offered or not.
        self.fields["municipality"].queryset = MunicipalityPage.objects.filter(
            is_offered | Q(pk=self.instance.municipality_id)
        ).order_by("title")
        self.fields["municipality"].empty_label = _("Another municipality, or not known")
        if training.mode == Training.Mode.HYBRID:
            self.fields["mode"].required = True
        else:
            del self.fields["mode"]
        self.questions = {f"question_{item.pk}": item for item in self.asked(training)}
        answers = {item.question_id: item.value for item in self.instance.answers.all()} if self.instance.pk else {}
        for name, question in self.questions.items():
            self.fields[name] = field_of(question)
            self.initial.setdefault(name, answers.get(question.pk, ""))
        if shows_needs:
            self.fields["needs"] = forms.CharField(
                label=_("What does the person need to take part?"),
                help_text=_("Only what is needed, no illnesses or reasons."),
                max_length=1000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
            self.fields["needs_allowed"] = forms.BooleanField(
                label=_("The person allows this to be used for the arrangements"), required=False
            )

    def asked(self, training):
        """The questions that are asked, and those that this person has answered."""
        is_asked = training.questions.filter(is_asked=True)
        if not self.instance.pk:
            return is_asked
        return (is_asked | training.questions.filter(answers__registration=self.instance)).distinct()

    def clean(self):
        cleaned = super().clean()
        for name in ("name", "telephone", "organisation"):
            if isinstance(cleaned.get(name), str):
                cleaned[name] = " ".join(cleaned[name].split())
        if not cleaned.get("telephone") and not cleaned.get("email") and not {"telephone", "email"} & set(self.errors):
            self.add_error("telephone", _("Write a telephone number or an e-mail address."))
        if cleaned.get("needs") and not cleaned.get("needs_allowed"):
            self.add_error("needs_allowed", _("Ask whether this may be used, or leave the needs out."))
        return cleaned

    @property
    def person(self):
        """The values of Registration's fields."""
        return {name: self.cleaned_data[name] for name in self._meta.fields if name in self.cleaned_data}

    @property
    def answers(self):
        return {question: self.cleaned_data[name] for name, question in self.questions.items()}


def field_of(question):
    """The field of one of the organiser's questions. None is required here: who writes is not who knows."""
    if question.kind == Question.Kind.TEXT:
        return forms.CharField(
            label=question.label, required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
        )
    choices = [("", _("No answer")), *question.options.items()] if question.kind == Question.Kind.CHOICE else YES_NO
    return forms.ChoiceField(label=question.label, required=False, choices=choices)


class NewPersonForm(PersonForm):
    nonce = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["nonce"] = new_nonce()
        self.initial["language"] = settings.LANGUAGE_CODE


class WalkInForm(forms.Form):
    """One line for somebody who comes to the door."""

    name = forms.CharField(label=_("Name"), max_length=120, validators=[validate_name])
    organisation = forms.CharField(label=_("Organisation"), max_length=160, required=False)
    nonce = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("nonce", new_nonce())
        tell_browser_whose(self)


class MoveForm(forms.Form):
    to = forms.ModelChoiceField(label=_("To which training"), queryset=Training.objects.none(), empty_label=None)

    def __init__(self, *args, trainings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = trainings
        self.fields["to"].label_from_instance = self.label_of

    def label_of(self, training):
        return f"{training.name}, {training.when_text()} ({seats_text(training)})"


class MessageForm(forms.ModelForm):
    # The newest message when the form was drawn: the same text after it is the same form sent twice.
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    class Meta:
        model = Message
        fields = ["audience", "subject", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 10})}
        help_texts = {
            "text": _(
                "An empty line begins a new paragraph. The facts of the training and the contact follow by themselves."
            )
        }

    def clean_subject(self):
        return " ".join(self.cleaned_data["subject"].split())
