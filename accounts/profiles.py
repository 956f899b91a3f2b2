"""What a company says of itself: registered, edited by several hands."""

from functools import partial

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import transaction

from accounts.models import Company, CompanyAddress, Recruiter, User, Verification
from accounts.teams import Refused
from axrc import audit
from axrc.web import page_cache

# What only a reviewer changes, once the company has been verified or while its papers wait.
LOCKED = ["name", "credit_code"]


class Overtaken(Exception):
    """Somebody saved the company while this person was writing. `company` is as it now stands."""

    def __init__(self, company):
        super().__init__(company.pk)
        self.company = company


def version(company):
    """Changes with every save."""
    return company.updated_at.isoformat()


def is_locked(company):
    return bool(company.verified_at) or company.verifications.filter(status=Verification.Status.WAITING).exists()


@transaction.atomic
def register(values, *, by):
    """A new company, not public before it is verified; who registers it is its owner. Raises Refused."""
    user = User.objects.select_for_update().get(pk=by.pk)
    if Recruiter.objects.filter(user=user).exists():
        raise Refused("您已经登记过企业了。")
    company = Company()
    put(company, values)
    Recruiter.objects.create(company=company, user=user, is_owner=True)
    audit.record(by, "company.registered", company)
    return company


@transaction.atomic
def edit(company, values, *, by, seen):
    """Save what was written on top of the version `seen`. Raises Overtaken where it is no longer the latest."""
    company = Company.objects.select_for_update().get(pk=company.pk)
    if version(company) != seen:
        raise Overtaken(company)
    if is_locked(company):
        values = {name: value for name, value in values.items() if name not in LOCKED}
    changed = put(company, values)
    audit.record(by, "company.edited", company, fields=changed)
    page_cache.empty()
    return company


def put(company, values):
    """Set and save, and give the names of what changed. A logo that is replaced or given up (False) is deleted."""
    values = dict(values)
    benefits, logo = values.pop("benefits", None), values.pop("logo", None)
    changed = [name for name, value in values.items() if company._state.adding or getattr(company, name) != value]
    for name in changed:
        setattr(company, name, values[name])
    if logo is False or getattr(logo, "sent_as", None) is not None:
        if company.logo:
            transaction.on_commit(partial(default_storage.delete, company.logo.name))
        company.logo = logo or ""
        changed.append("logo")
    company.save()
    if benefits is not None and set(company.benefits.all()) != set(benefits):
        company.benefits.set(benefits)
        changed.append("benefits")
    return changed


@transaction.atomic
def add_address(company, values, *, by):
    """Raises ValidationError where there are CompanyAddress.MOST already."""
    company = Company.objects.select_for_update().get(pk=company.pk)
    if company.addresses.count() >= CompanyAddress.MOST:
        raise ValidationError(f"最多填 {CompanyAddress.MOST} 个其他地址，请先删掉不用的。")
    address = CompanyAddress.objects.create(company=company, **values)
    audit.record(by, "company.address_added", company, address=str(address))
    page_cache.empty()
    return address


@transaction.atomic
def remove_address(address, *, by):
    audit.record(by, "company.address_removed", address.company, address=str(address))
    address.delete()
    page_cache.empty()
