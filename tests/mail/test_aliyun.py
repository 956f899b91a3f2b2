"""Messages through Aliyun, against a server of our own that checks the signature as Aliyun documents it (ACS3-HMAC-SHA256)."""

import hashlib
import hmac
import json
import logging
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import find_spec
from urllib.parse import parse_qsl, quote, urlsplit

import pytest

from axrc.mail.sms.message import Message, NotSent
from tests import machine

KEY, SECRET = "LTAI-test", "the secret of this test"
NUMBER, CODE = "+8613800138000", "482913"


class Aliyun(HTTPServer):
    """Answers as Aliyun would: to who signs with the right secret."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Desk)
        self.accepted, self.says, self.status = [], "OK", 200


class Desk(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
        if not is_signed(self.command, query, self.headers, body):
            status, says = 403, "SignatureDoesNotMatch"
        else:
            status, says = self.server.status, self.server.says
            self.server.accepted.append((self.headers["x-acs-action"], self.headers["x-acs-version"], query))
        answer = json.dumps({"Code": says, "Message": f"about {query}", "RequestId": "R-1", "BizId": "B-1"}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args):
        pass


def is_signed(method, query, headers, body):
    """Whether the request carries the signature that our key makes of method, query, signed headers and body."""
    algorithm, _, rest = headers["Authorization"].partition(" ")
    said = dict(part.split("=", 1) for part in rest.split(","))
    signed = said["SignedHeaders"].split(";")
    must = {"host", "x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"}
    digest = hashlib.sha256(body).hexdigest()
    canonical = "\n".join(
        [
            method,
            "/",
            "&".join(f"{quote(name, safe='~')}={quote(query[name], safe='~')}" for name in sorted(query)),
            "".join(f"{name}:{headers[name].strip()}\n" for name in signed),
            said["SignedHeaders"],
            digest,
        ]
    )
    to_sign = f"ACS3-HMAC-SHA256\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    expected = hmac.new(SECRET.encode(), to_sign.encode(), hashlib.sha256).hexdigest()
    return (
        algorithm == "ACS3-HMAC-SHA256"
        and said["Credential"] == KEY
        and must <= set(signed)
        and headers["x-acs-content-sha256"] == digest
        and hmac.compare_digest(said["Signature"], expected)
    )


@pytest.fixture
def aliyun(settings):
    if not find_spec("alibabacloud_dysmsapi20170525"):
        machine.lacking("Aliyun's library is not installed (requirements-aliyun.in)")
    server = Aliyun()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    settings.SMS_BACKEND = "axrc.mail.sms.aliyun.Backend"
    settings.ALIYUN_SMS_ENDPOINT = f"http://127.0.0.1:{server.server_port}"
    settings.ALIYUN_ACCESS_KEY_ID, settings.ALIYUN_ACCESS_KEY_SECRET = KEY, SECRET
    settings.ALIYUN_SMS_TEMPLATES = {"shop/code": "SMS_154950909"}
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def send(template="shop/code"):
    from axrc.mail.sms.aliyun import Backend  # the library may be missing

    Backend().send(Message(NUMBER, template, f"验证码 {CODE}", {"code": CODE, "town": "西坪 & 感德+~"}))


def test_aliyun_gets_a_signed_request(aliyun):
    send()
    [(action, version, query)] = aliyun.accepted
    assert (action, version) == ("SendSms", "2017-05-25")
    assert query["PhoneNumbers"] == "13800138000"
    assert query["SignName"] == "安溪人才网"
    assert query["TemplateCode"] == "SMS_154950909"
    assert json.loads(query["TemplateParam"]) == {"code": CODE, "town": "西坪 & 感德+~"}


def test_a_wrong_secret_is_refused(aliyun, settings):
    settings.ALIYUN_ACCESS_KEY_SECRET = "another secret"
    with pytest.raises(NotSent, match="SignatureDoesNotMatch"):
        send()
    assert aliyun.accepted == []


def test_a_refusal_is_told_by_its_code(aliyun):
    aliyun.says = "isv.BUSINESS_LIMIT_CONTROL"
    with pytest.raises(NotSent, match=r"isv\.BUSINESS_LIMIT_CONTROL, request R-1"):
        send()


def test_a_template_that_aliyun_does_not_have_is_named(aliyun):
    with pytest.raises(NotSent, match="no template for shop/other"):
        send("shop/other")


def told(error):
    seen = []
    while error:
        seen.append(f"{error!r} {error}")
        error = None if error.__suppress_context__ else error.__context__
    return " ".join(seen)


@pytest.mark.parametrize("trouble", ["refusal", "breakdown", "nobody"])
def test_trouble_does_not_tell_number_or_code(aliyun, settings, caplog, trouble):
    if trouble == "nobody":
        settings.ALIYUN_SMS_ENDPOINT = "http://127.0.0.1:1"
    else:
        aliyun.says, aliyun.status = "Trouble", 400 if trouble == "refusal" else 500
    with caplog.at_level(logging.DEBUG), pytest.raises(NotSent) as caught:
        send()
    everything = told(caught.value) + caplog.text
    assert CODE not in everything
    assert "13800138000" not in everything


def test_a_message_that_arrives_leaves_no_trace_in_the_log(aliyun, caplog, capfd):
    with caplog.at_level(logging.DEBUG):
        send()
    output = capfd.readouterr()
    assert CODE not in caplog.text + output.out + output.err


@pytest.mark.django_db
def test_a_code_goes_all_the_way(aliyun, through):
    from axrc import mail

    with through():
        mail.sms(NUMBER, "shop/code", code=CODE, minutes=5)
    [(_, _, query)] = aliyun.accepted
    assert json.loads(query["TemplateParam"]) == {"code": CODE, "minutes": "5"}
