# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter by which an authority orders a provider to preserve data (Art. 25, for a request of Art. 42): its content.

It carries what the provider needs to find and keep the data and nothing else: no facts of the case, no suspect, and not the
name of the State that asks. On which national provision it rests is for the authority to write.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.forms.values import FieldValue, Identifier, Period
from longbien.core.cooperation.life.preservation import MINIMUM, end_of_period

_NO_SECRECY = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """The authority that orders: its name, how it is reached, the name of its State by language."""

    party: PartyId
    names: Mapping[str, str]
    authority: str = ""
    phone: str = ""
    email: str = ""
    office_hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One letter. `until`: kept at least until then. `secrecy`: a code of SECRECY, reviewed on `secrecy_until`."""

    number: str
    exercise: bool
    sender: Sender
    addressee: str
    issued_at: datetime
    until: datetime
    identifiers: tuple[Identifier, ...]
    categories: tuple[str, ...]
    period: Period | None
    custodian: str
    secrecy: str
    secrecy_until: date | None
    role_id: str
    order_id: str = ""
    """The number by which a provider's answer names this letter."""


def make_order(
    values: Mapping[str, FieldValue],
    sender: Sender,
    *,
    number: str,
    exercise: bool,
    addressee: str,
    now: datetime,
    until: datetime | None,
    role_id: str,
    order_id: str = "",
) -> Order:
    """Take from a request what a provider needs. Without `until`, the days that were asked for, 60 at least (Art. 42(8)).

    RefusedError `cooperation.order_nothing` for a request that names neither account nor data, `cooperation.preservation_too_short`.
    """
    identifiers, categories = values.get("identifiers"), values.get("data_categories")
    if not isinstance(identifiers, tuple) or not isinstance(categories, tuple):
        raise RefusedError("cooperation.order_nothing")
    if until is not None and until - now < MINIMUM:
        raise RefusedError("cooperation.preservation_too_short", days=MINIMUM.days)
    days, period = values.get("days"), values.get("data_period")
    review = values.get("secrecy_until")
    return Order(
        number=number,
        exercise=exercise,
        sender=sender,
        addressee=addressee or str(values.get("custodian", "")),
        issued_at=now,
        until=until or end_of_period(now, days if isinstance(days, int) else None),
        identifiers=tuple(one for one in identifiers if isinstance(one, Identifier)),
        categories=tuple(str(one) for one in categories),
        period=period if isinstance(period, Period) else None,
        custodian=str(values.get("custodian", "")),
        secrecy=str(values.get("secrecy", _NO_SECRECY)),
        secrecy_until=review if isinstance(review, date) else None,
        role_id=role_id,
        order_id=order_id,
    )
