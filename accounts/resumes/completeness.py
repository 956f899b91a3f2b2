"""How much of a resume is there, and what is worth writing next."""

from dataclasses import dataclass

from accounts.resumes.forms import BasicsForm
from axrc.taxonomy.values import Experience


@dataclass(frozen=True)
class Part:
    """A step of the resume: what it counts for, and why it is worth the while. Without weight it is optional."""

    slug: str
    label: str
    weight: int
    why: str
    is_done: bool = False
    summary: str = ""

    @property
    def name(self):
        """How its page is called in the site map."""
        return f"my:resume_{self.slug}"


def parts(resume):
    """All steps in their order, with what is there of each."""
    return [
        Part("basics", "基本信息", 25, "企业先看年龄、学历和能不能到岗", has_basics(resume), basics(resume)),
        Part("intentions", "求职意向", 20, "写明想做什么、在哪里、要多少薪资，才会被找到", *lines(resume, "intentions")),
        Part("education", "教育经历", 15, "写上最后读的学校就够了", *lines(resume, "schoolings")),
        Part("work", "工作经历", 15, "做过什么最能说明会做什么；应届毕业生可以不填", *work(resume)),
        Part("skills", "技能", 10, "企业常按技能搜索", bool(resume.skills), resume.skills),
        Part("about", "自我介绍", 10, "两三句话，让人记住您", bool(resume.about), resume.about[:40]),
        Part("photo", "照片", 5, "只给您投递过的企业看", bool(resume.photo), "已上传" if resume.photo else ""),
        Part("projects", "项目经历", 0, "做过的工程、设计、活动", *lines(resume, "projects")),
        Part("certificates", "证书", 0, "职业资格、职称、驾驶证", *lines(resume, "certificates")),
        Part("attachment", "附件简历", 0, "已经有写好的简历，可以附上", bool(resume.attachment), resume.attachment_name),
    ]


def percent(parts):
    """Of 100, by weight."""
    return sum(part.weight for part in parts if part.is_done)


def next_part(parts):
    """The weightiest thing that is missing, in the order of the steps, or None."""
    return next((part for part in parts if part.weight and not part.is_done), None)


def has_basics(resume):
    return all(getattr(resume, "region_id" if name == "region" else name) for name in BasicsForm.NEEDED)


def basics(resume):
    known = [resume.name, resume.age and f"{resume.age} 岁", resume.get_education_display(), resume.get_experience_display()]
    return " · ".join(filter(None, known))


def lines(resume, name):
    """(is_done, summary) of something there are several of."""
    found = list(getattr(resume, name).all()) if resume.pk else []
    return bool(found), "；".join(map(str, found))


def work(resume):
    """Who has just left school has had no work and needs none."""
    is_done, summary = lines(resume, "works")
    is_graduate = resume.experience == Experience.GRADUATE
    return is_done or is_graduate, summary or ("应届毕业生，可以不填" if is_graduate else "")
