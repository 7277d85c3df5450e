"""Doing to translations what was done to their source, when somebody says so."""

from django.contrib import messages as django_messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from translations import follow
from translations.views.base import WorkView

TITLES = {
    follow.MOVE: gettext_lazy("Move the translations too"),
    follow.UNPUBLISH: gettext_lazy("Unpublish the translations too"),
    follow.DELETE: gettext_lazy("Delete the translations too"),
}
BUTTONS = {
    follow.MOVE: gettext_lazy("Move the chosen ones"),
    follow.UNPUBLISH: gettext_lazy("Unpublish the chosen ones"),
    follow.DELETE: gettext_lazy("Delete the chosen ones"),
}
# Of more pages than this at once, the rest is named in one message.
MOST_MESSAGES = 5


class FollowView(WorkView):
    """Lists the translations with what will happen to each; the POST does it to those that are chosen."""

    template_name = "translations/follow.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if kwargs["action"] not in follow.ACTIONS:
            raise Http404
        self.action = kwargs["action"]

    def dispatch(self, request, *args, **kwargs):
        self.candidates = follow.candidates(kwargs["key"], self.action, request.user)
        if not self.candidates:
            messages.success(request, _("No translation is left for which this could be done."))
            return redirect("wagtailadmin_home")
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        chosen = set(request.POST.getlist("languages"))
        done = [
            candidate.title
            for candidate in self.candidates
            if candidate.locale.language_code in chosen
            and not candidate.problem
            and follow.carry_out(request, candidate, self.action)
        ]
        if done:
            text = ngettext("Done for %(count)s translation.", "Done for %(count)s translations.", len(done))
            messages.success(request, text % {"count": len(done)})
        elif not django_messages.get_messages(request):
            messages.warning(request, _("Nothing was chosen, so nothing was done."))
        return redirect("wagtailadmin_explore_root")

    def get_page_title(self):
        return TITLES[self.action]

    def get_context_data(self, **kwargs):
        rows = [(one, "" if one.problem else one.outcome(self.action)) for one in self.candidates]
        return super().get_context_data(
            rows=rows,
            button=BUTTONS[self.action],
            is_serious=self.action == follow.DELETE,
            is_possible=any(not one.problem for one in self.candidates),
            **kwargs,
        )


def offer(request, instances, action):
    """Tell whoever has just done something to sources what can be done to their translations."""
    found = [instance for instance in instances if follow.candidates(instance.translation_key, action, request.user)]
    for instance in found[:MOST_MESSAGES]:
        url = reverse("translations:follow", args=[instance.translation_key, action])
        text = _("The translations of “%(title)s” are as they were.") % {"title": instance}
        messages.warning(request, text, buttons=[messages.button(url, TITLES[action])])
    rest = len(found) - MOST_MESSAGES
    if rest > 0:
        text = ngettext(
            "The translations of %(count)s more page are as they were.",
            "The translations of %(count)s more pages are as they were.",
            rest,
        )
        messages.warning(request, text % {"count": rest})


def offer_to_move(request, page):
    offer(request, [page], follow.MOVE)


def offer_to_unpublish(request, page):
    offer(request, [page], follow.UNPUBLISH)


def offer_to_delete(request, page):
    offer(request, [page], follow.DELETE)


def offer_to_delete_snippets(request, instances):
    offer(request, [instance for instance in instances if hasattr(instance, "translation_key")], follow.DELETE)


def offer_after_bulk(request, action_type, objects, action):
    if action_type in follow.ACTIONS:
        offer(request, [instance for instance in objects if hasattr(instance, "translation_key")], action_type)
