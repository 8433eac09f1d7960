# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a rule set that are read by name: thresholds, kinds of question, motions."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeVar, cast

from longbien.core.base.fields import Fields
from longbien.core.conference.rules.values import Base, Motion, Question, RuleValue, Threshold

_T = TypeVar("_T", Threshold, Question, Motion)

_BASES: Final = ("cast", "electorate", "objection")
_PRECONDITIONS: Final = ("states_parties", "years_in_force", "bureau_report")


def thresholds(values: Mapping[str, RuleValue]) -> dict[str, Threshold]:
    """Read the section `thresholds`: integers only; MalformedError if the data are broken."""
    return dict(_rows(values, "thresholds", _threshold))


def questions(values: Mapping[str, RuleValue]) -> dict[str, Question]:
    """Read the section `questions`; MalformedError if the data are broken."""
    return dict(_rows(values, "questions", _question))


def motions(values: Mapping[str, RuleValue]) -> dict[str, Motion]:
    """Read the section `motions`; MalformedError if the data are broken."""
    return dict(_rows(values, "motions", _motion))


def _rows(
    values: Mapping[str, RuleValue], section: str, read: Callable[[str, Fields, RuleValue], _T]
) -> Iterator[tuple[str, _T]]:
    for path, rule in values.items():
        if path.startswith(f"{section}."):
            name = path.partition(".")[2]
            fields = Fields(rule.value, where=path)
            yield name, read(name, fields, rule)
            fields.done()


def _threshold(name: str, fields: Fields, rule: RuleValue) -> Threshold:
    return Threshold(
        id=name,
        base=cast("Base", fields.choice("base", _BASES)),
        num=fields.integer("num", minimum=1, maximum=100),
        den=fields.integer("den", minimum=1, maximum=100),
        strict=fields.boolean("strict"),
        counted=fields.choice("counted", ("for", "against_ruling")),
        tie=fields.choice("tie", ("rejected", "ruling_stands")),
        none_cast=fields.choice("none_cast", ("not_adopted", "adopted", "ruling_stands")),
        rule=rule,
    )


def _question(name: str, fields: Fields, rule: RuleValue) -> Question:
    for extra in ("decided_by", "on_appeal"):
        fields.optional(extra, fields.text)
    fields.optional("notice_hours", fields.integer)
    fields.optional("waivable_if_no_objection", fields.boolean)
    return Question(
        id=name,
        kind=fields.choice("kind", ("substance", "procedure", "as_whole", "election")),
        consensus_first=fields.boolean("consensus_first"),
        last_resort=None if fields.value("last_resort") is None else fields.text("last_resort"),
        precondition=fields.choice("precondition", _PRECONDITIONS) if fields.has("precondition") else None,
        at_least=fields.optional("at_least", fields.integer),
        rule=rule,
    )


def _motion(name: str, fields: Fields, rule: RuleValue) -> Motion:
    vote_if_objected = "needs_vote_only_if_objection"
    return Motion(
        id=name,
        rank=None if fields.value("rank") is None else fields.integer("rank", minimum=1, maximum=9),
        debatable=fields.choice("debatable", ("no", "limited")),
        speakers_for=fields.integer("speakers_for", maximum=9),
        speakers_against=fields.integer("speakers_against", maximum=9),
        threshold=None if fields.value("threshold") is None else fields.text("threshold"),
        mover_counts_as_for=fields.boolean("mover_counts_as_for"),
        needs_vote_only_if_objection=fields.boolean(vote_if_objected)
        if fields.has(vote_if_objected)
        else False,
        rule=rule,
    )
