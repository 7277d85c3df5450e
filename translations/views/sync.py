"""Bringing the translations of a source up to date by hand, at wagtail-localize's own address too."""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation, TranslationSource, get_edit_url

from translations import rights, sync
from translations.views.base import WorkView
from translations.views.submit import segments_url


class UpdateView(WorkView):
    """Says which translations follow the source; the POST brings them up to date."""

    template_name = "translations/update.html"
    page_title = gettext_lazy("Bring translations up to date")
    header_icon = "resubmit"

    def dispatch(self, request, *args, **kwargs):
        if not rights.can_submit(request.user):
            raise PermissionDenied
        self.source = get_object_or_404(TranslationSource, pk=kwargs["source_id"])
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        tell(request, sync.sync(self.source))
        return redirect(self.next_url())

    def get_page_subtitle(self):
        return self.source.object_repr

    def next_url(self):
        if url := get_valid_next_url_from_request(self.request):
            return url
        try:
            return get_edit_url(self.source.get_source_instance())
        except ObjectDoesNotExist:
            return "wagtailadmin_home"

    def get_context_data(self, **kwargs):
        followed = self.source.translations.filter(enabled=True).select_related("source", "target_locale")
        targets = [(one, target) for one in followed if (target := rights.target_of(one))]
        user = self.request.user
        return super().get_context_data(
            source=self.source,
            translations=[
                (
                    one.target_locale,
                    str(target),
                    segments_url(one) if rights.can_edit(user, target) else "",
                )
                for one, target in targets
                if target is not None
            ],
            next_url=get_valid_next_url_from_request(self.request),
            **kwargs,
        )


@require_POST
def sync_translation(request, pk):
    """Bring a translation, and the others of its source, up to date."""
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=pk)
    target = rights.target_of(translation)
    if not rights.can_submit(request.user) and not (target and rights.can_edit(request.user, target)):
        raise PermissionDenied
    tell(request, sync.sync(translation.source))
    back = get_valid_next_url_from_request(request)
    return redirect(back or (segments_url(translation) if target else "wagtailadmin_home"))


def tell(request, number):
    if number:
        text = ngettext(
            "%(count)s text is to be translated anew.", "%(count)s texts are to be translated anew.", number
        )
        messages.success(request, text % {"count": number})
    else:
        messages.success(request, _("The translations are up to date: no text is new."))
