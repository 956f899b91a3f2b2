"""The steps in which a resume is written, in their order."""

from dataclasses import dataclass

from accounts.models import Certificate, Intention, Project, Schooling, Work
from accounts.resumes import editing
from accounts.resumes.forms import (
    AboutForm,
    AttachmentForm,
    BasicsForm,
    CertificateForm,
    IntentionForm,
    PhotoForm,
    ProjectForm,
    SchoolingForm,
    SkillsForm,
    WorkForm,
)


class Named:
    """How the step's pages are called in the site map."""

    @property
    def name(self):
        return f"my:resume_{self.slug}"

    @property
    def line_name(self):
        return f"{self.name}_line"

    @property
    def remove_name(self):
        return f"{self.name}_remove"


@dataclass(frozen=True)
class Step(Named):
    """One form that is filled in once. A file is saved by `save_file(user, file)`."""

    slug: str
    label: str
    form: type
    lead: str = ""
    save_file: object = None


@dataclass(frozen=True)
class LineStep(Named):
    """A list to which a form adds. `related` is what the resume calls the lines."""

    slug: str
    label: str
    model: type
    form: type
    related: str
    lead: str = ""
    # What one of them is called on the button.
    one: str = ""


ALL = [
    Step("basics", "基本信息", BasicsForm),
    LineStep("intentions", "求职意向", Intention, IntentionForm, "intentions", "最多填 3 个，想做的先填。", "意向"),
    LineStep("education", "教育经历", Schooling, SchoolingForm, "schoolings", "写最高的一两个就够了。", "学校"),
    LineStep("work", "工作经历", Work, WorkForm, "works", "从最近的写起。应届毕业生可以跳过。", "工作"),
    Step("skills", "技能", SkillsForm),
    Step("about", "自我介绍", AboutForm),
    Step("photo", "照片", PhotoForm, save_file=editing.save_photo),
    LineStep("projects", "项目经历", Project, ProjectForm, "projects", "没有可以跳过。", "项目"),
    LineStep("certificates", "证书", Certificate, CertificateForm, "certificates", "没有可以跳过。", "证书"),
    Step("attachment", "附件简历", AttachmentForm, save_file=editing.save_attachment),
]
BY_SLUG = {step.slug: step for step in ALL}


def after(step):
    """The step that follows, or None."""
    number = ALL.index(step) + 1
    return ALL[number] if number < len(ALL) else None


def number_of(step):
    return ALL.index(step) + 1
