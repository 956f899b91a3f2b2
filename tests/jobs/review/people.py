"""Who sits at the desk, and where what they decide about lies."""

from django.contrib.auth.models import Group

from tests.factories import UserFactory


def staff(name, group):
    user = UserFactory(name=name, is_staff=True, role="staff")
    user.groups.add(Group.objects.get(name=group))
    return user


def page_of(submission):
    return f"/admin/jobs/submission/{submission.pk}/change/"
