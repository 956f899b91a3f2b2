"""Who sends a request, as far as the network can tell."""

import ipaddress

from django.conf import settings
from django.utils.crypto import salted_hmac

# A household has one IPv4 address but 2^64 of IPv6; both count as one sender.
IPV6_HOUSEHOLD = 64


def client_address(request):
    """The visitor's address, "" where there is none (a unix socket without a proxy's word).

    Anybody may write an X-Forwarded-For: only the entries added by the site's own proxies are believed, which are the
    last settings.TRUSTED_PROXY_COUNT of them.
    """
    proxies = settings.TRUSTED_PROXY_COUNT
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    if proxies and hops:
        return plain(hops[-min(proxies, len(hops))]) or plain(request.META.get("REMOTE_ADDR", ""))
    else:
        return plain(request.META.get("REMOTE_ADDR", ""))


def sender_key(request):
    """A keyed hash that is the same for all requests of one household: good for limiting, of no use without the key."""
    return salted_hmac("axrc.web.addresses", household(client_address(request)), algorithm="sha256").hexdigest()[:32]


def household(address):
    """The network that one subscriber has to himself."""
    if ":" in address:
        return str(ipaddress.ip_network((address, IPV6_HOUSEHOLD), strict=False))
    else:
        return address


def plain(text):
    """An address in its one canonical form, or "" for what is none."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return ""
    return str(getattr(address, "ipv4_mapped", None) or address)
