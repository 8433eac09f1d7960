# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Printing badges: those of a delegation or some of them, with or without slips that carry new codes."""

from collections.abc import Sequence
from urllib.parse import quote

from longbien.actions.conference.people.codes import Handed, issue_codes
from longbien.actions.conference.people.delegations import name_of
from longbien.actions.conference.people.keeping import require_keeper
from longbien.actions.conference.people.members import held, members
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.conference.delegations.cards import Card, CardSheet
from longbien.core.conference.delegations.functions import RANK, Function
from longbien.store import models


def print_badges(
    *,
    node: Node,
    actor: models.Officer,
    badges: Sequence[models.Badge],
    language: str = "en",
    codes: str = "",
) -> bytes:
    """Give badges as PDF. `codes`: empty for none, `once` or `session` for slips with new codes (earlier ones end).

    RefusedError `conference.no_badges`, `people.not_your_delegation`, `conference.session_unknown`.
    """
    rows = list(badges)
    if not rows:
        raise RefusedError("conference.no_badges")
    for delegation in {row.delegation_id: row.delegation for row in rows}.values():
        require_keeper(actor, delegation)
    handed = issue_codes(node=node, actor=actor, badges=rows, once=codes == "once") if codes else ()
    by_number = {one.badge: one for one in handed}
    session = models.Conference.objects.get(conference_id=rows[0].conference)
    cards = tuple(_card(node, row, by_number.get(row.number), language) for row in rows)
    sheet = CardSheet(
        session=session.conference_id,
        title=session.title,
        place=session.place,
        first_day=session.first_day,
        last_day=session.last_day,
        exercise=node.exercise or session.exercise,
        printed_at=node.clock(),
        cards=cards,
    )
    return node.printer().badges(sheet, language)


def badges_of(delegation: models.Delegation, numbers: Sequence[int] = ()) -> list[models.Badge]:
    """Give a delegation's badges that count, or those of them with these numbers, with accounts and functions fetched."""
    rows = members(delegation)
    return [row for row in rows if row.number in numbers] if numbers else rows


def sign_in_address(node: Node, account: str) -> str:
    """Give the address at which a badge signs in; it holds as long as the badge does."""
    return f"{node.url.rstrip('/')}/sign-in/badge/?badge={quote(account)}"


def _card(node: Node, row: models.Badge, handed: Handed | None, language: str) -> Card:
    account = row.officer.username
    return Card(
        number=row.number,
        account=account,
        family_name=row.family_name,
        given_name=row.given_name,
        post=row.post,
        participant=name_of(row.delegation, language),
        function=min(held(row), key=RANK.__getitem__, default=Function.DELEGATE),
        address=sign_in_address(node, account),
        code=handed.code if handed else "",
        once=handed.once if handed else True,
        expires_at=handed.expires_at if handed else None,
    )
