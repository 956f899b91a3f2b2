"""What an export holds: {title: [{label: value}]}, as values of Python. Other people are not named."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import Q

from accounts import personal
from accounts.erasing import Leaver
from accounts.models import Closing, Consent, Export, Invitation, Recruiter, Resume, User, Verification
from axrc import audit
from axrc.audit.models import Entry
from axrc.mail.models import Letter

LINES = ["intentions", "schoolings", "works", "projects", "certificates", "disclosures", "blocks", "views"]
# Of allauth's models, without secrets.
SOCIAL = {
    "provider": "平台",
    "uid": "平台上的编号",
    "date_joined": "绑定时间",
    "last_login": "最近登录",
    "extra_data": "平台给的资料",
}
SESSION = {"created_at": "登录时间", "last_seen_at": "最近使用", "ip": "网络地址", "user_agent": "浏览器"}
ADDRESS = {"email": "邮箱", "verified": "已验证", "primary": "用于登录"}
FACTOR = {"type": "方式", "created_at": "添加时间", "last_used_at": "最近使用"}
LETTER = {"kind": "方式", "to": "收件人", "subject": "主题", "created_at": "生成时间"}


def contents(user):
    found = {
        "账号": [account(user)],
        "邮箱": picked(EmailAddress.objects.filter(user=user), ADDRESS),
        "同意记录": rows(Consent.objects.filter(user=user), "user"),
        "登录设备": picked(UserSession.objects.filter(user=user), SESSION),
        "两步验证": [factor(one) for one in Authenticator.objects.filter(user=user)],
        "绑定的微信": picked(SocialAccount.objects.filter(user=user), SOCIAL),
        **resume(user),
        "招聘团队": rows(Recruiter.objects.filter(user=user).select_related("company"), "user"),
        "提交的企业认证": rows(
            Verification.objects.filter(submitted_by=user).select_related("company", "joined"),
            *("submitted_by", "decided_by", *Verification.FILES),
        ),
        "收到的团队邀请": rows(
            Invitation.objects.filter(answered_by=user).select_related("company"), "answered_by", "invited_by"
        ),
        "发出的团队邀请": rows(
            Invitation.objects.filter(invited_by=user).select_related("company"), "answered_by", "invited_by", "contact"
        ),
        "操作记录": [deed(entry, user) for entry in deeds(user)],
        "还没发出的信件": picked(Letter.objects.filter(to__in=Leaver.of(user).contacts), LETTER),
        "个人信息导出": rows(Export.objects.filter(user=user), "user", "file"),
        "账号注销": rows(Closing.objects.filter(user=user), "user"),
    }
    return found | {title: list(exported(user)) for title, exported in personal.exporters.items()}


def account(user):
    groups = [group.name for group in user.groups.all()]
    rights = [right.codename for right in user.user_permissions.all()]
    return row(user, "password") | {"已设置密码": user.has_usable_password(), "工作组": groups, "单独的权限": rights}


def factor(authenticator):
    """What a passkey is called its owner wrote; the rest of its data are keys."""
    return row_of(authenticator, FACTOR) | {"名称": authenticator.data.get("name", "")}


def resume(user):
    found = Resume.objects.filter(user=user).first()
    if not found:
        return {"简历": []}
    names = {label: name for name, (label, _) in files(user).items()}
    parts = {"简历": [row(found, "user", "photo", "attachment") | names]}
    for name in LINES:
        lines = getattr(found, name)
        parts[str(lines.model._meta.verbose_name)] = rows(lines.all(), "resume", "recruiter")
    return parts


def files(user):
    """{name in the archive: (label, file)}."""
    found = Resume.objects.filter(user=user).first()
    named = {}
    if found and found.photo:
        named[f"files/photo{ending(found.photo)}"] = ("照片", found.photo)
    if found and found.attachment:
        named[f"files/attachment{ending(found.attachment)}"] = ("附件", found.attachment)
    return named


def ending(file):
    return f".{file.name.rpartition('.')[2]}"


def deeds(user):
    """What the person did, and what others did to the account and the resume."""
    about = Q(target_type=User._meta.label_lower, target_id=str(user.pk))
    if own := Resume.objects.filter(user=user).first():
        about |= Q(target_type=Resume._meta.label_lower, target_id=str(own.pk))
    return Entry.objects.filter(Q(actor_id=user.pk) | about)


def deed(entry, user):
    """Who of the staff it was is not told, nor whom of other people it was about."""
    is_person = entry.target_type == User._meta.label_lower and entry.target_id != str(user.pk)
    by = "您" if entry.actor_id == user.pk else "工作人员" if entry.actor_id else "系统"
    told = {"时间": entry.at, "操作人": by, "操作": audit.label(entry.action)}
    return told | {"对象": "另一位用户" if is_person else entry.target_name, "详情": entry.details}


# Rows as data -------------------------------------------------------------------------------------------------------


def rows(found, *left_out):
    return [row(one, *left_out) for one in found]


def row(thing, *left_out):
    """All fields of a row but those left out, labelled as on the site."""
    fields = [field for field in thing._meta.concrete_fields if field.name not in {"id", *left_out}]
    return row_of(thing, {field.name: str(field.verbose_name) for field in fields})


def picked(found, labels):
    return [row_of(one, labels) for one in found]


def row_of(thing, labels):
    return {label: value(thing, name) for name, label in labels.items()}


def value(thing, name):
    shown = getattr(thing, f"get_{name}_display", None)
    found = shown() if shown else getattr(thing, name)
    return str(found) if hasattr(found, "_meta") else found
