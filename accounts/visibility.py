"""Who may see a resume: said here once, for list, page, search, print, PDF, photo, attachment and export."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models.company import Company
from axrc.web import second_factor

# Days without a login after which a resume is hidden by itself.
KEPT_OPEN = 365


@dataclass(frozen=True)
class Standing:
    """By what right somebody looks at resumes: as staff, or for a verified company, or only at their own."""

    viewer: object
    company: Company | None = None
    is_staff: bool = False

    @classmethod
    def of(cls, viewer, at=None):
        """The standing of a user, or None for whoever is not logged in or was shut out."""
        if not (viewer and viewer.is_authenticated and viewer.is_active):
            return None
        return cls(
            viewer=viewer,
            company=Company.objects.verified(at).filter(recruiters__user=viewer).first(),
            is_staff=second_factor.is_staff(viewer) and viewer.has_perm("accounts.view_resume"),
        )

    @property
    def may_search(self):
        return self.is_staff or self.company is not None


class ResumeQuerySet(models.QuerySet):
    def visible_to(self, viewer, at=None):
        """All that a user may open. Who is not named here sees nothing.

        The person: their own, always. Staff with the right: all but those of people who have left, and every opening is
        logged. Recruiters of a verified company: the public ones and those that were disclosed to it, unless the person
        blocks the company, has hidden the resume, or has not logged in for so long that it is hidden by itself.
        """
        return self.visible_by(Standing.of(viewer, at), at)

    def visible_by(self, standing, at=None):
        """The same for a standing that is known already."""
        if standing is None:
            return self.none()
        elif standing.is_staff:
            return self.filter(user__closing=None)
        elif standing.company:
            return self.filter(
                Q(user=standing.viewer) | Q(pk__in=self.model.objects.open_to(standing.company, at).values("pk"))
            )
        else:
            return self.filter(user=standing.viewer)

    def open_to(self, company, at=None):
        """What a company may see that is verified."""
        kinds = self.model.Visibility
        blocked = self.of_resume("blocks").filter(company=company)
        return self.kept_open(at).filter(
            Q(visibility=kinds.PUBLIC) | Q(Exists(self.disclosures_to(company)), visibility=kinds.APPLIED), ~Exists(blocked)
        )

    def kept_open(self, at=None):
        """Those whose people have logged in within KEPT_OPEN days and whose accounts are in use."""
        return self.with_last_seen().filter(
            user__is_active=True, last_seen__gt=(at or timezone.now()) - timedelta(KEPT_OPEN)
        )

    def with_last_seen(self):
        return self.annotate(last_seen=Coalesce(F("user__last_login"), F("created_at")))

    def disclosures_to(self, company):
        """The consents in force of the outer query's resume."""
        return self.of_resume("disclosures").filter(company=company, withdrawn_at=None)

    def of_resume(self, lines):
        """The rows that the outer query's resume has of a kind."""
        return self.model._meta.get_field(lines).related_model.objects.filter(resume=OuterRef("pk"))

    def knowing(self, standing):
        """With `is_disclosed`: whether the company that looks was given the resume itself, with name and number."""
        if standing and standing.company:
            return self.annotate(is_disclosed=Exists(self.disclosures_to(standing.company)))
        else:
            return self.annotate(is_disclosed=models.Value(False, output_field=models.BooleanField()))

    def for_rows(self):
        """With all that a row of the list shows."""
        return self.select_related("user", "region__parent").prefetch_related(self.intentions(), "works")

    def for_paper(self):
        """With all that the whole resume shows."""
        return self.select_related("user", "region__parent").prefetch_related(
            self.intentions(), "schoolings", "works", "projects", "certificates"
        )

    def intentions(self):
        """In one statement with what they name."""
        rows = self.model._meta.get_field("intentions").related_model.objects.select_related("category", "region")
        return models.Prefetch("intentions", rows)

    def in_order(self, ids):
        """Those of the ids that are here, in the order of the ids."""
        found = self.in_bulk(ids)
        return [found[pk] for pk in ids if pk in found]
