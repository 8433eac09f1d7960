# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A provider's answer to an order: kept, nothing held, or why it cannot be executed; read as strictly from a file as from an officer's typing.

The reasons are those of the list RETURN that Annex III of Regulation (EU) 2023/1543 names; a privilege and the law of a third country say more.
An answer that a lawyer must see before anything is said to the requesting State says so (`needs_review`).
"""

import json
from collections.abc import Mapping
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.moments import print_moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.values import write_value
from longbien.core.cooperation.outside.typed import typed_members
from longbien.core.cooperation.paper.schemas import PROVIDER_SCHEMA
from longbien.core.cooperation.provider.order import Order

ORDER: Final = "provider.order"
ANSWER: Final = "provider.answer"
MAX_ANSWER: Final = 256 * 1024
KEPT: Final = ("kept", "kept-in-part")
CANNOT: Final = "cannot-execute"
_SOURCE: Final = "Regulation (EU) 2023/1543 Annex III"
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "privilege": ("privilege", "privilege_explanation"),
    "third-country-law": ("law", "provision", "why_conflict"),
}
"""What a reason needs beside it."""


def provider_reasons() -> tuple[str, ...]:
    """Give the reasons for which a provider may say that it cannot execute, in the order of the list."""
    codes = vocabulary("RETURN").codes.values()
    return tuple(one.code for one in codes if any(found.ref == _SOURCE for found in one.sources))


def order_json(order: Order, *, state: str) -> dict[str, Json]:
    """Write an order for programs: the same as the letter, and no more."""
    period = order.period
    return {
        "schema": PROVIDER_SCHEMA,
        "kind": ORDER,
        "order_id": order.order_id,
        "number": order.number,
        "state": state,
        "authority": order.sender.authority,
        "phone": order.sender.phone,
        "email": order.sender.email,
        "addressee": order.addressee,
        "issued_at": print_moment(order.issued_at),
        "until": print_moment(order.until),
        "identifiers": write_value(order.identifiers),
        "data_categories": list(order.categories),
        "data_from": print_moment(period.since) if period is not None else "",
        "data_until": print_moment(period.until) if period is not None else "",
        "secrecy": order.secrecy,
        "secrecy_until": order.secrecy_until.isoformat() if order.secrecy_until is not None else "",
    }


def read_answer(data: bytes) -> dict[str, Json]:
    """Read an answer as a provider sent it (JSON); MalformedError `provider.answer_file`, and as `clean_answer`."""
    if len(data) > MAX_ANSWER:
        raise MalformedError("provider.answer_file")
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise MalformedError("provider.answer_file") from error
    if not isinstance(value, dict) or (value.get("schema"), value.get("kind")) != (PROVIDER_SCHEMA, ANSWER):
        raise MalformedError("provider.answer_file")
    return clean_answer({name: one for name, one in value.items() if name not in {"schema", "kind"}})


def clean_answer(raw: Mapping[str, Json]) -> dict[str, Json]:
    """Give every member of an answer in its own spelling.

    MalformedError for a member that cannot be read; RefusedError `provider.answer_lacks` for one that the outcome or a reason needs,
    `provider.answer_reason` for a reason that is not a provider's.
    """
    found = typed_members(ANSWER, raw)
    needed = ["outcome"]
    if found["outcome"] in KEPT:
        needed += ["kept_from", "kept_until"]
    if found["outcome"] == CANNOT:
        needed += ["reasons", "explanation"]
    reasons = found["reasons"] if isinstance(found["reasons"], list) else []
    for reason in reasons:
        if reason not in provider_reasons():
            raise RefusedError("provider.answer_reason", reason=str(reason)[:40])
        needed += _NEEDED.get(str(reason), ())
    for name in needed:
        if not found[name]:
            raise RefusedError("provider.answer_lacks", member=name)
    return found


def needs_review(answer: Mapping[str, Json]) -> bool:
    """Tell whether a lawyer looks first: it cannot be executed, or a privilege or the law of a third country is named."""
    return answer.get("outcome") == CANNOT or bool(answer.get("privilege") or answer.get("law"))
