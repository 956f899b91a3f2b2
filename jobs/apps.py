from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "jobs"
    verbose_name = "职位"

    def ready(self):
        from accounts import hiring, personal
        from accounts.signals import company_changed
        from jobs import publishing
        from jobs.company_jobs import hiring_companies

        company_changed.connect(lambda company, **_: publishing.reindex_company(company), weak=False, dispatch_uid="jobs")
        personal.is_erased(publishing.forget_contact)
        hiring.companies = hiring_companies
