"""How large an article is set, as its reader wants it. The choice is kept in a cookie, never with a person."""

import re

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from axrc.web.same_site import is_ours

COOKIE = "reading_size"
ONE_YEAR = 365 * 24 * 3600  # seconds
LONGEST_ADDRESS = 500


class Size(TextChoices):
    NORMAL = "normal", "标准字号"
    LARGE = "large", "大字号"
    LARGER = "larger", "特大字号"


def size_of(request):
    """What the reader chose. A page that shows it varies by its cookies."""
    chosen = request.COOKIES.get(COOKIE)
    return Size(chosen) if chosen in Size.values else Size.NORMAL


@csrf_exempt
@require_POST
def reading_size(request):
    """Keep the size and go back to the article. The normal size needs no cookie."""
    size = request.POST.get("size")
    if not is_ours(request):
        raise PermissionDenied
    elif size not in Size.values:
        return HttpResponseBadRequest("没有这个字号，请返回文章重新选择。", content_type="text/plain; charset=utf-8")
    else:
        response = redirect(way_back(request.POST.get("next", "")))
        keep(response, size)
        return response


def way_back(address):
    """A path of this site; the news centre for anything else."""
    is_path = re.match(r"/(?![/\\])", address) and address.isprintable() and len(address) <= LONGEST_ADDRESS
    is_here = is_path and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_here else reverse("news:front")


def keep(response, size):
    if size == Size.NORMAL:
        response.delete_cookie(COOKIE, samesite="Lax")
    else:
        response.set_cookie(
            COOKIE, size, max_age=ONE_YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
        )
