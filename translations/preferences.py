"""How translators want to be told, in the account settings of the CMS."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from translations import rights
from translations.models import MailPreference


class MailForm(forms.ModelForm):
    class Meta:
        model = MailPreference
        fields = ["when"]


class MailPanel(BaseSettingsPanel):
    """The panel of those who translate, review or order translations."""

    name = "translation_mail"
    title = _("Mail about translations")
    tab = notifications_tab
    order = 200
    form_class = MailForm

    def is_active(self):
        return rights.can_translate(self.user)

    def get_form(self):
        preference = MailPreference.objects.filter(user=self.user).first() or MailPreference(user=self.user)
        data = self.request.POST if self.request.method == "POST" else None
        return MailForm(data, instance=preference, prefix=self.name)
