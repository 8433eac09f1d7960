# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tasks of joining as data: rows of `data/joining/tasks.yaml`, and a row for every notice of the Convention that has none there."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.treaty.joining.form import DUTY, form
from longbien.core.treaty.provisions.clauses import Addressee
from longbien.core.treaty.provisions.convention import Convention, convention
from longbien.core.treaty.provisions.duties import Duty
from longbien.core.treaty.provisions.indexes import notices

SCHEMA: Final = "longbien/joining-tasks/1"
FILE: Final = "joining/tasks.yaml"
DUES: Final = ("opening", "deposit", "in-force", "occurrence", "free")
"""When a task is due: before signature closes, with the deposit, at entry into force, when the case arises, whenever the State likes."""
WHENS: Final = (
    "accession", "always", "before-deposit", "between-states", "competence-acceding", "competence-signed", "extradition-by-treaty",
    "instrument-signed", "leaving", "may-reserve", "party", "powers-instrument", "powers-signature", "reserved-disputes", "signature",
)  # fmt: skip
"""On what it depends whether a task concerns a State: one rule each in `longbien.core.treaty.joining.checklist`."""
_AT_HOME: Final = (Addressee.SECRETARY_GENERAL, Addressee.DEPOSITARY, Addressee.CONFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One task as data. Texts are English, to be translated; `answered`: the fields that make it drafted."""

    id: str
    duty: str
    cite: str
    what: str
    who: str
    evidence: str
    due: str
    when: str
    answered: tuple[str, ...]
    yearly: bool
    standing: str
    """How sure the duty is: `checked` against an authentic text, `parent`, `unconfirmed`, `uncertain`."""
    sources: tuple[Source, ...]


@cache
def task_rows() -> tuple[TaskRow, ...]:
    """Give every task: those of the data, then one for each notice of the Convention that they leave out."""
    return with_notices(parse_tasks(read_data(FILE)))


def parse_tasks(document: Document, *, of: Convention | None = None) -> tuple[TaskRow, ...]:
    """Read the rows; MalformedError with file and line, also for a duty, a field or a rule that is not there."""
    treaty = of or convention()
    with reading(document, schema=SCHEMA) as fields:
        seen: set[str] = set()

        def one(item: Fields) -> TaskRow:
            row = _row(item, treaty)
            if row.id in seen:
                raise mistake(item, "id")
            seen.add(row.id)
            return row

        return fields.objects("tasks", one, min_items=1, max_items=300)


def with_notices(rows: tuple[TaskRow, ...], *, of: Convention | None = None) -> tuple[TaskRow, ...]:
    """Add a row for each notice of the Convention that no row is about: none is forgotten because nobody wrote it down."""
    covered = {row.duty for row in rows if row.id.startswith("notice-")}
    more = [
        _of_notice(found.duty, of or convention()) for found in notices(of) if found.duty.id not in covered
    ]
    return (*rows, *more)


def notice_id(duty: str) -> str:
    """Give the id of a notice's task."""
    return f"notice-{duty.replace('.', '-')}"


def _of_notice(duty: Duty, treaty: Convention) -> TaskRow:
    told = duty.notice
    if told is None:  # the index gives only duties with one
        raise ValueError(duty.id)
    home = told.to in _AT_HOME
    return TaskRow(
        id=notice_id(duty.id),
        duty=duty.id,
        cite=duty.cite,
        what=told.what,
        who="Competent authority",
        evidence="Copy of the notice",
        due="occurrence",
        when="always" if home else "between-states",
        answered=(),
        yearly=home,
        standing=treaty.standing(duty),
        sources=(Source(ref=duty.id, confidence=duty.confidence),),
    )


def _row(item: Fields, treaty: Convention) -> TaskRow:
    duty_id = item.text("duty", pattern=DUTY, max_length=20)
    duty = next(iter(treaty.under(duty_id)), None)
    if duty is None:
        raise mistake(item, "duty")
    answered = item.texts("answered", max_items=20) if item.has("answered") else ()
    if any(not _asked(path) for path in answered):
        raise mistake(item, "answered")
    return TaskRow(
        id=item.text("id", pattern=r"[a-z][a-z0-9-]*", max_length=40),
        duty=duty_id,
        cite=duty.cite,
        what=item.text("label", max_length=400),
        who=item.text("title", max_length=120),
        evidence=item.text("help", max_length=200),
        due=item.choice("due", DUES),
        when=item.choice("when", WHENS),
        answered=answered,
        yearly=item.boolean("yearly") if item.has("yearly") else False,
        standing=treaty.standing(duty),
        sources=sources(item),
    )


def _asked(path: str) -> bool:
    return form().find(path) is not None or form().find(f"{path}.en") is not None
