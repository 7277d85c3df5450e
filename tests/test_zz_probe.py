import pytest
from wagtail.models import Page
@pytest.mark.django_db
def test_tree():
    for p in Page.objects.order_by('path').select_related('locale'):
        print(p.pk,'  '*p.depth,p.locale.language_code,p.slug,p.specific_class.__name__ if p.specific_class else None,'ALIAS' if p.alias_of_id else '', '' if p.live else 'DRAFT', p.title)
