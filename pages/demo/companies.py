"""The demo's companies, all verified but one."""

from datetime import timedelta
from random import Random

from django.core.files.base import ContentFile

from accounts import photos
from accounts.credit_code import check_character
from accounts.models import Company, CompanyEntry
from axrc.taxonomy import lists
from pages.demo import pictures
from pages.demo.data_files import read

# Every so manieth company shows photos. What is on them by industry; where nothing is said, an office and a yard.
PHOTOS_OF_EVERY = 7
VIEWS = {
    "tea": ["tea", "terraces", "factory", "office"],
    "rattan": ["rattan", "factory", "office"],
    "photoelectric": ["led", "factory", "office"],
    "stone": ["stone", "factory"],
    "internet": ["market", "office"],
    "retail": ["market", "office"],
    "logistics": ["road", "factory"],
    "education": ["school", "office"],
    "farming": ["terraces", "tea"],
}


def load(now):
    """Make the companies and return those that are verified."""
    random = Random("companies")
    rows = read("companies.toml")["company"]
    companies = [make(row, number, now, random) for number, row in enumerate(rows)]
    verified = [company for company in companies if company.verified_at]
    for number, company in enumerate(verified[::PHOTOS_OF_EVERY]):
        add_photos(company, number)
    CompanyEntry.objects.put_all(sorted(verified, key=lambda company: company.verified_at))
    return verified


def make(row, number, now, random):
    known = lists.current()
    verified_at = now - timedelta(days=random.randrange(3, 120), minutes=random.randrange(1440))
    company = Company(
        name=row["name"],
        credit_code=credit_code(number),
        nature=row["nature"],
        size=row["size"],
        industry=known.industries.by_slug[row["industry"]],
        region=known.regions.by_slug[row["town"]],
        address=row["address"],
        about=row["about"].strip(),
        contact_name=row["contact"],
        contact_phone=f"0595-2300{number:04d}",
        verified_at=verified_at,
        verified_until=verified_at + timedelta(days=182),
    )
    company.logo.save(f"demo-{number:03d}.png", ContentFile(pictures.logo(number, row["industry"])), save=False)
    company.save()
    company.benefits.set([known.benefits.by_slug[slug] for slug in row["benefits"]])
    return company


def add_photos(company, number):
    for order, scene in enumerate(VIEWS.get(company.industry.slug, ["office", "factory"])):
        drawn = ContentFile(pictures.cover(scene, f"company {number}"), name="photo.jpg")
        photos.add(company, drawn, alternative_text=pictures.SCENES[scene], order=order)


def make_unverified():
    """The company whose licence nobody has checked yet."""
    known = lists.current()
    return Company.objects.create(
        name="安溪县新禾家居用品有限公司",
        credit_code=credit_code(900),
        nature=Company.Nature.PRIVATE,
        size=Company.Size.UNDER_50,
        industry=known.industries.by_slug["rattan"],
        region=known.regions.by_slug["shangqing"],
        address="安溪县尚卿乡工业路9号",
        about="新开办的藤铁家居小厂,主要做阳台花架和收纳篮。",
        contact_name="谢先生",
        contact_phone="0595-23000900",
    )


def credit_code(number):
    """A well-formed credit code of the county's area code that belongs to nobody: its organisation part is counted up."""
    body = f"91350524MADEM{number:04d}"
    return body + check_character(body)
