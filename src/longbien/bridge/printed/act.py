# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The paper of one act: a request, a decision, any other act of its thread, or the receipt of one; in one or two languages.

PDF/A-3a and PDF/UA-1 by typst (`data/papers/act.typ`). The record from which it is made is inside the file as JSON.
"""

import re
from collections.abc import Mapping
from datetime import UTC
from typing import Final

from longbien.bridge.papers import render
from longbien.bridge.printed.rows import Row, Rows, note, pair
from longbien.bridge.printed.voice import Cells, Voice
from longbien.core.base.canonical import JsonInput, encode
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.paper.lines import languages_of, paper_title, parts
from longbien.core.cooperation.paper.record import UNSIGNED, PaperProof, Record, record_json
from longbien.core.cooperation.paper.schemas import schema_address
from longbien.texts import LANGUAGES, REVIEWED, SENTENCES

ATTACHED: Final = "record.json"
"""The name of the JSON inside the PDF."""
_VALUE: Final = re.compile(r"%\((\w+)\)s")
_LIMITS: Final = ("true", "officers", "time", "page")


def render_act(record: Record, languages: tuple[str, ...], translations: Mapping[str, str]) -> bytes:
    """Make the paper as PDF."""
    return render("act", act_values(record, languages, translations), "pdf")[0]


def picture_act(record: Record, languages: tuple[str, ...], translations: Mapping[str, str]) -> list[bytes]:
    """Make its pages as PNG: for a screen, and to look at."""
    return render("act", act_values(record, languages, translations), "png")


def act_values(
    record: Record, languages: tuple[str, ...], translations: Mapping[str, str]
) -> dict[str, JsonInput]:
    """Give everything that the template prints, as cells in each language."""
    voice = Voice(languages, (record.sender, record.recipient))
    rows = Rows(voice, languages_of(record), translations, record.form)
    sections: list[JsonInput] = [{"title": [], "rows": _head(record, voice)}]
    if not record.receipt:
        for part in parts(record):
            made: list[JsonInput] = [row for line in part.lines for row in rows.of(line)]
            sections.append({"title": voice.phrase(part.title) if part.title else [], "rows": made})
        overrides = _overrides(record, voice, rows)
        if overrides:
            sections.append({"title": voice.say("printed.overrides"), "rows": overrides})
    if record.basis is not None:
        sections.append({"title": voice.say("printed.basis"), "rows": _basis(record, voice)})
    sections.append({"title": voice.say("printed.proof"), "rows": _proof(record, voice)})
    sections.append({"title": voice.say("paper.limits_title"), "rows": _limits(voice)})
    sections.append({"title": [], "rows": _foot(record, voice)})
    at = record.made_at.astimezone(UTC)
    return {
        "languages": [one.partition("-")[0] for one in languages],
        "rtl": [str(one) == "ar" for one in languages],
        "date": [at.year, at.month, at.day],
        "bands": _bands(record, voice),
        "title": _title(record, voice),
        "mark": record.reference or record.thread[:12],
        "sections": sections,
        "name": ATTACHED,
        "record": encode(record_json(record)).decode("utf-8"),
    }


def _title(record: Record, voice: Voice) -> Cells:
    title = voice.phrase(paper_title(record))
    return voice.joined([voice.say("printed.receipt"), title], " – ") if record.receipt else title


def _bands(record: Record, voice: Voice) -> list[JsonInput]:
    """Give what must not be overlooked: an exercise, a draft, a copy with hidden parts."""
    found: list[JsonInput] = []
    if record.exercise:
        found.append(voice.say("paper.exercise"))
    if record.carriage == UNSIGNED:
        found.append(voice.say("printed.draft"))
    if record.masked:
        found.append(voice.say("printed.masked"))
    return found


def _head(record: Record, voice: Voice) -> list[JsonInput]:
    rows: list[JsonInput] = [note(voice.say("printed.receipt_lead"))] if record.receipt else []
    for code, party in (("from", record.sender), ("to", record.recipient)):
        reach = (party.authority, party.phone, party.email, party.office_hours, party.time_zone)
        lines = [voice.name(party), *(voice.same(one) for one in reach if one)]
        rows.append(pair(voice.say(f"printed.{code}"), voice.joined(lines)))
    if record.reference:
        rows.append(pair(voice.say("printed.reference"), voice.same(record.reference)))
    rows.append(pair(voice.say("printed.number"), voice.same(record.thread)))
    if record.act is not None:
        rows.append(pair(voice.say("printed.time"), voice.same(voice.clock(record.act.time))))
        if record.act.refers_to:
            rows.append(pair(voice.say("printed.answer_to"), voice.same(_groups(record.act.refers_to))))
    rows += [
        note(voice.joined([voice.say("printed.flag"), voice.say(one)], " "), "alert") for one in record.flags
    ]
    return rows


def _basis(record: Record, voice: Voice) -> list[JsonInput]:
    basis = record.basis
    if basis is None:
        return []
    on, table = basis.on.isoformat(), voice.phrase(basis.table)
    code = "basis_convention" if basis.convention else "basis_holds" if basis.holds else "basis_missing"
    named = pair(voice.phrase("Legal basis"), voice.codes("LEGAL-BASIS", [basis.code]))
    status = [
        voice.say(f"printed.{code}", on=on, table=table[place]["text"])[place]
        for place in range(len(voice.languages))
    ]
    rows: list[JsonInput] = [named, note(status)]
    form = forms().get(record.form)
    if basis.convention and form is not None:
        rows.append(note(voice.say("printed.article", article=form.article)))
        rows.append(note(voice.say("printed.paraphrase")))
    elif not basis.convention:
        rows.append(note(voice.say("printed.basis_other" if basis.code != "hanoi" else "printed.basis_none")))
    return rows


def _overrides(record: Record, voice: Voice, rows: Rows) -> list[JsonInput]:
    given = record.body.get("overrides")
    form = forms().get(record.form)
    found: list[JsonInput] = []
    for one in given if isinstance(given, list) else []:
        if isinstance(one, dict):
            field = form.fields.get(str(one.get("field", ""))) if form is not None else None
            label = voice.phrase(field.label) if field is not None else voice.same(str(one.get("check", "")))
            check = str(one.get("check", ""))
            # What the check found is not kept with an override: the sentence stands without its values.
            values = dict.fromkeys(_VALUE.findall(SENTENCES.get(check, "")), "…")
            found.append(note(voice.say(check, **values), "alert"))
            found.append(rows.free(label, str(one.get("reason", ""))))
    return found


def _proof(record: Record, voice: Voice) -> list[JsonInput]:
    act = record.act
    rows: list[JsonInput] = []
    if act is not None:
        rows.append(note(voice.say("printed.signed", party=record.sender.party)))
        if act.approved_by:
            who = [
                f"{one.role_id}, {one.at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC" for one in act.approved_by
            ]
            rows.append(pair(voice.say("printed.approved"), voice.same("\n".join(who))))
        rows.append(pair(voice.say("printed.digest"), voice.same(_groups(act.digest))))
        rows.append(pair(voice.say("printed.id"), voice.same(act.id)))
        rows.append(pair(voice.say("printed.keys"), voice.same("\n".join(act.keys))))
        rows.append(pair(voice.say("printed.recorded"), voice.same(voice.clock(act.recorded_at))))
    rows.append(pair(voice.say("printed.travel"), voice.word("carriage", record.carriage)))
    rows += [row for proof in record.proofs for row in _log(proof, voice)]
    if not record.proofs:
        rows.append(note(voice.say("printed.log_none")))
    return rows


def _log(proof: PaperProof, voice: Voice) -> list[Row]:
    said = voice.say(
        f"printed.log_{proof.outcome}", log=proof.log, index=proof.index, size=proof.size, code=proof.code
    )
    rows = [note(said)]
    if proof.at is not None:
        rows.append(pair(voice.say("printed.log_time"), voice.same(voice.clock(proof.at))))
    if proof.cosigned_by:
        rows.append(note(voice.say("printed.witness", names=", ".join(proof.cosigned_by))))
    return rows


def _limits(voice: Voice) -> list[JsonInput]:
    return [note(voice.say(f"printed.limit_{one}"), "item") for one in _LIMITS]


def _foot(record: Record, voice: Voice) -> list[JsonInput]:
    at = f"{record.made_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    rows: list[JsonInput] = [
        note(voice.say("printed.attached", name=ATTACHED, schema=schema_address(record.kind))),
        note(voice.say("printed.printed", party=record.made_by, role=record.role_id, at=at)),
    ]
    rows += [
        note(voice.say("printed.unreviewed", language=LANGUAGES.get(language, language)))
        for language in voice.languages
        if language not in REVIEWED
    ]
    if voice.missing:
        rows.append(note(voice.say("printed.english")))
    return rows


def _groups(digest: str) -> str:
    """Write a digest in groups of eight, as it is compared by eye."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
