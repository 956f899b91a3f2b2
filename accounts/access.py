"""Who may open the pages of /my/: a stranger is asked to sign in, the wrong person finds nothing."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect

from accounts.models import Recruiter, User


def seeker_required(view):
    @wraps(view)
    @login_required
    def guarded(request, *args, **kwargs):
        if request.user.role != User.Role.SEEKER:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def employer_required(view):
    """Also for who has not registered a company yet: request.recruiter is None then."""

    @wraps(view)
    @login_required
    def guarded(request, *args, **kwargs):
        request.recruiter = Recruiter.objects.select_related("company").filter(user=request.user).first()
        if not request.recruiter and request.user.role != User.Role.EMPLOYER:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def recruiter_required(view):
    """Sets request.recruiter. An employer without a company is led to registering one."""

    @wraps(view)
    @employer_required
    def guarded(request, *args, **kwargs):
        if request.recruiter is None:
            return redirect("my:company")
        return view(request, *args, **kwargs)

    return guarded
