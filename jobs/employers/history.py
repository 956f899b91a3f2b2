"""What happened to a job, in words for the people of its company."""

from dataclasses import dataclass

from axrc.audit.models import Entry
from jobs.life import content
from jobs.models import Job

# The latest so many are shown; a job that is refreshed every day has hundreds.
SHOWN = 50


@dataclass
class Happening:
    """`entry` with its actor read."""

    entry: Entry

    @property
    def at(self):
        return self.entry.at

    @property
    def who(self):
        """Colleagues by their name; whoever decides for the site is 审核人员, the clock is 系统."""
        if self.entry.actor_id is None:
            return "系统"
        elif self.entry.actor is None:
            return "已注销用户"
        else:
            return "审核人员" if self.entry.actor.is_staff else str(self.entry.actor)

    @property
    def what(self):
        say = WORDS.get(self.entry.action, "")
        return say(self.entry.details) if callable(say) else say or "其他操作"


def fields(details):
    """The names of changed fields, as the form calls them."""
    labels = content.labels()
    return "、".join(str(labels[name]) for name in details.get("fields", []) if name in labels)


def edited(words):
    return lambda details: f"{words}：{fields(details)}" if fields(details) else words


def until(words):
    return lambda details: f"{words}，招到 {details['until']}" if details.get("until") else words


def because(words):
    return lambda details: f"{words}：{details['reason']}" if details.get("reason") else words


def created(details):
    source = details.get("source", Job.Source.SELF)
    is_named = source in Job.Source.values and source != Job.Source.SELF
    return f"新建（{Job.Source(source).label}）" if is_named else "新建"


def closed(details):
    reason = details.get("reason")
    return f"关闭：{Job.CloseReason(reason).label}" if reason in Job.CloseReason.values else "关闭"


def hired(details):
    answer = details.get("hired")
    return f"招聘结果：{Job.Hired(answer).label}" if answer in Job.Hired.values else "告诉了招聘结果"


WORDS = {
    "job.created": created,
    "job.edited": edited("修改"),
    "job.submitted": "提交审核",
    "job.published": "发布",
    "job.withdrawn": "撤回",
    "job.edit_submitted": edited("提交修改，等待审核"),
    "job.edit_withdrawn": "撤回修改",
    "job.accepted": "审核通过，公开",
    "job.checked": "复核通过",
    "job.sent_back": because("退回"),
    "job.edit_accepted": "修改审核通过，公开",
    "job.edit_refused": because("退回修改"),
    "job.paused": "暂停",
    "job.resumed": "恢复招聘",
    "job.closed": closed,
    "job.renewed": until("延期"),
    "job.relisted": until("重新发布"),
    "job.refreshed": "刷新",
    "job.hired": hired,
    "job.frozen": because("冻结"),
    "job.unfrozen": "解除冻结",
    "job.removed": because("下架"),
    "job.marked": "设置急聘或推广",
}


def history(job):
    """What happened, the latest first."""
    return [Happening(entry) for entry in Entry.objects.about(job).select_related("actor").order_by("-at", "-pk")[:SHOWN]]
