"""A live job as schema.org describes it, complete as search engines for jobs want it.

The fields are those of https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

from django.utils import timezone
from django.utils.html import linebreaks

from jobs.values import Education, Experience, Nature, PayUnit

EMPLOYMENT = {
    Nature.FULL_TIME: "FULL_TIME",
    Nature.PART_TIME: "PART_TIME",
    Nature.INTERNSHIP: "INTERN",
    Nature.SEASONAL: "TEMPORARY",
}
UNITS = {PayUnit.MONTH: "MONTH", PayUnit.DAY: "DAY", PayUnit.HOUR: "HOUR"}
# Junior school is compulsory; vocational schools (中专) are of the level of a high school.
CREDENTIALS = {
    Education.SENIOR: "high school",
    Education.VOCATIONAL: "high school",
    Education.COLLEGE: "associate degree",
    Education.BACHELOR: "bachelor degree",
    Education.MASTER: "postgraduate degree",
    Education.DOCTOR: "postgraduate degree",
}
MONTHS = {Experience.UNDER_3: 12, Experience.UNDER_5: 36, Experience.UNDER_10: 60, Experience.FROM_10: 120}
NOTHING_ASKED = "no requirements"
# What a place of the list's first level means to the post, by its slug.
WHERE = {
    "anxi": {"addressRegion": "福建省", "addressLocality": "泉州市安溪县"},
    "quanzhou": {"addressRegion": "福建省", "addressLocality": "泉州市"},
    "fujian": {"addressRegion": "福建省"},
}


def job_posting(job, *, absolute):
    """`absolute` makes an address of ours absolute."""
    benefits = job.benefit_names
    return {
        "@type": "JobPosting",
        "title": job.title,
        "description": description(job),
        "url": absolute(job.get_absolute_url()),
        "identifier": {"@type": "PropertyValue", "name": job.company.name, "value": str(job.pk)},
        "datePosted": moment(job.published_at),
        "validThrough": moment(min(job.ends_at, job.company.verified_until)),
        "employmentType": EMPLOYMENT[job.nature],
        "hiringOrganization": organization(job.company, absolute),
        "jobLocation": {"@type": "Place", "address": address(job)},
        "baseSalary": salary(job),
        "educationRequirements": education(job),
        "experienceRequirements": experience(job),
        "industry": job.company.industry.name,
        "occupationalCategory": job.category.name,
        "totalJobOpenings": job.headcount,
        **({"jobBenefits": "、".join(benefits)} if benefits else {}),
    }


def description(job):
    """All that the page says of the work, as markup; what the employer typed is text."""
    parts = [("岗位职责", job.description), ("任职要求", job.requirements)]
    return "".join(f"<h3>{title}</h3>{linebreaks(text, autoescape=True)}" for title, text in parts if text)


def organization(company, absolute):
    found = {"@type": "Organization", "name": company.name, "url": absolute(company.get_absolute_url())}
    if company.website:
        found["sameAs"] = company.website
    if company.logo:
        found["logo"] = absolute(company.logo.url)
    return found


def address(job):
    top = job.region.parent or job.region
    place = WHERE.get(top.slug, {})
    return {"@type": "PostalAddress", "addressCountry": "CN", **place, "streetAddress": job.full_address}


def salary(job):
    amount = (
        {"value": job.salary_min}
        if job.salary_min == job.salary_max
        else {"minValue": job.salary_min, "maxValue": job.salary_max}
    )
    value = {"@type": "QuantitativeValue", **amount, "unitText": UNITS[job.pay_unit]}
    return {"@type": "MonetaryAmount", "currency": "CNY", "value": value}


def education(job):
    if credential := CREDENTIALS.get(job.education):
        return {"@type": "EducationalOccupationalCredential", "credentialCategory": credential}
    else:
        return NOTHING_ASKED


def experience(job):
    if months := MONTHS.get(job.experience):
        return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
    else:
        return NOTHING_ASKED


def moment(at):
    return timezone.localtime(at).isoformat(timespec="seconds")
