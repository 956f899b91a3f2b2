"""Fetches a file from the web for somebody, without letting him reach what only this machine can reach.

Whoever names an address could otherwise make the server call its own database, its neighbours, or the machine that
hands out credentials. So the name is resolved here, every address it stands for must be public, and the connection goes
to the very address that was looked at; the same again for each redirect.
"""

import ipaddress
import socket
import ssl
import time
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from threading import Timer
from urllib.parse import quote, urljoin, urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

MOST_BYTES = 10 * 1024 * 1024
MOST_REDIRECTS = 3
PATIENCE = 8  # seconds, redirects included
HEADERS = {"User-Agent": "axrc", "Accept": "image/*", "Accept-Encoding": "identity"}
# Of the path and the query; the rest, Chinese above all, is written with percents.
LEFT_ALONE = "/%:@!$&'()*+,;=~-._?"
PORTS = {"http": 80, "https": 443}
# All of IPv6 that is given out; the rest has special meanings, and some of it leads to addresses of IPv4.
IPV6_PUBLIC = ipaddress.ip_network("2000::/3")

BAD_ADDRESS = "网址不完整，或者不是 http:// 或 https:// 开头的普通网址。"
NOT_PUBLIC = "这个网址指向内部网络，不能抓取。"
UNKNOWN_HOST = "找不到这个网站。"
TOO_BIG = f"文件超过 {MOST_BYTES // 1024 // 1024} MB。"
TOO_SLOW = "对方网站太慢，没有等到。"
NO_ANSWER = "对方网站没有正常回应。"
TOO_MANY_REDIRECTS = "对方网站转来转去，没有到头。"


class PinnedConnection(HTTPConnection):
    """A connection to `address`, whatever the name of the host may resolve to by now."""

    def __init__(self, target, address, timeout, open_socket):
        super().__init__(target.hostname, PORTS[target.scheme], timeout=timeout)
        self.default_port = PORTS[target.scheme]
        self.is_secure = target.scheme == "https"
        self.address, self.open_socket = address, open_socket
        self.wire = None  # stays when the connection hands its socket over to the answer

    def connect(self):
        self.wire = self.sock = self.open_socket((self.address, self.port), timeout=self.timeout)
        if self.is_secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.wire = self.sock
            self.sock.do_handshake()


def fetch(address, *, patience=PATIENCE, resolve=socket.getaddrinfo, open_socket=socket.create_connection):
    """The file at an address of the public web. Raises ValidationError with the reason why there is none."""
    deadline = time.monotonic() + patience
    for _ in range(MOST_REDIRECTS + 1):
        found = step(checked(address), deadline, resolve, open_socket)
        if not isinstance(found, str):
            return found
        address = urljoin(address, found)
    raise ValidationError(TOO_MANY_REDIRECTS)


def checked(address):
    """The parts of an ordinary address of the web: no other port, no name and password."""
    try:
        target = urlsplit(address)
        port = target.port
        (target.hostname or "").encode("idna")
    except ValueError as error:
        raise ValidationError(BAD_ADDRESS) from error
    is_ordinary = target.scheme in PORTS and target.hostname and "@" not in target.netloc
    if not is_ordinary or port not in {None, PORTS[target.scheme]}:
        raise ValidationError(BAD_ADDRESS)
    return target


def step(target, deadline, resolve, open_socket):
    """The file, or the address to which it has moved."""
    public = public_address(target, resolve)
    left = deadline - time.monotonic()
    if left <= 0:
        raise ValidationError(TOO_SLOW)
    connection = PinnedConnection(target, public, left, open_socket)
    try:
        with cut_off_at(deadline, connection):
            return answer(connection, target, deadline)
    except (OSError, HTTPException, ValueError) as error:
        raise ValidationError(TOO_SLOW if time.monotonic() >= deadline else NO_ANSWER) from error
    finally:
        connection.close()


def public_address(target, resolve):
    """The first address of the host; all of them have to be public, or the next request might get another one."""
    try:
        found = resolve(target.hostname, PORTS[target.scheme], type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ValidationError(UNKNOWN_HOST) from error
    addresses = [entry[4][0] for entry in found]
    if not addresses or not all(is_public(address) for address in addresses):
        raise ValidationError(NOT_PUBLIC)
    return addresses[0]


def is_public(address):
    address = ipaddress.ip_address(address.partition("%")[0])
    if address.version == 6:
        leads_to_ipv4 = address.sixtofour or address.teredo
        return address in IPV6_PUBLIC and address.is_global and not leads_to_ipv4
    else:
        return address.is_global and not address.is_multicast


@contextmanager
def cut_off_at(deadline, connection):
    """A timeout of a socket starts anew with each byte; this one does not."""
    timer = Timer(max(0, deadline - time.monotonic()), shut, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def shut(connection):
    with suppress(OSError, AttributeError):
        connection.wire.shutdown(socket.SHUT_RDWR)


def answer(connection, target, deadline):
    address = target.path + (f"?{target.query}" if target.query else "")
    connection.request("GET", "/" + quote(address, safe=LEFT_ALONE).removeprefix("/"), headers=HEADERS)
    response = connection.getresponse()
    moved_to = response.headers.get("Location")
    if response.status in {301, 302, 303, 307, 308} and moved_to:
        return moved_to
    if response.status != 200:
        raise ValidationError(NO_ANSWER)
    content = response.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValidationError(TOO_BIG)
    if time.monotonic() >= deadline:
        raise ValidationError(TOO_SLOW)
    return ContentFile(content, name=target.path.rpartition("/")[2][-100:])
