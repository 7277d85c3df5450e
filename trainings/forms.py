"""Forms in which people tell of themselves: to sign up, and on their own page to change it."""

import hashlib
import secrets
import unicodedata

from django import forms
from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.listing import municipalities
from home.models import MunicipalityPage
from trainings.models import Question, Registration, RegistrationNeeds, Training
from trainings.models.registration import folded, validate_name

OLDEST_FORM = 24 * 3600  # seconds
ANOTHER = "other"
LONGEST_ANSWER = 1000
LONGEST_EMAIL = 254
NOT_OFFERED = _("Choose again: what you chose is not offered any more.")
# Names may use any letters, but no line breaks and nothing that turns the direction of what follows.
BIDIRECTIONAL_CONTROLS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_control(character):
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in BIDIRECTIONAL_CONTROLS


def too_long(label, number):
    text = gettext("%(label)s: %(number)d characters at most.") % {"label": label, "number": number}
    return text.replace("%", "%%")  # Django fills it in once more


class TidyField(forms.CharField):
    """Text without control characters, which become spaces. `is_long`: with lines.

    It has no `maxlength`: browsers cut off there what somebody pastes, and say nothing.
    """

    def __init__(self, *, is_long=False, **kwargs):
        self.is_long = is_long
        super().__init__(**kwargs)
        self.error_messages["max_length"] = too_long(self.label, self.max_length)

    def to_python(self, value):
        value = str(value or "").replace("\r\n", "\n")
        value = "".join(" " if is_control(c) and not (self.is_long and c in "\n\t") else c for c in value)
        return super().to_python(value if self.is_long else " ".join(value.split()))

    def widget_attrs(self, widget):
        return {}


