"""The sections that a county's paper needs (DOMAIN.md, value lists). Staff may rename, order and add."""

from django.db import migrations

SECTIONS = {
    "local": ("本地要闻", "安溪各乡镇的产业、企业和民生"),
    "policy": ("就业政策", "就业创业补贴、社保和人才政策"),
    "exam": ("公招公告", "事业单位、国企和公益岗位的公开招聘"),
    "hiring": ("招聘动态", "招聘会、企业用工和求职行情"),
    "guide": ("职业指导", "求职、面试、技能和职业规划"),
    "law": ("劳动法规", "劳动合同、工资、工时和维权"),
    "site": ("网站公告", "安溪人才网的通知和规则"),
}


def load(apps, schema_editor):
    sections = apps.get_model("news.Section").objects.using(schema_editor.connection.alias)
    for order, (slug, (name, description)) in enumerate(SECTIONS.items(), start=1):
        sections.get_or_create(slug=slug, defaults={"name": name, "order": order, "description": description})


class Migration(migrations.Migration):
    dependencies = [("news", "0001_articles")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]
