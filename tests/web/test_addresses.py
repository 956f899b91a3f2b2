"""Whom a request comes from."""

import pytest
from django.test import RequestFactory

from axrc.web.addresses import client_address, sender_key

PROXY = "10.0.0.9"


def request_from(address, forwarded=None):
    headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
    return RequestFactory(REMOTE_ADDR=address).get("/", headers=headers)


def test_without_proxies_nobody_is_believed(settings):
    settings.TRUSTED_PROXY_COUNT = 0
    assert client_address(request_from("203.0.113.5", forwarded="198.51.100.7")) == "203.0.113.5"


def test_one_proxy_is_believed_for_what_it_added(settings):
    settings.TRUSTED_PROXY_COUNT = 1
    assert client_address(request_from(PROXY, forwarded="198.51.100.7")) == "198.51.100.7"


def test_what_the_visitor_wrote_before_the_proxy_is_not_believed(settings):
    settings.TRUSTED_PROXY_COUNT = 1
    assert client_address(request_from(PROXY, forwarded="1.1.1.1, 198.51.100.7")) == "198.51.100.7"


def test_two_proxies_are_two_steps_back(settings):
    settings.TRUSTED_PROXY_COUNT = 2
    assert client_address(request_from(PROXY, forwarded="1.1.1.1, 198.51.100.7, 10.0.0.8")) == "198.51.100.7"


@pytest.mark.parametrize("forwarded", [None, "", " , ", "unknown", "<script>"])
def test_a_header_without_an_address_leaves_the_proxys_own(settings, forwarded):
    settings.TRUSTED_PROXY_COUNT = 1
    assert client_address(request_from(PROXY, forwarded=forwarded)) == PROXY


def test_a_unix_socket_has_no_address():
    assert client_address(request_from("")) == ""


def test_an_ipv4_address_is_the_same_when_written_as_ipv6():
    assert sender_key(request_from("::ffff:203.0.113.5")) == sender_key(request_from("203.0.113.5"))


def test_a_household_is_one_sender_however_many_ipv6_addresses_it_has():
    assert sender_key(request_from("2001:db8:1:2::a")) == sender_key(request_from("2001:db8:1:2:ffff::b"))
    assert sender_key(request_from("2001:db8:1:2::a")) != sender_key(request_from("2001:db8:1:3::a"))


def test_the_key_of_a_sender_does_not_tell_the_address(settings):
    key = sender_key(request_from("203.0.113.5"))
    settings.SECRET_KEY = "another"
    assert sender_key(request_from("203.0.113.5")) != key
