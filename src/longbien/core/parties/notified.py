# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A State's notices put into its own directory entry: the authorities of Art. 37(19), 40(12), 41(2), 53(7) and the languages of Art. 40(13)."""

from dataclasses import replace
from datetime import datetime

from longbien.core.base.errors import RefusedError
from longbien.core.parties.contacts import Authority
from longbien.core.parties.entry import Entry
from longbien.core.parties.successor import amend
from longbien.core.treaty.joining.notices import NotedAuthority, Notices
from longbien.core.treaty.provisions.citation import ProvisionId, cite_short

_NAME = 200


def with_notices(entry: Entry, notices: Notices, *, issued: datetime) -> Entry:
    """Give the next entry with what the notices say; authorities of other kinds stay as they are.

    RefusedError `parties.notices_other` for another State's, `parties.notices_exercise` for those of an exercise on a real node or
    the reverse, `parties.notices_nothing` if they change nothing.
    """
    if notices.party != entry.party:
        raise RefusedError("parties.notices_other", party=notices.party)
    if notices.exercise is not entry.exercise:
        raise RefusedError("parties.notices_exercise")
    said = {one.role for one in notices.authorities}
    kept = tuple(one for one in entry.authorities if one.role not in said)
    told = tuple(_authority(one, notices) for one in notices.authorities)
    languages = notices.languages or entry.languages
    if (*told, *kept) == entry.authorities and languages == entry.languages:
        raise RefusedError("parties.notices_nothing")
    return replace(amend(entry, issued=issued), authorities=(*told, *kept), languages=languages)


def _authority(one: NotedAuthority, notices: Notices) -> Authority:
    name = f"{one.name} ({one.region})" if one.region else one.name
    return Authority(
        role=one.role,
        article=cite_short(ProvisionId(one.duty)),
        name=name[:_NAME],
        languages=one.languages,
        phone=one.phone,
        email=one.email,
        office_hours=one.hours,
        time_zone=one.zone,
        confirmed_on=notices.on.isoformat(),
    )
