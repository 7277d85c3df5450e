"""The addresses of the translators' workplace, and ours at those of wagtail-localize. All below /cms/."""

from django.urls import include, path
from django.views.generic import RedirectView

from translations.views import bulk, desk, follow, job, matrix, po, previews, review, submit, sync
from translations.views.memory import machine_translate

app_name = "translations"

workplace = [
    path("", matrix.MatrixView.as_view(), name="matrix"),
    path("results/", matrix.MatrixView.as_view(results_only=True), name="matrix_results"),
    path("bulk/", bulk.BulkView.as_view(), name="bulk"),
    path("bulk/<int:pk>/", bulk.BulkActionView.as_view(), name="bulk_action"),
    path("follow/<uuid:key>/<str:action>/", follow.FollowView.as_view(), name="follow"),
    path("pages/<int:page_id>/<str:code>/side-by-side/", previews.Compare.as_view(), name="compare"),
    path("pages/<int:page_id>/<str:code>/preview/", previews.PagePreview.as_view(), name="page_preview"),
    path("<int:pk>/", desk.Segments.as_view(), name="segments"),
    path("<int:pk>/segments/<int:segment_id>/", desk.SaveText.as_view(), name="save_segment"),
    path("<int:pk>/segments/<int:segment_id>/suggestions/", desk.Suggestions.as_view(), name="suggestions"),
    path("<int:pk>/values/<int:segment_id>/", desk.SaveValue.as_view(), name="save_value"),
    path("<int:pk>/notes/", desk.Notes.as_view(), name="notes"),
    path("<int:pk>/preview/", previews.Preview.as_view(), name="preview"),
    path("<int:pk>/source/", previews.SourcePreview.as_view(), name="source"),
    path("<int:pk>/side-by-side/", previews.SideBySide.as_view(), name="side_by_side"),
    path("<int:pk>/review/", review.Review.as_view(), name="review"),
    path("<int:pk>/job/", job.JobView.as_view(), name="job"),
    path("<int:pk>/review/", review.Review.as_view(), name="review"),
    path("<int:pk>/publish/", review.Publish.as_view(), name="publish"),
    path("<int:pk>/po/", po.PoFile.as_view(), name="po"),
    path("<int:pk>/po/download/", po.PoDownload.as_view(), name="po_download"),
    path("<int:pk>/sync/", sync.sync_translation, name="sync"),
]

# wagtail-localize's report shows everything to everybody.
to_matrix = RedirectView.as_view(pattern_name="translations:matrix")

urlpatterns = [
    path("translations/", include(workplace)),
    path("localize/submit/page/<int:page_id>/", submit.SubmitPageView.as_view(), name="submit_page"),
    path(
        "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
        submit.SubmitSnippetView.as_view(),
        name="submit_snippet",
    ),
    path("localize/update/<int:source_id>/", sync.UpdateView.as_view(), name="update"),
    path("localize/translate/<int:translation_id>/machine_translate/", machine_translate, name="machine_translate"),
    path("localize/translate/<int:translation_id>/pofile/download/", po.old_address(po.PoDownload)),
    path("localize/translate/<int:translation_id>/pofile/upload/", po.old_address(po.PoFile)),
    path("localize/reports/translations/", to_matrix),
    path("localize/reports/translations/results/", to_matrix),
]
