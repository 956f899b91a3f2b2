"""The site's own data: one row, entered by staff, never made up."""

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from pages.models import SiteProfile
from pages.models.chrome import SITE_KEY
from tests.pages import making

pytestmark = pytest.mark.django_db


def test_before_anybody_has_entered_it_there_are_defaults_and_no_row():
    assert SiteProfile.current().name == "安溪人才网"
    assert not SiteProfile.objects.exists()


def test_no_number_is_made_up():
    site = SiteProfile.current()
    numbers = ["icp_number", "police_number", "business_licence_number", "hr_licence_number", "complaint_phone"]
    numbers += ["service_phone", "authority_phone", "email", "address", "authority"]
    assert [getattr(site, field) for field in numbers] == [""] * len(numbers)


def test_there_is_only_one_profile():
    making.profile(name="甲")
    making.profile(name="乙")
    assert [site.name for site in SiteProfile.objects.all()] == ["乙"]


def test_the_database_takes_no_second_row():
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteProfile.objects.bulk_create([SiteProfile(pk=2)])


def test_the_profile_cannot_be_deleted():
    with pytest.raises(ProtectedError):
        making.profile().delete()


def test_what_is_saved_is_current_at_once():
    assert SiteProfile.current().service_phone == ""
    making.profile(service_phone="0595-23000001")
    assert SiteProfile.current().service_phone == "0595-23000001"


def test_the_current_profile_is_read_once(django_assert_num_queries):
    making.profile()
    with django_assert_num_queries(1):
        SiteProfile.current()
        SiteProfile.current()


def test_an_update_of_many_rows_is_current_too():
    making.profile()
    SiteProfile.current()
    SiteProfile.objects.update(name="新名称")
    assert SiteProfile.current().name == "新名称"


def test_who_reads_the_old_row_during_a_change_does_not_keep_it(django_capture_on_commit_callbacks):
    making.profile(name="旧名称")
    with django_capture_on_commit_callbacks(execute=True):
        making.profile(name="新名称")
        stale = SiteProfile(name="旧名称")
        remember_as_another_process_would(stale)
    assert SiteProfile.current().name == "新名称"


def remember_as_another_process_would(site):
    cache.set(SITE_KEY, site)
