"""Logging in with WeChat: offered where its keys are set, and then without dead ends."""

import os
import subprocess
import sys

import pytest

from accounts.wechat import readable_nickname

# Runs in a process of its own, since the keys decide what is installed.
CODE = """
from unittest import mock
from urllib.parse import urlsplit, parse_qs
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment
from accounts.models import User
from axrc import mail

call_command("migrate", verbosity=0)
setup_test_environment()
client, codes = Client(), []
page = client.get("/accounts/login/")
print("用微信登录" in page.content.decode(), "open.weixin.qq.com" in page.headers["Content-Security-Policy"])
answer = client.post("/accounts/weixin/login/?process=login")
way = urlsplit(answer.url)
print(way.netloc, parse_qs(way.query)["appid"])

class WeChat:
    status_code = 200
    def __init__(self, data): self.data = data
    def json(self): return self.data
    def raise_for_status(self): pass

class Wire:
    def __enter__(self): return self
    def __exit__(self, *args): pass
    def request(self, *args, **kwargs): return WeChat({"access_token": "t", "openid": "o1", "expires_in": 7200})
    def get(self, *args, **kwargs): return WeChat({"openid": "o1", "nickname": "张三"})

def sms(number, name, *, code="", **rest): codes.append(code)

with mock.patch("accounts.wechat.SocialAccountAdapter.get_requests_session", lambda self: Wire()), mock.patch.object(mail, "sms", sms), mock.patch.object(mail, "can_sms", lambda: True):
    answer = client.get("/accounts/weixin/login/callback/", {"code": "c", "state": parse_qs(way.query)["state"][0]})
    form = client.get(answer.url).content.decode()
    print(answer.url, "还差一步" in form, "张三" in form)
    answer = client.post(answer.url, {"role": "seeker", "phone": "13800138000", "consent": "on"})
    print(answer.url)
    client.post(answer.url, {"code": codes[-1]})
    user = User.objects.get()
    print(user.name, user.phone, bool(user.phone_verified_at), user.consents.count(), "_auth_user_id" in client.session)
    client.post("/accounts/logout/")
    answer = client.post("/accounts/weixin/login/?process=login")
    state = parse_qs(urlsplit(answer.url).query)["state"][0]
    client.get("/accounts/weixin/login/callback/", {"code": "c", "state": state})
    print("again", "_auth_user_id" in client.session)
"""


@pytest.fixture
def with_keys(tmp_path):
    environment = os.environ | {
        "DEBUG": "1", "ALLOWED_HOSTS": "testserver", "VAR_DIR": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "REDIS_URL": "", "WEIXIN_CLIENT_ID": "wx1", "WEIXIN_SECRET": "secret",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v", "0", "-c", CODE],
        env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.splitlines()


def test_who_comes_by_wechat_gives_a_number_once_and_is_known_from_then_on(with_keys):
    assert with_keys == [
        "True True",
        "open.weixin.qq.com ['wx1']",
        "/accounts/3rdparty/signup/ True False",
        "/accounts/phone/verify/",
        "张三 +8613800138000 True 2 True",
        "again True",
    ]


def test_without_keys_it_is_not_offered(client, db):
    assert "微信" not in client.get("/accounts/login/").content.decode()
    assert client.post("/accounts/weixin/login/").status_code == 404


@pytest.mark.parametrize(
    ("given", "read"), [(r"\u5f20\u4e09", "张三"), ("张三", "张三"), ("", ""), (None, ""), (r"C:\users", r"C:\users")]
)
def test_a_nickname_is_read_as_its_owner_wrote_it(given, read):
    assert readable_nickname(given) == read
