# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A State's notices for machines (docs/reference/joining-notices.md): what `parties` puts into the node's own directory entry.

The four authorities of the Convention under the names that the directory has for them, the languages of requests, and every
other notice by its duty.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.canonical import JsonInput, decode_loose, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.base.moments import parse_day
from longbien.core.treaty.joining.answers import Answers
from longbien.core.treaty.joining.checklist import Position

TYPE: Final = "longbien/joining-notices/v1"
MAX_BYTES: Final = 256 * 1024
ROLES: Final = (
    ("extradition", "37.19", "notice.37-19"),
    ("central", "40.12.c", "notice.40-12-c"),
    ("24/7", "41.2", "notice.41-2"),
    ("prevention", "53.7", "notice.53-7"),
)
"""The directory's name of each authority, its duty, and the step that asks for it."""
_TEXT: Final = 200
_MOST: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedAuthority:
    """One authority as notified. `region` is empty except for that of a special region or territory."""

    role: str
    duty: str
    name: str
    names: tuple[tuple[str, str], ...]
    address: str
    region: str
    phone: str
    email: str
    languages: tuple[str, ...]
    hours: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """The notices of one State on a day."""

    party: PartyId
    exercise: bool
    on: date
    languages: tuple[str, ...]
    extradition_basis: str
    authorities: tuple[NotedAuthority, ...]


def print_notices(answers: Answers, position: Position, *, exercise: bool) -> bytes:
    """Write the notices as canonical JSON; an authority without a name is left out."""
    steps = [(role, duty, step) for role, duty, step in ROLES]
    steps += [("central", "40.12.a", f"territory.{number}") for number in answers.numbers("territory")]
    return encode(
        {
            "type": TYPE,
            "party": position.party,
            "exercise": exercise,
            "on": position.today.isoformat(),
            "languages": answers.items("notice.40-13.languages"),
            "extradition_basis": _basis(answers),
            "authorities": [
                _authority(answers, role, duty, step)
                for role, duty, step in steps
                if answers.has(f"{step}.name")
            ],
        }
    )


def read_notices(data: bytes) -> Notices:
    """Read notices; MalformedError `joining.notices_malformed` with the place."""
    try:
        fields = Fields(decode_loose(data, max_bytes=MAX_BYTES, max_depth=6))
        fields.choice("type", (TYPE,))
        found = Notices(
            party=fields.parsed("party", parse_party_id),
            exercise=fields.boolean("exercise"),
            on=fields.parsed("on", parse_day),
            languages=fields.texts("languages", max_items=20, max_length=20),
            extradition_basis=fields.choice(
                "extradition_basis", ("", "convention", "other-treaties", "no-treaty-needed")
            ),
            authorities=fields.objects("authorities", _read_authority, max_items=_MOST),
        )
        fields.done()
    except MalformedError as error:
        raise MalformedError("joining.notices_malformed", reason=str(error)) from error
    return found


def _basis(answers: Answers) -> str:
    if answers.yes("notice.37-6-a.conditional") is False:
        return "no-treaty-needed"
    basis = answers.yes("notice.37-6-a.basis")
    return "" if basis is None else "convention" if basis else "other-treaties"


def _authority(answers: Answers, role: str, duty: str, step: str) -> dict[str, JsonInput]:
    return {
        "role": role,
        "duty": duty,
        "name": answers.any_language(f"{step}.name"),
        "names": answers.by_language(f"{step}.name"),
        "address": answers.any_language(f"{step}.address"),
        "region": answers.any_language(f"{step}.region"),
        "phone": answers.get(f"{step}.phone"),
        "email": answers.get(f"{step}.email"),
        "languages": answers.items(f"{step}.languages"),
        "hours": answers.get(f"{step}.hours"),
        "zone": answers.get(f"{step}.zone"),
    }


def _read_authority(item: Fields) -> NotedAuthority:
    def text(name: str) -> str:
        return item.text(name, min_length=0, max_length=_TEXT)

    names = item.object("names")
    by_language = tuple((code, names.text(code, max_length=_TEXT)) for code in names.names())
    names.done()
    return NotedAuthority(
        role=item.choice("role", tuple(role for role, _, _ in ROLES)),
        duty=item.text("duty", max_length=20),
        name=item.text("name", max_length=_TEXT),
        names=by_language,
        address=item.text("address", min_length=0, max_length=8000),
        region=item.text("region", min_length=0, max_length=_TEXT),
        phone=text("phone"),
        email=item.text("email", min_length=0, max_length=_TEXT),
        languages=item.texts("languages", max_items=20, max_length=20),
        hours=item.text("hours", min_length=0, max_length=_TEXT),
        zone=text("zone"),
    )
