"""The group 审核 decides verifications, with reasons to choose from."""

from django.db import migrations

from axrc.web import rights

RIGHTS = {
    **rights.on("verification", ["view", "change"]),
    **rights.on("refusalreason", ["view", "add", "change"]),
    **rights.on("company", ["view"]),
    **rights.on("recruiter", ["view"]),
    **rights.on("companyphoto", ["view"]),
    **rights.on("companyaddress", ["view"]),
}
REASONS = [
    ("照片看不清", "营业执照的照片看不清。请在光线好的地方把四角拍全，能看清每一个字后重新提交。"),
    ("名称或代码不一致", "填写的企业名称或统一社会信用代码与营业执照不一致。请照营业执照逐字填写后重新提交。"),
    ("执照已注销或过期", "这份营业执照已经注销、吊销或超过有效期。请提交现在有效的营业执照。"),
    ("缺少授权书或没有盖章", "缺少授权书，或授权书没有盖章、签字。请下载模板，填写、盖章后拍照重新提交。"),
    ("授权书与经办人不一致", "授权书上的被授权人与提交人不是同一个人。请由被授权人登录提交，或更换授权书。"),
    ("不是用人单位", "提交的单位不直接用工。职业中介机构请先与本站联系，说明人力资源服务许可情况。"),
]


def write(apps, schema_editor):
    reasons = apps.get_model("accounts.RefusalReason").objects.using(schema_editor.connection.alias)
    for order, (title, text) in enumerate(REASONS, start=1):
        reasons.get_or_create(title=title, defaults={"text": text, "order": order})


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_verification_and_teams"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        rights.give("审核", "accounts", RIGHTS),
        migrations.RunPython(write, migrations.RunPython.noop, elidable=False),
    ]
