# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter that orders a provider to preserve data, as a page: right to left where the language is."""

import json
from datetime import UTC, datetime
from typing import Final

from longbien.bridge.papers import render
from longbien.core.base.canonical import JsonInput
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.values import Identifier
from longbien.core.cooperation.paper.members import act_tables
from longbien.core.cooperation.provider.answer import ANSWER, order_json, provider_reasons
from longbien.core.cooperation.provider.order import Order
from longbien.texts import phrase, translated

_RIGHT_TO_LEFT: Final = ("ar",)
_BLOCKS: Final = (
    ("explanation",),
    ("privilege_explanation",),
    ("law", "provision", "interest", "why_applicable", "why_conflict", "link", "penalties"),
    ("clarification",),
    ("contact_person", "contact_function", "contact_phone", "contact_email"),
)
"""The blocks of the reply form, line by line."""
_ROWS: Final = ("found", "until", "reference", "nothing", "other", "by")
"""What the provider answers, line by line."""


def render_order(order: Order, *, language: str = "en") -> bytes:
    """Make the letter as PDF."""
    return render("order", order_values(order, language), "pdf")[0]


def picture_order(order: Order, *, language: str = "en") -> list[bytes]:
    """Make the letter's pages as PNG: for a screen, and to look at it."""
    return render("order", order_values(order, language), "png")


def order_values(order: Order, language: str) -> dict[str, JsonInput]:
    """Give everything that the template prints, as texts."""

    def words(code: str, /, **values: object) -> str:
        return translated(language, f"paper.{code}", **values)

    sender = order.sender
    reach = (sender.phone, sender.email, sender.office_hours)
    return {
        "language": language.partition("-")[0],
        "direction": "rtl" if language in _RIGHT_TO_LEFT else "ltr",
        "date": [order.issued_at.year, order.issued_at.month, order.issued_at.day],
        "exercise": words("exercise") if order.exercise else "",
        "title": words("order_title"),
        "state": sender.names.get(language, sender.names["en"]),
        "authority": _apart(sender.authority),
        "reach": "  ·  ".join(part for part in reach if part),
        "number": words("order_number", number=order.number),
        "issued": words("order_issued", at=_at(order.issued_at)),
        "to_title": words("order_to"),
        "to": _apart(order.addressee),
        "lead": words("order_lead", until=_at(order.until)),
        "basis": words("order_basis"),
        "accounts_title": words("order_accounts"),
        "accounts_head": [words(f"order_{one}") for one in ("kind", "value", "port", "seen")],
        "accounts": [_account(one, language, words("order_local")) for one in order.identifiers],
        "data_title": words("order_data"),
        "data": _data(order, language),
        "duties_title": words("order_duties"),
        "duties": [words(f"order_duty_{one}") for one in _duties(order)],
        "secrecy": _secrecy(order, language),
        "answer_title": words("order_answer"),
        "answer": [words(f"order_answer_{one}") for one in _ROWS],
        "signed": words("order_signed"),
        "prepared": words("order_prepared", role=order.role_id),
        "stamp": words("order_stamp"),
        **_reply(order, language),
    }


def _reply(order: Order, language: str) -> dict[str, JsonInput]:
    """Give the form for a provider that cannot execute: reasons, privilege, third country, what is wanted; and the order as data."""

    def words(code: str) -> str:
        return translated(language, f"paper.{code}")

    labels = {one.id: phrase(language, one.label) for one in act_tables()[ANSWER].members}
    state = order.sender.names.get("en", order.sender.party)
    known, privileges = vocabulary("RETURN"), vocabulary("PRIVILEGE")
    return {
        "order_id": f"{words('order_id')} {order.order_id}" if order.order_id else "",
        "reply_title": words("reply_title"),
        "reply_lead": words("reply_lead"),
        "reasons_title": labels["reasons"],
        "reasons": [phrase(language, known.label_of(one)) for one in provider_reasons()],
        "privileges_title": labels["privilege"],
        "privileges": [phrase(language, one.label) for one in privileges.codes.values()],
        "blocks": [[labels[one] for one in block] for block in _BLOCKS],
        "kept_meanwhile": [labels["preserved_meanwhile"], words("reply_yes"), words("reply_no")],
        "record": json.dumps(order_json(order, state=state), ensure_ascii=False, sort_keys=True),
    }


def _account(one: Identifier, language: str, unknown: str) -> list[str]:
    """Write one identifier: its kind, itself and its service, its port, and when it was seen, in UTC and as it was recorded."""
    known = vocabulary("IDENTIFIER")
    seen = ""
    if one.at is not None:
        local = _in_offset(one.at, one.offset)
        seen = f"{one.at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
        seen += f"\n{local:%Y-%m-%d %H:%M:%S} UTC{one.offset}" if local is not None else ""
    elif one.local:
        seen = f"{one.local} ({unknown})"
    value = "\n".join(part for part in (one.value, one.service, one.note) if part)
    kind = phrase(language, known.label_of(one.kind))
    return [kind, value, str(one.port) if one.port is not None else "", seen]


def _in_offset(at: datetime, offset: str) -> datetime | None:
    if not offset or offset == "+00:00":
        return None
    return datetime.fromisoformat(f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}+00:00").astimezone(
        datetime.fromisoformat(f"2000-01-01T00:00:00{offset}").tzinfo
    )


def _data(order: Order, language: str) -> list[JsonInput]:
    known = vocabulary("DATA-CATEGORY")
    found: list[JsonInput] = [phrase(language, known.label_of(one)) for one in order.categories]
    if order.period is not None:
        since, until = _at(order.period.since), _at(order.period.until)
        found.append(translated(language, "paper.order_period", since=since, until=until))
    return found


def _duties(order: Order) -> tuple[str, ...]:
    secret = order.secrecy != "none"
    return ("keep", "nothing_more", *(("silent",) if secret else ()), "path", "cost")


def _secrecy(order: Order, language: str) -> str:
    if order.secrecy == "none":
        return ""
    label = phrase(language, vocabulary("SECRECY").label_of(order.secrecy))
    if order.secrecy_until is None:
        return f"{label}."
    return f"{label}. {translated(language, 'paper.order_review', on=order.secrecy_until.isoformat())}"


def _apart(text: str) -> str:
    """Keep a name in its own direction (Unicode isolates), whatever stands around it."""
    return f"\u2068{text}\u2069" if text else ""


def _at(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
