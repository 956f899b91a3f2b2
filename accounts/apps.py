from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "用户与企业"

    def ready(self):
        from django.contrib.auth.signals import user_logged_in

        from accounts.resumes import hiding
        from axrc import audit

        user_logged_in.connect(hiding.seen_again, dispatch_uid="accounts.resumes")
        audit.name_actions(
            {
                "resume.opened": "打开简历",
                "account.closed": "注销账号",
                "account.taken_back": "撤回注销",
                "account.erased": "删除已注销账号的资料",
                "user.added": "新增用户",
                "user.changed": "修改用户",
                "user.second_factor_reset": "重置二次验证",
                "company.registered": "登记企业",
                "company.edited": "修改企业资料",
                "company.photo_added": "加企业照片",
                "company.photo_removed": "删企业照片",
                "company.address_added": "加企业地址",
                "company.address_removed": "删企业地址",
                "company.closed": "随负责人注销关闭企业",
                "company.opened_again": "随负责人撤回注销恢复企业",
                "company.verified": "通过企业认证",
                "verification.submitted": "提交企业认证",
                "verification.refused": "退回企业认证",
                "verification.withdrawn": "撤回企业认证",
                "verification.file_opened": "查看执照或授权书",
                "team.invited": "邀请招聘专员",
                "team.invitation_withdrawn": "收回邀请",
                "team.joined": "加入招聘团队",
                "team.declined": "谢绝邀请",
                "team.removed": "移出招聘团队",
                "team.left": "退出招聘团队",
                "team.handed_over": "移交负责人",
            }
        )
