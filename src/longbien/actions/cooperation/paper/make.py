# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put a request, any act of its thread, or the receipt of one on paper: PDF for people, the same data as JSON for programs.

A paper proves nothing by itself and says so; it is made anew each time from what the node holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.paper.record import Wanted, paper_record
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.node import Node
from longbien.core.base.canonical import Json, encode
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.paper.lines import is_prose, parts
from longbien.core.cooperation.paper.record import record_json
from longbien.store.models.people import Officer
from longbien.store.queries.parties import trusted_entry
from longbien.texts import LANGUAGES, known_language

MOST: Final = 2
"""A paper has so many languages at most: those of the two States."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper as files: the PDF, and its data as canonical JSON."""

    name: str
    languages: tuple[str, ...]
    pdf: bytes = field(repr=False)
    json: bytes = field(repr=False)


def act_paper(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    wanted: Wanted | None = None,
    languages: tuple[str, ...] = (),
    translations: Mapping[str, str] | None = None,
) -> Paper:
    """Make the paper; without languages, in those of both States.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `exchange.act_not_found`, `printed.no_receipt`; UsageError
    `printed.language_unknown`, `printed.language_twice`, `bridge.papers_missing`.
    """
    require(actor, "cooperation.contents.read")
    printer = node.printer()
    thread = find_thread(node.party, request_id)
    record = paper_record(node, thread, wanted or Wanted(), actor=actor)
    chosen = paper_languages(languages) or languages_between(node.party, thread.request.partner)
    name = thread.request.reference or thread.request.request_id[:12]
    kind = record.kind.replace(".", "-") + ("-receipt" if record.receipt else "")
    return Paper(
        name=f"{name}-{kind}",
        languages=chosen,
        pdf=printer.act(record, chosen, translations or {}),
        json=encode(record_json(record)),
    )


def act_json(*, node: Node, actor: Officer, request_id: str, wanted: Wanted | None = None) -> dict[str, Json]:
    """Give the data of a paper alone. Raises what `act_paper` raises."""
    require(actor, "cooperation.contents.read")
    thread = find_thread(node.party, request_id)
    return record_json(paper_record(node, thread, wanted or Wanted(), actor=actor))


def paper_languages(given: tuple[str, ...]) -> tuple[str, ...]:
    """Read languages as an officer gave them; UsageError for one that papers are not made in, and for more than two."""
    found = []
    for tag in given:
        known = known_language(tag)
        if not known:
            raise UsageError("printed.language_unknown", language=tag[:20], known=", ".join(LANGUAGES))
        found.append(known)
    if len(set(found)) != len(found) or len(found) > MOST:
        raise UsageError("printed.language_twice")
    return tuple(found)


def languages_between(own: str, partner: str) -> tuple[str, ...]:
    """Give the first language of each State's directory entry that papers are made in: one, if it is the same; English if there is none."""
    found = [_language_of(PartyId(own)), _language_of(PartyId(partner))]
    return tuple(dict.fromkeys(one for one in found if one)) or ("en",)


def _language_of(party: PartyId) -> str:
    entry = trusted_entry(party)
    known = (known_language(one) for one in entry.languages) if entry is not None else iter(())
    return next((one for one in known if one), "")


def free_texts(*, node: Node, actor: Officer, request_id: str, act: str = "") -> dict[str, str]:
    """Give the free texts of an act, field by field with their English labels: what a translation may be printed beside."""
    require(actor, "cooperation.contents.read")
    thread = find_thread(node.party, request_id)
    record = paper_record(node, thread, Wanted(act=act), actor=actor)
    found = (line for part in parts(record) for line in part.lines if line.shape == "free")
    return {line.id: line.label for line in found if is_prose(str(line.value))}
