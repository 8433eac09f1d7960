# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Beginning a concordance: which duties, which laws. A law's provisions are copied in, so that an old table keeps the texts it spoke of."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from longbien.actions.access import require
from longbien.actions.law.concordance.keeping import HEAD, KEEP, Put, find, put
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput, encode
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import parse_party_id
from longbien.core.law.concordance.codes import Translation
from longbien.core.law.concordance.grid import duties_of_law
from longbien.core.law.concordance.table import Row, TextUsed
from longbien.core.law.concordance.written import LANGUAGE, MOST_TEXTS, tidy, value_json
from longbien.core.law.provisions.lines import read_lines, write_lines
from longbien.core.law.provisions.provision import Provision
from longbien.core.treaty.provisions.citation import ProvisionId
from longbien.core.treaty.provisions.convention import convention
from longbien.store import models
from longbien.store.writing import write_transaction

MAX_LINES: Final = 64 * 1024 * 1024
_TITLE: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """A concordance to begin. `rows`: duties beside those of the law desk."""

    title: str
    language: str
    state: str = ""
    as_of: date | None = None
    rows: tuple[str, ...] = ()


def begin(*, node: Node, actor: models.Officer, beginning: Beginning) -> str:
    """Begin a concordance with a row for each duty of the law desk; give its id.

    RefusedError `people.not_permitted`; UsageError `law.concordance_title`, `law.concordance_language`, `treaty.duty_unknown`.
    """
    require(actor, KEEP)
    title = " ".join(beginning.title.split())
    if not 1 <= len(title) <= _TITLE or not title.isprintable():
        raise UsageError("law.concordance_title", most=_TITLE)
    if LANGUAGE.fullmatch(beginning.language) is None:
        raise UsageError("law.concordance_language", language=beginning.language[:20])
    duties = _duties(beginning.rows)
    now = node.clock()
    with write_transaction():
        row = models.LawConcordance.objects.create(
            ref=node.randomness(16).hex(),
            title=title,
            state=parse_party_id(beginning.state) if beginning.state else node.party,
            language=beginning.language,
            as_of=beginning.as_of or now.date(),
            begun_by=actor.role_id,
            begun_at=now,
        )
        models.ConcordancePiece.objects.bulk_create(
            models.ConcordancePiece(
                concordance=row,
                row=duty,
                kind=HEAD,
                key="",
                number=1,
                body=encode(value_json(Row(id=duty))),
                by=actor.role_id,
                at=now,
            )
            for duty in duties
        )
        facts: dict[str, JsonInput] = {"step": "begun", "concordance": row.ref, "rows": len(duties)}
        record_decision(node=node, verb=KEEP, role_id=actor.role_id, facts=facts, now=now)
    return row.ref


def add_rows(*, node: Node, actor: models.Officer, ref: str, rows: tuple[str, ...]) -> int:
    """Add duties that the law desk does not carry out by itself; count the new ones. UsageError `treaty.duty_unknown`."""
    require(actor, KEEP)
    now = node.clock()
    with write_transaction():
        found = find(ref)
        have = set(found.pieces.filter(kind=HEAD, current=True).values_list("row", flat=True))
        new = [convention().duty(one).id for one in dict.fromkeys(rows) if one not in have]
        for duty in new:
            put(found, Put(row=duty, kind=HEAD, key="", value=Row(id=duty), by=actor.role_id, at=now))
    return len(new)


def add_text(*, node: Node, actor: models.Officer, ref: str, text: TextUsed, data: bytes) -> int:
    """Take in a version of a law, its provisions as JSON lines; count them.

    RefusedError `people.not_permitted`, `law.text_twice`, `law.texts_many`, and what `read_lines` refuses.
    """
    require(actor, KEEP)
    if len(data) > MAX_LINES:
        raise RefusedError("base.too_large", limit=MAX_LINES)
    return keep_text(node=node, actor=actor, ref=ref, text=text, provisions=read_lines(data).provisions)


def keep_text(
    *, node: Node, actor: models.Officer, ref: str, text: TextUsed, provisions: tuple[Provision, ...]
) -> int:
    """Take in a version of a law whose provisions were read already, from the library or a file."""
    require(actor, KEEP)
    lines = write_lines(provisions)
    now = node.clock()
    used = tidy(replace(text, digest=text.digest or hashlib.sha256(lines).hexdigest()))
    if not used.law or not used.title or LANGUAGE.fullmatch(used.language) is None:
        raise UsageError("law.text_incomplete")
    with write_transaction():
        row = find(ref)
        if row.texts.filter(law=used.law, version=used.version).exists():
            raise RefusedError("law.text_twice", law=used.law, version=used.version)
        if row.texts.count() >= MOST_TEXTS:
            raise RefusedError("law.texts_many", most=MOST_TEXTS)
        models.ConcordanceText.objects.create(
            concordance=row,
            law=used.law,
            version=used.version,
            used=encode(value_json(used)),
            lines=lines,
            count=len(provisions),
            kept_by=actor.role_id,
            kept_at=now,
        )
        facts: dict[str, JsonInput] = {"step": "text", "concordance": ref, "sha256": used.digest}
        record_decision(node=node, verb=KEEP, role_id=actor.role_id, facts=facts, now=now)
    return len(provisions)


def translation_of(code: str) -> Translation:
    """Read what kind of text it is; UsageError `law.translation_unknown`."""
    try:
        return Translation(code)
    except ValueError as error:
        raise UsageError("law.translation_unknown", translation=code[:20]) from error


def _duties(more: tuple[str, ...]) -> list[ProvisionId]:
    own = set(duties_of_law()) | {convention().duty(one).id for one in more}
    return [duty.id for duty in convention().duties if duty.id in own]
