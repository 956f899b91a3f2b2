from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    name = "axrc.taxonomy"
    verbose_name = "分类数据"
