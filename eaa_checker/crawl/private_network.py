"""Looking up hosts, so that no scan wanders into a private network."""

from __future__ import annotations

import asyncio
import ipaddress
import socket

from eaa_checker.domain.web_address import is_private_host


async def look_up(host: str, port: int) -> list[str]:
    """The IP addresses of *host*, IPv4 first, without repeats. Raises OSError when there are none."""
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # the codec of names refuses what DNS could not hold either
        raise socket.gaierror(socket.EAI_NONAME, str(error)) from error
    ordered = sorted(found, key=lambda entry: entry[0] != socket.AF_INET)
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in ordered))


async def resolves_to_private(host: str) -> bool:
    """Whether *host* is, or any of its addresses is, on a private network; False when the name is unknown."""
    if is_private_host(host):
        return True
    try:
        addresses = await look_up(host, 443)
    except OSError:
        return False
    return any(is_private_host(ip) for ip in addresses)
