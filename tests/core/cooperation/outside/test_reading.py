# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files from outside: what they show is shown, and hostile ones end in our error, quickly and in bounded memory."""

import base64
import json
import random
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.bridge.printed.act import render_act
from longbien.core.base.canonical import Json, encode
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.cooperation.outside.reading import MAX_FILE, MAX_RECORD, read_file
from longbien.core.cooperation.outside.typed import record_body, typed_answer
from longbien.core.cooperation.paper.record import SCHEMA, record_json
from tests.fuzz import mutate
from tests.records import answer_of, paper_of


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, text in {"From": "a@b.example", "Subject": "x", **headers}.items():
        message[name] = text
    message.set_content("Words.\n")
    return message


def refusal(data: bytes, *, name: str = "") -> str:
    with pytest.raises(MalformedError) as caught:
        read_file(data, name=name)
    return caught.value.code


def test_a_mail_shows_what_it_says_and_no_more() -> None:
    message = mail(Subject="=?utf-8?b?2LfZhNio?= 7", Date="Sun, 22 Nov 2026 03:00:00 +0000")
    message.add_attachment(b"abc", maintype="image", subtype="png", filename="../x\u202egnp.exe")
    found = read_file(message.as_bytes())
    assert found.kind == "mail"
    assert found.seen["subject"] == "طلب 7"
    assert found.text == "Words."
    assert [(one.media_type, one.size) for one in found.parts] == [("image/png", 3)]
    assert "\u202e" not in found.parts[0].name
    assert "/" not in found.parts[0].name


def test_our_own_paper_is_found_in_itself_in_a_mail_and_as_json() -> None:
    record = paper_of()
    pdf, written = render_act(record, ("en", "ar"), {}), encode(record_json(record))
    message = mail()
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename="r.pdf")
    for data, name in ((pdf, "r.pdf"), (written, "r.json"), (message.as_bytes(), "m.eml")):
        found = read_file(data, name=name)
        assert found.record == json.loads(written)
    kind, body = record_body(json.loads(written))
    assert (kind, body) == ("request.preservation", dict(record.body))


def test_a_record_that_is_not_whole_is_refused() -> None:
    whole = record_json(paper_of())
    wrong: tuple[dict[str, Json], ...] = (
        {"masked": ["facts"]},
        {"body": {}},
        {"body": []},
        {"kind": "answer.nothing"},
        {"kind": 5},
    )
    for changed in wrong:
        with pytest.raises(MalformedError) as caught:
            record_body({**whole, **changed})
        assert caught.value.code == "outside.record"
    answer = record_json(answer_of("answer.closed", {"outcome": "executed", "note": ""}))
    assert record_body(answer) == ("answer.closed", {"outcome": "executed", "note": ""})


def test_answers_are_typed_and_read_as_strictly_as_signed_ones() -> None:
    body = typed_answer(
        "answer.decided", {"measure": "preservation", "decision": "granted", "conditions": ["purpose-only"]}
    )
    assert body["conditions"] == [{"code": "purpose-only", "text": "", "until": ""}]
    wrong: tuple[dict[str, Json], ...] = (
        {"measure": "x", "decision": "granted"},
        {"unknown": "x"},
        {"measure": "preservation", "decision": "granted", "consulted_at": "then"},
    )
    for raw in wrong:
        with pytest.raises(LongBienError):
            typed_answer("answer.decided", raw)


def bomb() -> bytes:
    """Give a PDF whose embedded file unpacks to a gigabyte of nothing."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(256)) + packer.flush()
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode >>\nstream\n"
        + packed
        + b"\nendstream\n"
    )


HOSTILE = {
    "a head of ten megabytes": b"From: a@b\nSubject: " + b"x" * 10_000_000 + b"\n\nbody",
    "ten thousand headers in a small head": b"From: a@b\n" + b"X-A: 1\n" * 10_000 + b"\nbody",
    "folded for ever": b"From: a@b\nSubject: x\n" + b" x\n" * 60_000 + b"\nbody",
    "an encoded word without end": b"From: =?utf-8?b?" + b"A" * 200_000 + b"\nSubject: x\n\nb",
    "parts in parts": b"From: a@b\nSubject: x\n"
    + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(2000)),
    "fifty deep": b"From: a@b\nSubject: x\n"
    + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(50))
    + b"x\n" * 50_000,
    "a hundred thousand parts": b'From: a@b\nSubject: x\nContent-Type: multipart/mixed; boundary="b"\n\n'
    + b"--b\n\nx\n" * 100_000,
    "mails in mails": b"From: a@b\nSubject: x\n" + b"Content-Type: message/rfc822\n\nFrom: a@b\n" * 3000,
    "a wrong charset": b'From: a@b\nSubject: x\nContent-Type: text/plain; charset="hex"\n\nzz',
    "another wrong charset": b'From: a@b\nSubject: =?nothing?q?=FF?=\nContent-Type: text/plain; charset="\xff\x00"\n\n\xff',
    "broken base64": b"From: a@b\nSubject: x\nContent-Transfer-Encoding: base64\n\n\xff!!!!A",
    "an unpacking bomb": bomb(),
    "deep json": b'{"schema":"' + SCHEMA.encode() + b'","a":' + b"[" * 200_000,
    "many embedded files": b"%PDF-1.7\n" + b"<< /Type /EmbeddedFile >>\nstream\nx\nendstream\n" * 50_000,
    "nothing": b"",
    "zeroes": bytes(1_000_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_quickly_and_in_little_memory(name: str) -> None:
    data = HOSTILE[name]
    tracemalloc.start()
    begun = time.monotonic()
    with_suppressed(data)
    took = time.monotonic() - begun
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 10
    assert most < 40_000_000 + 6 * min(len(data), MAX_RECORD)


def test_what_is_too_large_is_not_read() -> None:
    assert refusal(bytes(MAX_FILE + 1)) == "outside.too_large"
    assert refusal(HOSTILE["a head of ten megabytes"]) == "outside.mail_head"
    assert refusal(HOSTILE["parts in parts"]) == "outside.mail_parts"


@given(st.binary(max_size=2000))
def test_any_bytes_are_shown_or_refused(data: bytes) -> None:
    for given_ in (data, b"From: a\nSubject: b\n" + data, b"%PDF-" + data, b"{" + data):
        with_suppressed(given_)


def with_suppressed(data: bytes) -> None:
    """Read a file, or be refused with one of our codes."""
    code = "outside."
    try:
        read_file(data)
    except MalformedError as error:
        code = error.code
    assert code.startswith("outside.")


@pytest.mark.fuzz
def test_mutated_mails_are_shown_or_refused(rounds: Iterator[random.Random]) -> None:
    message = mail(Subject="=?utf-8?b?2LfZhNio?=")
    message.add_attachment(base64.b64decode("QUJD"), maintype="image", subtype="png", filename="ü.png")
    message.add_attachment(
        render_act(paper_of(), ("en",), {}), maintype="application", subtype="pdf", filename="r.pdf"
    )
    data = message.as_bytes()
    for chance in rounds:
        with_suppressed(mutate(data, chance))
