"""The address on a printed sheet."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from tiplists import printing
from tiplists.models import FetchCount, TipListPage


def printed_sheet(request, number, version):
    """Send whoever scans a sheet to the present address of the very page printed.

    A sheet whose version is not the present one is told so by the page (`?printed=<version>`).
    """
    page = get_object_or_404(TipListPage.objects.live(), id=number)  # `pk`, a relation, fails on huge numbers
    if not page.url:
        raise Http404
    if request.method == "GET":
        FetchCount.add(page.pk, FetchCount.SCAN)
    address = page.url if version == printing.version(page) else f"{page.url}?printed={version}"
    return redirect(address)
