"""Fetching from the web in somebody's name: only what is public, only so much, only so long."""

import http.server
import socket
import threading
import time

import pytest
from django.core.exceptions import ValidationError

from axrc.web import fetching
from axrc.web.fetching import fetch, is_public

PUBLIC = "93.184.215.14"


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, self.headers["Host"]))
        kind = self.path.split("/")[1]
        if kind == "moved":
            self.send_response(302)
            self.send_header("Location", self.server.target)
            self.end_headers()
        elif kind == "slow":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(50):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.1)
            except OSError:
                pass
        elif kind == "large":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(12):
                    self.wfile.write(b"x" * 1024 * 1024)
            except OSError:
                pass
        else:
            self.send_response(404 if kind == "nothing" else 200)
            self.end_headers()
            self.wfile.write(b"content")

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.asked, server.target = [], ""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def web(server):
    """The web, as far as there is one: every name is public, and every connection ends at the server."""

    def resolve(host, port, **options):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (names.get(host, PUBLIC), port))]

    def open_socket(address, timeout):
        connected.append(address[0])
        return socket.create_connection(server.server_address, timeout)

    names, connected = {}, []
    options = {"resolve": resolve, "open_socket": open_socket}
    return type("Web", (), {"names": names, "connected": connected, "options": options})


def refusal(address, **options):
    with pytest.raises(ValidationError) as refused:
        fetch(address, **options)
    return refused.value.messages[0]


def test_a_file_comes_from_the_address_that_was_looked_at(server, web):
    file = fetch("http://example.com/图片/a b.jpg?x=茶", **web.options)
    assert file.read() == b"content"
    assert web.connected == [PUBLIC]
    assert server.asked == [("/%E5%9B%BE%E7%89%87/a%20b.jpg?x=%E8%8C%B6", "example.com")]


@pytest.mark.parametrize(
    "address",
    [
        *("ftp://example.com/a", "file:///etc/passwd", "javascript:alert(1)", "//example.com/a", "/media/a.png", ""),
        *("http://", "http:///a", "http://user:word@example.com/a", "http://example.com:6379/", "https://example.com:80/"),
        *("http://example.com:x/", "http://[::1/", "gopher://example.com/", "http://a@b@127.0.0.1/", "http://." + "a" * 300),
        "http://example.com:99999/",
    ],
)
def test_what_is_no_ordinary_address_is_refused_unseen(web, address):
    assert refusal(address, **web.options) == fetching.BAD_ADDRESS
    assert web.connected == []


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1"),
        *("::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1"),
    ],
)
def test_no_name_leads_to_an_address_that_is_not_public(web, address):
    web.names["example.com"] = address
    assert refusal("http://example.com/a.png", **web.options) == fetching.NOT_PUBLIC
    assert web.connected == []


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_a_public_address_is_public(address):
    assert is_public(address)


def test_one_private_address_among_public_ones_spoils_the_name(web):
    def resolve(host, port, **options):
        return [(2, 1, 6, "", (address, port)) for address in (PUBLIC, "127.0.0.1")]

    assert refusal("http://example.com/", **web.options | {"resolve": resolve}) == fetching.NOT_PUBLIC


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0", "127.1", "2130706433", "0x7f000001", "①②⑦.0.0.1"])
def test_this_machine_is_not_reached_under_any_of_its_names(server, monkeypatch, host):
    """With the real resolver."""
    monkeypatch.setitem(fetching.PORTS, "http", server.server_address[1])
    with pytest.raises(ValidationError):
        fetch(f"http://{host}/a.png")
    assert server.asked == []


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://inside.example/", "ftp://example.com/", "http://example.com:22/"]
)
def test_a_redirect_is_looked_at_like_the_first_address(server, web, target):
    server.target, web.names["inside.example"], web.names["127.0.0.1"] = target, "10.0.0.1", "127.0.0.1"
    assert refusal("http://example.com/moved", **web.options) in {fetching.NOT_PUBLIC, fetching.BAD_ADDRESS}
    assert len(server.asked) == 1


def test_a_redirect_is_followed_but_not_for_ever(server, web):
    server.target = "/a.png"
    assert fetch("http://example.com/moved", **web.options).read() == b"content"
    server.target = "/moved"
    assert refusal("http://example.com/moved", **web.options) == fetching.TOO_MANY_REDIRECTS
    assert len(server.asked) == 2 + fetching.MOST_REDIRECTS + 1


def test_a_file_too_large_is_not_read_to_its_end(web):
    assert refusal("http://example.com/large", **web.options) == fetching.TOO_BIG


def test_a_server_that_drips_is_left_in_time(web):
    started = time.monotonic()
    assert refusal("http://example.com/slow", patience=0.5, **web.options) == fetching.TOO_SLOW
    assert time.monotonic() - started < 8


def test_what_is_not_there_is_said(web):
    assert refusal("http://example.com/nothing", **web.options) == fetching.NO_ANSWER
    assert refusal("https://example.com/a", **web.options) == fetching.NO_ANSWER


def test_a_host_that_nobody_knows_is_said():
    def resolve(*arguments, **options):
        raise socket.gaierror

    assert refusal("http://nowhere.example/", resolve=resolve) == fetching.UNKNOWN_HOST
