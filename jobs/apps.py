from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "jobs"
    verbose_name = "职位"

    def ready(self):
        from accounts.signals import company_changed
        from jobs import publishing

        company_changed.connect(lambda company, **_: publishing.reindex_company(company), weak=False, dispatch_uid="jobs")