class ParticipantForm(forms.Form):
    """What a person tells of themselves, as far as the training asks it; in the active language.

    `questions`: its AskedQuestions; `locale_id`: the language of the municipalities' names.
    """

    def __init__(self, training, questions, locale_id, data=None, *, initial=None):
        super().__init__(data, initial=initial)
        self.training, self.questions = training, questions
        self.municipalities = municipalities(locale_id)
        self.fields.update(self.fields_of_person())
        self.fields.update({name_of(item): field_of(item) for item in questions})
        if training.asks_needs or self.initial.get("needs"):
            self.fields.update(self.fields_of_needs())

    def fields_of_person(self):
        text = forms.TextInput
        fields = {
            "name": TidyField(
                label=_("Your name"),
                max_length=120,
                widget=text(attrs={"autocomplete": "name"}),
                error_messages={"required": _("Write your name.")},
                validators=[validate_name],
            ),
            "email": forms.EmailField(
                label=_("Your e-mail address"),
                max_length=LONGEST_EMAIL,
                help_text=_("We send the confirmation to this address."),
                widget=forms.EmailInput(attrs={"autocomplete": "email"}),
                error_messages={
                    "required": _("Write your e-mail address."),
                    "invalid": _("Write the e-mail address in the form name@example.org."),
                    "max_length": too_long(gettext("Your e-mail address"), LONGEST_EMAIL),
                },
            ),
        }
        del fields["email"].widget.attrs["maxlength"]
        if self.training.asks_telephone or self.initial.get("telephone"):
            fields["telephone"] = TidyField(
                label=_("Your telephone number"),
                required=False,
                max_length=40,
                help_text=_("For sudden changes."),
                widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
            )
        fields["organisation"] = TidyField(
            label=_("Your organisation"),
            required=False,
            max_length=160,
            widget=text(attrs={"autocomplete": "organization"}),
        )
        choose = ("", _("Choose"))
        fields["organisation_type"] = forms.ChoiceField(
            label=_("Type of the organisation"),
            required=False,
            choices=[choose, *Registration.OrganisationType.choices],
            error_messages={"invalid_choice": NOT_OFFERED},
        )
        if self.municipalities:
            places = [(str(key), title) for _slug, title, key in self.municipalities]
            fields["municipality"] = forms.ChoiceField(
                label=_("Your municipality"),
                required=False,
                choices=[choose, *places, (ANOTHER, _("Another municipality"))],
                error_messages={"invalid_choice": NOT_OFFERED},
            )
        if self.training.mode == Training.Mode.HYBRID:
            fields["mode"] = forms.ChoiceField(
                label=_("How do you take part?"),
                choices=[
                    (Training.Mode.ON_SITE, _("I come to the place")),
                    (Training.Mode.ONLINE, _("I take part online")),
                ],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose how you take part."), "invalid_choice": NOT_OFFERED},
            )
        return fields

    def fields_of_needs(self):
        allows = forms.BooleanField(
            label=_("You may use this for arranging the training."),
            help_text=_("Tick this if you wrote something above."),
            required=False,
        )
        allows.is_conditional = True
        return {
            "needs": TidyField(
                label=_("What do you need to take part?"),
                required=False,
                is_long=True,
                max_length=RegistrationNeeds._meta.get_field("text").max_length,
                help_text=_("Tell only what you need. Do not tell of illnesses or reasons."),
                widget=forms.Textarea(attrs={"rows": 3}),
            ),
            "allows_needs": allows,
        }

    def full_clean(self):
        """Tie each button of a choice to its error: Django ties only the group, and marks the buttons as wrong."""
        super().full_clean()
        for field in self:
            if isinstance(field.field.widget, forms.RadioSelect) and field.errors:
                described = [f"{field.auto_id}_helptext"] if field.help_text else []
                field.field.widget.attrs["aria-describedby"] = " ".join([*described, f"{field.auto_id}_error"])

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if len(email) > LONGEST_EMAIL:  # some letters are two when they are small
            raise forms.ValidationError(self.fields["email"].error_messages["invalid"])
        return email

    def clean(self):
        data = super().clean()
        if data.get("needs") and not data.get("allows_needs"):
            self.add_error(
                "allows_needs", _("Tick that we may use what you need, or empty the field in which you wrote it.")
            )
        return data

    def person(self):
        """Values of Registration's fields."""
        names = ("name", "email", "telephone", "organisation", "organisation_type", "mode")
        person = {name: self.cleaned_data[name] for name in names if name in self.fields}
        if "municipality" in self.fields:
            person["municipality"] = municipality_of(self.cleaned_data["municipality"])
        return person

    def answers(self):
        """{Question: value}, also of what was left empty."""
        return {item.question: self.cleaned_data[name_of(item)] for item in self.questions}

    def needs(self):
        """What the person needs, or None if it was not asked."""
        return self.cleaned_data["needs"] if "needs" in self.fields else None

    def typed(self):
        """What was sent, as [{label, text}], to be read again when the form itself is gone."""
        told = []
        for field in self.visible_fields():
            value = field.value()
            choices = {str(key): text for key, text in getattr(field.field, "choices", [])}
            if isinstance(value, str) and value and "tabindex" not in field.field.widget.attrs:
                told.append({"label": field.label, "text": choices.get(value, value)})
        return told


class RegistrationForm(ParticipantForm):
    """The form by which somebody signs up."""

    # A trap for robots: people do not see it, and screen readers are told to leave it empty. No browser knows a
    # value for a field of this name, so that none fills it in for its user. A person who fills it in all the same is
    # shown it, and nothing they typed is lost.
    subject = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    # A plain Field: whatever was sent as the stamp, the person reads one message about it.
    stamp = forms.Field(required=False, widget=forms.HiddenInput)

    def __init__(self, training, questions, locale_id, data=None):
        self.signer = TimestampSigner(salt=f"trainings.form-{training.key}")
        super().__init__(training, questions, locale_id, data, initial={"stamp": self.new_stamp()})
        self.order_fields([name for name in self.fields if name != "subject"])

    def new_stamp(self):
        return self.signer.sign(secrets.token_urlsafe(16))

    def renew(self):
        """Ask to send the form once more, with a new stamp and all that was typed."""
        self.data = self.data.copy()
        self.data["stamp"] = self.new_stamp()
        self.add_error(None, _("The form had been open for long. Look through what you wrote and send it again."))

    def clean_subject(self):
        if self.cleaned_data["subject"]:
            raise forms.ValidationError(_("Leave this field empty."))
        return ""

    def clean(self):
        data = super().clean()
        try:
            self.signer.unsign(str(data.get("stamp")), max_age=OLDEST_FORM)
        except BadSignature:
            self.renew()
        return data

    @property
    def nonce(self):
        """The same for this form and person however often it is sent.

        Another name in a form that somebody came back to is another person. It is a hash with a secret that is
        stored nowhere: it tells nobody who it was.
        """
        data = self.cleaned_data
        told = "\n".join((data["stamp"], data["email"], folded(data["name"])))
        return hashlib.sha256(told.encode()).hexdigest()[:40]


