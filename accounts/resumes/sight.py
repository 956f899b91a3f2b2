"""What somebody who may open a resume gets to see of it."""

from dataclasses import dataclass

from accounts.models import Resume
from axrc.taxonomy.values import Experience


@dataclass(frozen=True)
class Sight:
    """A resume as one viewer sees it. The whole: name, number, photo, attachment."""

    resume: Resume
    is_whole: bool
    is_own: bool = False
    is_staff: bool = False

    @classmethod
    def of(cls, resume, standing):
        """`resume` comes from visible_by(standing).knowing(standing)."""
        is_own = resume.user_id == standing.viewer.pk
        return cls(
            resume=resume,
            is_whole=is_own or standing.is_staff or resume.is_disclosed,
            is_own=is_own,
            is_staff=standing.is_staff and not is_own,
        )

    @classmethod
    def of_stranger(cls, resume):
        """As a company sees it to which nothing was disclosed."""
        return cls(resume=resume, is_whole=False)

    @property
    def name(self):
        return (self.is_whole and self.resume.name) or self.resume.masked_name

    @property
    def shows_contact(self):
        return self.is_whole or (self.resume.visibility == Resume.Visibility.PUBLIC and self.resume.shows_contact)

    @property
    def phone(self):
        return self.resume.phone if self.shows_contact else ""

    @property
    def email(self):
        return self.resume.email if self.shows_contact else ""

    @property
    def has_photo(self):
        return self.is_whole and bool(self.resume.photo)

    @property
    def has_attachment(self):
        return self.is_whole and bool(self.resume.attachment)

    @property
    def facts(self):
        """(name, value) in a line under the name."""
        resume = self.resume
        values = [
            resume.age and f"{resume.age} 岁",
            resume.get_education_display(),
            experience(resume),
            resume.region and f"现居 {resume.region.name}",
            resume.get_status_display(),
        ]
        return list(dict.fromkeys(value for value in values if value))


def experience(resume):
    label = resume.get_experience_display()
    return f"{label}经验" if label and resume.experience != Experience.GRADUATE else label
