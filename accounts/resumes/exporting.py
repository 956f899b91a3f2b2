"""A resume as data, for its own person."""

from accounts.models import Resume

FIELDS = ["name", "salutation", "birth_date", "phone", "education", "experience", "status", "skills", "about", "visibility"]
LINES = {
    "intentions": ["category", "region", "pay_min", "pay_max", "nature"],
    "schoolings": ["school", "level", "major", "begins", "ends"],
    "works": ["company", "title", "begins", "ends", "description"],
    "projects": ["name", "role", "begins", "ends", "description"],
    "certificates": ["name", "issuer", "issued"],
}


def as_data(resume):
    """All that the person wrote and all that happened with it, labelled as on the site, ready for JSON."""
    data = {label(Resume, name): value(resume, name) for name in [*FIELDS, "region"]}
    for related, names in LINES.items():
        lines = getattr(resume, related)
        data[lines.model._meta.verbose_name] = [
            {label(line, name): value(line, name) for name in names} for line in lines.all()
        ]
    data["附件"] = resume.attachment_name
    data["更新时间"] = resume.updated_at
    data["授权的企业"] = [
        {"企业": one.company.name, "同意时间": one.granted_at, "撤回时间": one.withdrawn_at}
        for one in resume.disclosures.select_related("company")
    ]
    data["屏蔽的企业"] = [block.company.name for block in resume.blocks.select_related("company")]
    data["谁看过我"] = [
        {"企业": view.company.name, "时间": view.viewed_at, "内容": view.get_what_display()}
        for view in resume.views.select_related("company")
    ]
    return data


def label(model, name):
    return str(model._meta.get_field(name).verbose_name)


def value(row, name):
    shown = getattr(row, f"get_{name}_display", None)
    found = shown() if shown else getattr(row, name)
    return str(found) if hasattr(found, "_meta") else found
