# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers to deliveries: one result for each frame, in the order of the frames (docs/protocol/exchange.md)."""

import base64
import re
from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.canonical import JsonInput, decode, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import ActId, parse_act_id
from longbien.core.exchange.delivery import MAX_ACTS, MAX_COSIGNATURE_TEXT
from longbien.core.log.proof import Receipt, read_receipt, receipt_json

MAX_ANSWER: Final = 4 * 1024 * 1024
"""The largest answer in bytes."""
RECEIVED: Final = "exchange.received"
"""The act was taken in."""
RECEIVED_BEFORE: Final = "exchange.received_before"
"""The same frame had come before; its receipt is given again."""

_CODE: Final = re.compile(r"[a-z]{1,40}\.[a-z0-9_]{1,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActResult:
    """What became of one frame. `act` is None where not even the frame's header could be read.

    A receipt is there when both signatures of the act were found good, whether it was taken in or refused.
    """

    act: ActId | None
    code: str
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one delivery.

    `checkpoint`: an add-checkpoint body for the answering log, from the size that the other side had witnessed, or
    empty. `cosignatures`: lines for the checkpoint in the delivery, or empty; then `checkpoint_code` may say why.
    """

    results: tuple[ActResult, ...]
    checkpoint: bytes = field(default=b"", repr=False)
    cosignatures: str = field(default="", repr=False)
    checkpoint_code: str = ""


def print_answer(answer: Answer) -> bytes:
    """Write an answer in canonical JSON."""
    data = encode(
        {
            "v": 1,
            "results": [_result_json(result) for result in answer.results],
            "checkpoint": base64.b64encode(answer.checkpoint).decode("ascii"),
            "cosignatures": answer.cosignatures,
            "checkpoint_code": answer.checkpoint_code,
        }
    )
    if len(data) > MAX_ANSWER:
        raise MalformedError("exchange.too_large", limit=MAX_ANSWER)
    return data


def parse_answer(data: bytes) -> Answer:
    """Read an answer; MalformedError `exchange.answer_malformed`. Nothing in it is verified."""
    try:
        fields = Fields(decode(data, max_bytes=MAX_ANSWER, max_depth=5))
        fields.integer("v", minimum=1, maximum=1)
        answer = Answer(
            results=fields.objects("results", _read_result, min_items=1, max_items=MAX_ACTS),
            checkpoint=fields.base64("checkpoint"),
            cosignatures=fields.text("cosignatures", min_length=0, max_length=MAX_COSIGNATURE_TEXT),
            checkpoint_code=_read_code(fields, "checkpoint_code", optional=True),
        )
        fields.done()
    except MalformedError as error:
        raise MalformedError("exchange.answer_malformed", reason=str(error)) from error
    return answer


def print_error(code: str) -> bytes:
    """Write the body of an error: what is answered when there are no results to give."""
    return encode({"v": 1, "code": code})


def parse_error(data: bytes) -> str:
    """Read the code of an error body; MalformedError `exchange.answer_malformed`."""
    try:
        fields = Fields(decode(data, max_bytes=1024, max_depth=1))
        fields.integer("v", minimum=1, maximum=1)
        code = _read_code(fields, "code")
        fields.done()
    except MalformedError as error:
        raise MalformedError("exchange.answer_malformed", reason=str(error)) from error
    return code


def _result_json(result: ActResult) -> dict[str, JsonInput]:
    receipt = receipt_json(result.receipt) if result.receipt else None
    return {"act": result.act or "", "code": result.code, "receipt": receipt}


def _read_result(fields: Fields) -> ActResult:
    act = fields.parsed("act", lambda text: parse_act_id(text) if text else None)
    receipt = None
    if fields.value("receipt") is not None:
        inner = fields.object("receipt")
        receipt = read_receipt(inner)
        inner.done()
    return ActResult(act=act, code=_read_code(fields, "code"), receipt=receipt)


def _read_code(fields: Fields, name: str, *, optional: bool = False) -> str:
    if optional and fields.value(name) == "":
        return ""
    return fields.text(name, pattern=_CODE, max_length=64)
