from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "jobs"
    verbose_name = "职位"

    def ready(self):
        from accounts import hiring, personal
        from accounts.signals import company_changed
        from axrc import audit
        from jobs import publishing
        from jobs.company_jobs import hiring_companies
        from jobs.sheets import importing

        company_changed.connect(lambda company, **_: publishing.reindex_company(company), weak=False, dispatch_uid="jobs")
        personal.is_erased(publishing.forget_contact)
        personal.is_erased(importing.forget_leaver)
        hiring.companies = hiring_companies
        audit.name_actions(
            {
                "job.created": "新建职位",
                "job.edited": "修改职位",
                "job.submitted": "提交职位",
                "job.published": "发布职位（先发后审）",
                "job.withdrawn": "撤回职位",
                "job.edit_submitted": "提交职位的修改",
                "job.edit_withdrawn": "撤回职位的修改",
                "job.accepted": "通过职位",
                "job.checked": "复核职位",
                "job.sent_back": "退回职位",
                "job.edit_accepted": "通过职位的修改",
                "job.edit_refused": "退回职位的修改",
                "job.paused": "暂停职位",
                "job.resumed": "恢复职位",
                "job.closed": "关闭职位",
                "job.renewed": "延长职位",
                "job.relisted": "重新发布职位",
                "job.refreshed": "刷新职位",
                "job.hired": "告诉招聘结果",
                "job.frozen": "冻结职位",
                "job.unfrozen": "解除职位冻结",
                "job.removed": "下架职位",
                "job.marked": "设置急聘和推广",
                "company.jobs_imported": "批量导入职位",
                "company.jobs_exported": "导出职位",
            }
        )
