# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Identifiers: one spelling each, and what a checksum or a numbering plan can catch is caught."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.identifiers import clean_identifier, implausible, public_address

GOOD = [
    ("ipv4", " 203.0.113.9 ", "203.0.113.9"),
    ("ipv6", "2001:DB8::0001", "2001:db8::1"),
    ("msisdn", "+43 (1) 26060-0", "+431260600"),
    ("msisdn", "+84 24 3822 5678", "+842438225678"),
    ("email", "Some.One@EXAMPLE.org", "Some.One@example.org"),
    ("email", "tên@ví-dụ.vn", "tên@ví-dụ.vn"),
    ("imei", "49-015420-323751-8", "490154203237518"),
    ("imsi", "429011234567890", "429011234567890"),
    ("mac", "00-1B-63-84-45-E6", "00:1b:63:84:45:e6"),
    ("mac", "001b.6384.45e6", "00:1b:63:84:45:e6"),
    ("domain", "Example.ORG.", "example.org"),
    ("url", "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ("wallet-bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    (
        "wallet-ethereum",
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0x52908400098527886E0F7030069857D2E4169EE7",
    ),
    ("file-hash", "D41D8CD98F00B204E9800998ECF8427E", "d41d8cd98f00b204e9800998ecf8427e"),
    ("file-hash", "CF83E135" * 16, "cf83e135" * 16),
    ("account-id", "  user 77 ", "user 77"),
    ("ip-range", "203.0.113.0/24", "203.0.113.0/24"),
    ("ip-range", "2001:DB8::/48", "2001:db8::/48"),
    ("asn", "as 64500", "AS64500"),
    ("asn", "64500", "AS64500"),
    ("meid", "af-012345-0abcde", "AF0123450ABCDE"),
    ("iccid", "8931 0860 2140 4223 9113", "89310860214042239113"),
    ("iban", "GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432"),
    ("bic", "deutdeff", "DEUTDEFF"),
    ("transaction-id", "0x" + "AB" * 32, "0x" + "ab" * 32),
    ("wallet-tron", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
    ("wallet-monero", "4" + "A" * 94, "4" + "A" * 94),
]
BAD = [
    ("ipv4", "203.0.113.300"),
    ("ipv4", "203.0.113"),
    ("ipv4", "010.1.1.1"),
    ("ipv6", "fe80::1%eth0"),
    ("ipv6", "203.0.113.9"),
    ("msisdn", "024 3822 5678"),
    ("msisdn", "+84 12"),
    ("ipv6", "::ffff:192.0.2.1"),
    ("msisdn", "+1 555 0100 ext. 7"),
    ("email", "nobody"),
    ("email", "a@b"),
    ("email", "a..b@example.org"),
    ("email", "a@exa mple.org"),
    ("imei", "4901542032375"),
    ("imsi", "12"),
    ("mac", "00:1b:63"),
    ("domain", "-a.example"),
    ("domain", "one"),
    ("url", "example.org"),
    ("domain", "two words.example"),
    ("wallet-bitcoin", "0A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ("wallet-ethereum", "0x1234"),
    ("file-hash", "abc"),
    ("ip-range", "203.0.113.7/24"),
    ("ip-range", "203.0.113"),
    ("asn", "AS4294967296"),
    ("asn", "AS0"),
    ("meid", "AF01"),
    ("iccid", "8931"),
    ("iban", "GB82"),
    ("bic", "DEUT"),
    ("transaction-id", "ab"),
    ("wallet-tron", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ("wallet-monero", "4AAA"),
    ("other", "   "),
    ("other", "x" * 2001),
]


@pytest.mark.parametrize(("kind", "text", "clean"), GOOD)
def test_a_right_identifier_gets_its_one_spelling(kind: str, text: str, clean: str) -> None:
    assert clean_identifier(kind, text) == clean
    assert clean_identifier(kind, clean) == clean


@pytest.mark.parametrize(("kind", "text"), BAD)
def test_a_wrong_identifier_is_refused(kind: str, text: str) -> None:
    with pytest.raises(MalformedError) as refused:
        clean_identifier(kind, text)
    assert refused.value.code.startswith("cooperation.identifier_")


@given(kind=st.sampled_from(sorted(vocabulary("IDENTIFIER").codes)), text=st.text(max_size=80))
def test_any_text_is_an_identifier_or_refused(kind: str, text: str) -> None:
    try:
        clean = clean_identifier(kind, text)
    except MalformedError:
        return
    assert clean_identifier(kind, clean) == clean


@pytest.mark.parametrize(
    ("kind", "value", "public"),
    [
        ("ipv4", "8.8.8.8", True),
        ("ipv4", "192.168.1.7", False),
        ("ipv4", "100.64.0.1", False),
        ("ipv6", "2a00:1450::1", True),
        ("ipv6", "fe80::1", False),
    ],
)
def test_addresses_that_no_provider_can_look_up_are_known(kind: str, value: str, public: bool) -> None:
    assert public_address(kind, value) is public


@pytest.mark.parametrize(
    ("kind", "value", "doubtful"),
    [
        ("msisdn", "+842438225678", False),
        ("msisdn", "+84123456", True),
        ("imei", "490154203237518", False),
        ("imei", "490154203237517", True),
        ("imsi", "429011234567890", False),
        ("imsi", "000121234567890", True),
        ("wallet-bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", False),
        ("wallet-bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", True),
        ("wallet-bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", False),
        ("wallet-bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", True),
        ("wallet-bitcoin", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", False),
        ("wallet-bitcoin", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jjq", True),
        ("wallet-ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", False),
        ("wallet-ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", True),
        ("wallet-ethereum", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", False),
        ("wallet-tron", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", False),
        ("wallet-tron", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u", True),
        ("iban", "GB82WEST12345698765432", False),
        ("iban", "GB82WEST12345698765433", True),
        ("bic", "DEUTDEFF", False),
        ("bic", "DEUTXXFF", True),
        ("meid", "AF0123450ABCDE", False),
        ("iccid", "89310860214042239113", True),
        ("email", "a@example.org", False),
    ],
)
def test_a_wrong_digit_is_noticed(kind: str, value: str, doubtful: bool) -> None:
    assert clean_identifier(kind, value) == value
    assert implausible(kind, value) is doubtful


@given(
    kind=st.sampled_from(["msisdn", "imei", "imsi", "iccid", "wallet-bitcoin"]), digits=st.integers(0, 10**16)
)
def test_plausibility_has_an_answer_for_every_clean_value(kind: str, digits: int) -> None:
    text = f"+{digits}" if kind == "msisdn" else f"1{digits}" if kind == "wallet-bitcoin" else str(digits)
    try:
        value = clean_identifier(kind, text)
    except MalformedError:
        return
    assert implausible(kind, value) in (True, False)


@given(kind=st.sampled_from(["wallet-bitcoin", "wallet-ethereum", "wallet-tron"]), data=st.data())
def test_every_wallet_of_a_right_shape_is_judged(kind: str, data: st.DataObject) -> None:
    shapes = {
        "wallet-bitcoin": r"\A(?:[13][1-9A-HJ-NP-Za-km-z]{25,39}|bc1[02-9ac-hj-np-z]{8,87})\Z",
        "wallet-ethereum": r"\A0x[0-9a-fA-F]{40}\Z",
        "wallet-tron": r"\AT[1-9A-HJ-NP-Za-km-z]{33}\Z",
    }
    value = data.draw(st.from_regex(shapes[kind]))
    assert implausible(kind, clean_identifier(kind, value)) in (True, False)
