"""What reviewers choose from when they send a posting back; staff may reword it."""

from django.db import migrations

REASONS = [
    ("含歧视性内容", "职位里有法律不允许的要求（如限性别、户籍、婚育、民族）。请删去标出的文字，只写工作真正需要的条件。"),
    ("职责不清楚", "看不出具体做什么。请逐条写明主要工作内容，求职者才好判断合不合适。"),
    ("薪资不真实或差距太大", "薪资上下限差距太大或明显偏离当地水平。请写多数员工实际拿到的数，并说明由哪些部分组成。"),
    ("收费、押金或扣证件", "不能向求职者收取押金、培训费、服装费等任何费用，也不能扣押证件。请删去有关内容。"),
    ("地点不清楚", "工作地点要写到求职者能找到的程度，例如街道门牌、园区楼栋。"),
    ("类别不符", "职位类别和内容不一致，求职者会找不到。请重新选择类别。"),
    ("一个职位写了几个岗位", "请把不同的岗位分开发布，每个职位只写一个岗位。"),
    ("联系方式写在正文里", "正文里请不要留电话、微信或网址，联系方式填在专门的栏目里。"),
    ("疑似中介或培训招生", "内容像中介代招或培训招生。请说明真实用工单位，培训招生不能作为职位发布。"),
    ("和在招职位重复", "这个职位和正在招聘的另一个几乎一样，请合并，或说明不同之处。"),
]


def write(apps, schema_editor):
    reasons = apps.get_model("jobs.SendBackReason").objects.using(schema_editor.connection.alias)
    for order, (title, text) in enumerate(REASONS):
        reasons.get_or_create(title=title, defaults={"text": text, "order": order})


class Migration(migrations.Migration):
    dependencies = [("jobs", "0010_submissions")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop, elidable=False)]
