"""Forms that readers fill in."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from home import outbox
from home.mail import FEEDBACK, feedback_recipient
from home.models import Feedback


class FeedbackForm(forms.ModelForm):
    """Accessibility feedback. Only the message is required."""

    # A trap for robots: people do not see it, and screen readers are told to leave it empty.
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    class Meta:
        model = Feedback
        fields = ["message", "page_address", "name", "email"]
        labels = {
            "message": _("Your feedback"),
            "page_address": _("Address of the page that the feedback is about"),
            "name": _("Your name"),
            "email": _("Your e-mail address"),
        }
        help_texts = {
            "message": _("Tell us what you could not do or read, and with what device or aid."),
            "email": _("If you give it, we answer you in 14 days."),
        }
        widgets = {
            "message": forms.Textarea(attrs={"rows": 8}),
            "page_address": forms.TextInput(attrs={"autocomplete": "off"}),
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        error_messages = {
            "message": {
                "required": _("Write your feedback."),
                "max_length": _("The feedback is too long: %(limit_value)d characters at most."),
            },
            "email": {"invalid": _("Write the e-mail address in the form name@example.org.")},
        }

    @property
    def is_from_robot(self):
        return bool(self.cleaned_data.get("website"))

    def receive(self, language):
        """Store the message and queue a mail that tells its recipient, both or neither."""
        self.instance.language = language
        with transaction.atomic():
            feedback = self.save()
            if feedback_recipient():
                outbox.write(FEEDBACK, feedback.pk)
        return feedback
