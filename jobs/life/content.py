"""What a posting says: kept as it was handed in, applied, compared."""

from axrc.taxonomy.models import Benefit, Category, Region
from jobs.models import Job

# In the order of the form. What an employer sets beside it, the end date, is no content: it is bounded, not read.
FIELDS = [
    *("title", "category_id", "nature", "headcount", "region_id", "address"),
    *("pay_unit", "salary_min", "salary_max", "salary_months", "pay_reason", "is_negotiable"),
    *("education", "experience", "description", "requirements"),
    *("contact_name", "contact_phone", "is_phone_hidden"),
]
BENEFITS = "benefits"
CONTACT = {"contact_name", "contact_phone", "is_phone_hidden"}
# These mean something only together.
PAY = ["pay_unit", "salary_min", "salary_max", "salary_months", "pay_reason"]


def content(job):
    """{field: value}, as JSON can hold it; benefits as their ids in order."""
    values = {name: getattr(job, name) for name in FIELDS}
    return values | {BENEFITS: sorted(job.benefits.values_list("pk", flat=True)) if job.pk else []}


def changes(before, after):
    """Those values of `after` that differ."""
    return {name: value for name, value in after.items() if plain(before.get(name)) != plain(value)}


def plain(value):
    """Browsers send line breaks as two characters, whatever they were given."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def to_put(submission):
    """What a change puts in place: only what it changed, since pay or contact may have become another since; pay whole."""
    changed = changes(submission.before, submission.values)
    pay = {name: submission.values[name] for name in PAY} if changed.keys() & set(PAY) else {}
    return changed | pay


def gone(values):
    """How those fields are called whose value staff have taken off their list since, of a category or a town."""
    return [
        Job._meta.get_field(name).verbose_name
        for name, model in {"category_id": Category, "region_id": Region}.items()
        if name in values and not model.objects.filter(pk=values[name]).exists()
    ]


def put(job, values):
    """Write values into the job and save it; the board shows them from then on."""
    for name in FIELDS:
        if name in values:
            setattr(job, name, values[name])
    if BENEFITS in values:
        job.benefits.set(Benefit.objects.filter(pk__in=values[BENEFITS]))
    job.save()


def is_free(before, after):
    """Whether an edit of what is public needs no reviewer: pay not downwards, headcount, contact."""
    changed = changes(before, after)
    pay = {"salary_min", "salary_max", "salary_months"}
    return changed.keys() <= {"headcount", *CONTACT, *pay} and all(after[name] >= before[name] for name in pay)


def labels():
    """{field: how people call it}"""
    return {name: Job._meta.get_field(name).verbose_name for name in [*FIELDS, BENEFITS]}
