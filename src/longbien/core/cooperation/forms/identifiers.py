# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Identifiers of accounts, addresses and devices: each kind cleaned to one spelling, so that both sides look up the same thing.

Two questions are kept apart. `clean_identifier` looks at the shape alone and decides the same on every node, whatever its
version: an act is never refused for it. `implausible` asks checksums and numbering plans, which change with the years: it
warns the drafting officer, for a wrong identifier is the first published reason why requests fail.
"""

import re
from collections.abc import Callable, Mapping
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_network
from typing import Final

import phonenumbers
from stdnum import bic, iban, imei, imsi, luhn, meid

from longbien.core.base.errors import MalformedError
from longbien.core.cooperation.forms.wallets import wallet_implausible

MAX_VALUE: Final = 2000
_LABEL: Final = r"(?!-)[^\s.@/:?#\[\]\\,;<>\"'()\x00-\x1f]{1,63}(?<!-)"
_DOMAIN: Final = re.compile(rf"(?:{_LABEL}\.)+{_LABEL}\.?")
_LOCAL_PART: Final = re.compile(r"[^\s@<>()\[\],;:\\\"\x00-\x1f]{1,64}")
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}://[^\s/?#]{1,300}[^\s]*")
_PHONE: Final = re.compile(r"\+[1-9][0-9]{6,14}")
_SHAPES: Final[Mapping[str, re.Pattern[str]]] = {
    "msisdn": _PHONE,
    "imsi": re.compile(r"[0-9]{14,15}"),
    "imei": re.compile(r"[0-9]{14,16}"),
    "meid": re.compile(r"[0-9A-F]{14}|[0-9]{18}"),
    "iccid": re.compile(r"[0-9]{18,22}"),
    "iban": re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}"),
    "bic": re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?"),
    "asn": re.compile(r"(?:AS)?([1-9][0-9]{0,9})"),
    "mac": re.compile(r"[0-9a-f]{12}"),
    "wallet-bitcoin": re.compile(r"[13][1-9A-HJ-NP-Za-km-z]{25,39}|bc1[02-9ac-hj-np-z]{8,87}"),
    "wallet-ethereum": re.compile(r"0x[0-9a-fA-F]{40}"),
    "wallet-tron": re.compile(r"T[1-9A-HJ-NP-Za-km-z]{33}"),
    "wallet-monero": re.compile(r"[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?"),
    "transaction-id": re.compile(r"(?:0x)?[0-9a-f]{64}"),
    "file-hash": re.compile(r"[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}"),
    "url": _URL,
}
_SEPARATORS: Final = re.compile(r"[\s.:\-]")


def clean_identifier(kind: str, text: str) -> str:
    """Give the one spelling of an identifier; MalformedError `cooperation.identifier_*` if it cannot be one."""
    value = text.strip()
    if not 0 < len(value) <= MAX_VALUE:
        raise MalformedError("cooperation.identifier_length", limit=MAX_VALUE)
    return _CLEANERS.get(kind, _as_it_is)(value)


def public_address(kind: str, value: str) -> bool:
    """Tell whether an IP address is one that a provider on the public Internet can look up."""
    if kind == "ipv4":
        return IPv4Address(value).is_global
    return IPv6Address(value).is_global


def clean_email(text: str) -> str:
    """Give an e-mail address with its domain in lower case; the part before the @ keeps its case (RFC 5321, 2.4)."""
    local, at, domain = text.strip().rpartition("@")
    if (
        not at
        or len(domain) > 253
        or _LOCAL_PART.fullmatch(local) is None
        or _DOMAIN.fullmatch(domain) is None
        or local.startswith(".")
        or local.endswith(".")
        or ".." in local
    ):
        raise MalformedError("cooperation.identifier_email", value=text[:80])
    return f"{local}@{domain.rstrip('.').lower()}"


def clean_phone(text: str) -> str:
    """Give a telephone number in international form (E.164); a number without its country code is refused."""
    value = text.strip()
    if _PHONE.fullmatch(value):
        return value
    try:
        number = phonenumbers.parse(value[:40], None)
    except phonenumbers.NumberParseException as error:
        raise MalformedError("cooperation.identifier_msisdn", value=value[:40]) from error
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if len(value) > 40 or number.extension or _PHONE.fullmatch(written) is None:
        raise MalformedError("cooperation.identifier_msisdn", value=value[:40])
    return written


def implausible(kind: str, value: str) -> bool:
    """Tell whether a clean identifier fails its checksum or numbering plan: most likely a digit is wrong."""
    check = _CHECKED.get(kind)
    return wallet_implausible(kind, value) if check is None else not check(value)


def network_size(value: str) -> int:
    """Give how many addresses a range has."""
    return ip_network(value).num_addresses


def _possible_phone(value: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(value, None))
    except phonenumbers.NumberParseException:
        return False


def _ipv4(text: str) -> str:
    try:
        return str(IPv4Address(text))
    except AddressValueError as error:
        raise MalformedError("cooperation.identifier_ipv4", value=text[:60]) from error


def _ipv6(text: str) -> str:
    try:
        address = IPv6Address(text)
    except AddressValueError as error:
        raise MalformedError("cooperation.identifier_ipv6", value=text[:60]) from error
    if address.scope_id is not None or address.ipv4_mapped is not None:
        raise MalformedError("cooperation.identifier_ipv6", value=text[:60])
    return str(address)


def _range(text: str) -> str:
    try:
        return str(ip_network(text))
    except ValueError as error:
        raise MalformedError("cooperation.identifier_range", value=text[:60]) from error


def _asn(text: str) -> str:
    match = _SHAPES["asn"].fullmatch(_SEPARATORS.sub("", text).upper())
    if match is None or int(match[1]) >= 1 << 32:
        raise MalformedError("cooperation.identifier_asn", value=text[:40])
    return f"AS{match[1]}"


def _domain(text: str) -> str:
    if len(text) > 253 or _DOMAIN.fullmatch(text) is None:
        raise MalformedError("cooperation.identifier_domain", value=text[:80])
    return text.rstrip(".").lower()


def _mac(text: str) -> str:
    digits = _shaped("mac", _SEPARATORS.sub("", text).lower(), "cooperation.identifier_mac")
    return ":".join(digits[index : index + 2] for index in range(0, 12, 2))


def _shaped(kind: str, value: str, code: str) -> str:
    if _SHAPES[kind].fullmatch(value) is None:
        raise MalformedError(code, value=value[:80])
    return value


def _packed(text: str) -> str:
    return _SEPARATORS.sub("", text).upper()


def _as_it_is(text: str) -> str:
    return text


_CLEANERS: Final[Mapping[str, Callable[[str], str]]] = {
    "ipv4": _ipv4,
    "ipv6": _ipv6,
    "msisdn": clean_phone,
    "email": clean_email,
    "domain": _domain,
    "mac": _mac,
    "imsi": lambda text: _shaped("imsi", _SEPARATORS.sub("", text), "cooperation.identifier_imsi"),
    "imei": lambda text: _shaped("imei", _SEPARATORS.sub("", text), "cooperation.identifier_imei"),
    "url": lambda text: _shaped("url", text, "cooperation.identifier_url"),
    "wallet-bitcoin": lambda text: _shaped("wallet-bitcoin", text, "cooperation.identifier_wallet"),
    "wallet-ethereum": lambda text: _shaped("wallet-ethereum", text, "cooperation.identifier_wallet"),
    "wallet-tron": lambda text: _shaped("wallet-tron", text, "cooperation.identifier_wallet"),
    "wallet-monero": lambda text: _shaped("wallet-monero", text, "cooperation.identifier_wallet"),
    "file-hash": lambda text: _shaped("file-hash", text.lower(), "cooperation.identifier_hash"),
    "transaction-id": lambda text: _shaped(
        "transaction-id", text.lower(), "cooperation.identifier_transaction"
    ),
    "ip-range": _range,
    "asn": _asn,
    "meid": lambda text: _shaped("meid", _packed(text), "cooperation.identifier_meid"),
    "iccid": lambda text: _shaped("iccid", _packed(text), "cooperation.identifier_iccid"),
    "iban": lambda text: _shaped("iban", _packed(text), "cooperation.identifier_iban"),
    "bic": lambda text: _shaped("bic", _packed(text), "cooperation.identifier_bic"),
}

_CHECKED: Final[Mapping[str, Callable[[str], bool]]] = {
    "msisdn": _possible_phone,
    "imei": imei.is_valid,
    "imsi": imsi.is_valid,
    "meid": meid.is_valid,
    "iccid": luhn.is_valid,
    "iban": iban.is_valid,
    "bic": bic.is_valid,
}
"""Kinds with a checksum or numbering plan of their own; wallets have theirs in `wallets`."""
