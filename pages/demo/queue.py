"""What waits for the demo's reviewer: a new company's papers, and a renewal."""

from datetime import timedelta

from django.core.files.base import ContentFile

from accounts import verification
from accounts.models import Company, Recruiter, User, Verification
from axrc.taxonomy import lists
from axrc.web.uploads import reencoded
from pages.demo import pictures
from pages.demo.companies import credit_code


def load(verified, now):
    hand_in(new_company(), "苏女士", Verification.Role.HR, now - timedelta(days=1, hours=5))
    hand_in(verified[9], "柯先生", Verification.Role.LEGAL, now - timedelta(hours=7))


def new_company():
    known = lists.current()
    return Company.objects.create(
        name="安溪县禾溪茶具商行",
        credit_code=credit_code(901),
        nature=Company.Nature.SOLE,
        size=Company.Size.UNDER_10,
        industry=known.industries.by_slug["retail"],
        region=known.regions.by_slug["guanqiao"],
        address="安溪县官桥镇环城路66号",
        about="卖茶具和茶叶包装的小店，兼做网店。",
        contact_name="苏女士",
        contact_phone="0595-23000901",
    )


def hand_in(company, person, role, at):
    """By somebody who has no password: these people are only names in the queue."""
    user = User.objects.create_user(f"queue{company.pk}@example.com", name=person, role=User.Role.EMPLOYER)
    Recruiter.objects.create(user=user, company=company, is_owner=True)
    submitted = verification.submit(
        company,
        by=user,
        name=company.name,
        credit_code=company.credit_code,
        role=role,
        licence=paper(pictures.licence(company.credit_code)),
        letter=paper(pictures.letter(company.credit_code)) if role != Verification.Role.LEGAL else None,
    )
    submitted.submitted_at = at
    submitted.save(update_fields=["submitted_at"])


def paper(drawn):
    return reencoded(ContentFile(drawn, name="paper.jpg"))
