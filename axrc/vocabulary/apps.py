from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "axrc.vocabulary"
    verbose_name = "搜索用词"
