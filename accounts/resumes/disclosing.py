"""Whom a person gives the resume to, and whom never. The latest word counts."""

from django.db import transaction
from django.utils import timezone

from accounts.models import BlockedCompany, Company, Disclosure, Resume, ResumeEntry

MOST_BLOCKED = 50


@transaction.atomic
def grant(resume, company):
    """Give the resume to a company, with name and number; it is not blocked any longer. Twice is once."""
    BlockedCompany.objects.filter(resume=resume, company=company).delete()
    disclosure, _ = Disclosure.objects.get_or_create(resume=resume, company=company, withdrawn_at=None)
    reindex(resume)
    return disclosure


def withdraw(resume, company):
    """Take the consent back. What the company has printed it has; the site shows it nothing more."""
    Disclosure.objects.filter(resume=resume, company=company, withdrawn_at=None).update(withdrawn_at=timezone.now())


@transaction.atomic
def block(resume, company):
    """Hide the resume from a company for good, and take back what consent it had. False where there are too many already."""
    Resume.objects.select_for_update().get(pk=resume.pk)
    if BlockedCompany.objects.filter(resume=resume).count() >= MOST_BLOCKED:
        return False
    BlockedCompany.objects.get_or_create(resume=resume, company=company)
    withdraw(resume, company)
    reindex(resume)
    return True


@transaction.atomic
def unblock(resume, company):
    """The withdrawn consent stays withdrawn."""
    BlockedCompany.objects.filter(resume=resume, company=company).delete()
    reindex(resume)


def may_be_blocked(words, resume, most=20):
    """Verified companies whose names hold the words and that are not blocked yet."""
    companies = Company.objects.verified().for_cards().exclude(pk__in=resume.blocks.values("company") if resume.pk else [])
    for word in words.split():
        companies = companies.filter(name__icontains=word)
    return companies.order_by("name")[:most] if words.split() else []


def reindex(resume):
    ResumeEntry.objects.revise(Resume.objects.get(pk=resume.pk))
