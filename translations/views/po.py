"""PO files down and up; answers wagtail-localize's own addresses of them too."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView, View
from wagtail.admin import messages

from translations import po

from .desk import OfTranslation


class PoFile(OfTranslation, TemplateView):
    """Where a PO file is fetched and given back."""

    template_name = "translations/po.html"
    page_title = gettext_lazy("PO file")

    def post(self, request, *args, **kwargs):
        upload = request.FILES.get("file")
        if upload is None:
            messages.error(request, _("Choose a file first."))
        elif not self.is_open:
            messages.error(request, _("This translation cannot be changed any more."))
        elif upload.size > po.MOST_BYTES:
            text = _("The file is too large: at most %(size)s megabytes.")
            messages.error(request, text % {"size": po.MOST_BYTES // 1024**2})
        else:
            return self.take(upload.read())
        return redirect(self.url("po"))

    def take(self, content):
        try:
            told = po.take(po.read(content, self.translation), self.translation, self.request.user)
        except po.WrongFileError as error:
            messages.error(self.request, str(error))
            return redirect(self.url("po"))
        for level, text in said(told):
            getattr(messages, level)(self.request, text)
        return redirect(self.url("segments"))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            download_url=self.url("po_download"), size=po.MOST_BYTES // 1024**2, desk_url=self.url("segments")
        )


class PoDownload(OfTranslation, View):
    def get(self, request, *args, **kwargs):
        response = HttpResponse(str(po.written(self.translation)), content_type="text/x-gettext-translation")
        name = slugify(self.translation.source.object_repr) or self.translation.pk
        name = f"{name}-{self.translation.target_locale.language_code}.po"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def old_address(view):
    """The view at an address of wagtail-localize, which names its number differently."""
    answer = view.as_view()
    return lambda request, translation_id: answer(request, pk=translation_id)


def said(told):
    """(level, text) of what was done with an uploaded file."""
    changed = told["changed"]
    text = ngettext("%(count)s text was taken over.", "%(count)s texts were taken over.", changed)
    yield ("success" if changed else "info"), text % {"count": changed}
    sentences = {
        "unread": ngettext(
            "%(count)s text is marked fuzzy. It is kept, but waits for somebody to read it.",
            "%(count)s texts are marked fuzzy. They are kept, but wait for somebody to read them.",
            told["unread"],
        ),
        "broken": ngettext(
            "%(count)s text has broken marks. It is kept; mend it here.",
            "%(count)s texts have broken marks. They are kept; mend them here.",
            told["broken"],
        ),
        "refused": ngettext(
            "%(count)s title is too long and was not taken.",
            "%(count)s titles are too long and were not taken.",
            told["refused"],
        ),
        "old": ngettext(
            "%(count)s text is of an earlier source. It is kept in the translation memory.",
            "%(count)s texts are of an earlier source. They are kept in the translation memory.",
            told["old"],
        ),
        "unknown": ngettext(
            "%(count)s text is not known here and was left out.",
            "%(count)s texts are not known here and were left out.",
            told["unknown"],
        ),
    }
    for name, sentence in sentences.items():
        if told[name]:
            yield ("info" if name == "old" else "warning"), sentence % {"count": told[name]}
