"""A public resume as the search sees it: no name, no number, nothing by which a person could be tried out."""

from django.db import models

from accounts.models.resume.resume import Resume
from axrc.search.models import Entry
from axrc.search.query import document
from axrc.taxonomy.values import PayBand


class ResumeEntry(Entry):
    resume = models.OneToOneField(Resume, models.CASCADE, related_name="entry")

    subject = "resume"
    facet_kinds = frozenset(["category", "region", "salary", "education", "experience", "status", "nature", "blocks"])

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = "简历索引"

    @classmethod
    def of(cls, resume):
        """The entry of a public resume, or None."""
        if resume.visibility != Resume.Visibility.PUBLIC or not resume.user.is_active:
            return None
        intentions = list(resume.intentions.select_related("category", "region"))
        works = list(resume.works.all())
        return cls(
            resume=resume,
            dated_at=resume.created_at,
            ends_at=resume.hides_at,
            **document(
                title=" ".join([intention.category.name for intention in intentions] + [work.title for work in works]),
                texts=texts(resume, intentions, works),
                facets=sorted(set(facet_tokens(resume, intentions))),
            ),
        )


def texts(resume, intentions, works):
    """All that is found by its words."""
    found = [resume.skills, resume.about, resume.region.full_name if resume.region else ""]
    found += [intention.region.full_name for intention in intentions]
    found += [text for work in works for text in (work.company, work.description)]
    found += [text for schooling in resume.schoolings.all() for text in (schooling.school, schooling.major)]
    found += [text for project in resume.projects.all() for text in (project.name, project.role, project.description)]
    found += [certificate.name for certificate in resume.certificates.all()]
    return [text for text in found if text]


def facet_tokens(resume, intentions):
    """A token for each value of a facet under which the resume belongs, and for each company that must not find it."""
    for intention in intentions:
        yield from (f"category:{pk}" for pk in intention.category.line)
        yield from (f"region:{pk}" for pk in intention.region.line)
        # Who leaves the pay open may be asked whatever the pay is.
        yield from (
            f"salary:{band}"
            for band in PayBand.overlapping(intention.pay_min or 0, intention.pay_max or PayBand.FROM_20000.ends[1])
        )
        yield f"nature:{intention.nature}"
    yield f"education:{resume.education}"
    yield f"experience:{resume.experience}"
    yield f"status:{resume.status}"
    yield from (f"blocks:{pk}" for pk in resume.blocks.values_list("company_id", flat=True))