class ChangeForm(ParticipantForm):
    """The form by which somebody changes what they told. What they once chose they may keep, offered or not.

    The e-mail address is not among it: a new one would be told to nobody, and would tell who else has registered.
    """

    def __init__(self, registration, questions, locale_id, data=None):
        answers = {answer.question: answer.value for answer in registration.answers.select_related("question")}
        super().__init__(registration.training, questions, locale_id, data, initial=told_by(registration, answers))
        del self.fields["email"]
        chosen = {f"question_{question.block_id}": question.options for question in answers}
        if registration.municipality:
            chosen["municipality"] = {self.initial["municipality"]: registration.municipality.title}
        for name, words in chosen.items():
            field, value = self.fields.get(name), self.initial[name]
            if isinstance(field, forms.ChoiceField) and value not in dict(field.choices):
                field.choices = [*field.choices, (value, words.get(value, value))]


def told_by(registration, answers):
    """What a person told, as the form shows it. `answers`: {Question: value}."""
    needs = RegistrationNeeds.objects.filter(registration=registration).first()
    place = registration.municipality
    return {
        **{
            name: getattr(registration, name)
            for name in ("name", "telephone", "organisation", "organisation_type", "mode")
        },
        "municipality": str(place.translation_key) if place else "",
        **{f"question_{question.block_id}": value for question, value in answers.items()},
        "needs": needs.text if needs else "",
        "allows_needs": needs is not None,
    }


def municipality_of(value):
    """The source-language page of a chosen municipality or, without one, the page that there is."""
    if value in ("", ANOTHER):
        return None
    pages = list(
        MunicipalityPage.objects.filter(translation_key=value, alias_of=None)
        .select_related("locale")
        .defer_streamfields()
        .order_by("pk")
    )
    in_source_language = [page for page in pages if page.locale.language_code == settings.LANGUAGE_CODE]
    return next(iter(in_source_language + pages), None)


def name_of(item):
    return f"question_{item.question.block_id}"


def in_language(text, language):
    """A text that says in which language it is, unless it is the page's own."""
    return format_html('<span lang="{}">{}</span>', language, text) if text and language else text


def field_of(item):
    """The form field of an AskedQuestion."""
    question = item.question
    common = {
        "label": in_language(item.label, item.language),
        "help_text": in_language(item.help_text, item.language),
        "required": question.is_required,
        "error_messages": {
            "required": gettext("Answer the question: %(question)s") % {"question": item.label},
            "invalid_choice": NOT_OFFERED,
        },
    }
    if question.kind == Question.Kind.TEXT:
        field = TidyField(is_long=True, max_length=LONGEST_ANSWER, widget=forms.Textarea(attrs={"rows": 3}), **common)
        field.error_messages["max_length"] = too_long(item.label, LONGEST_ANSWER)
        return field
    options = {"yes": _("Yes"), "no": _("No")} if question.kind == Question.Kind.YES_NO else item.options
    if not question.is_required:
        options = {"": _("I do not answer"), **options}
    return forms.ChoiceField(choices=list(options.items()), widget=forms.RadioSelect, **common)
