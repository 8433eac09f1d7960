# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One vote on paper: the verdict with its figures and rule, the Chair's declaration beside it, who voted how, notes and explanations."""

from collections.abc import Mapping, Sequence
from typing import Final

from longbien.actions.conference.record.words import (
    Names,
    apart,
    matter_words,
    outcome_words,
    roll_words,
    rule_words,
    verdict_json_words,
)
from longbien.core.base.canonical import Json
from longbien.core.base.sheet import Row, Section, names, pair, text
from longbien.core.conference.counting.roll import alphabetical
from longbien.texts import translated, word

_CODE: Final = "conference_record."
_FIGURES: Final = ("for", "against", "abstain", "not_voting", "electorate", "votes_needed")
_ALPHABETS: Final = ("ar", "en", "es", "fr", "ru", "zh", "vi")


def vote_section(
    language: str, vote: Mapping[str, Json], events: Sequence[Mapping[str, Json]], held: Names
) -> Section:
    """Give a vote as a section below the votes."""

    def say(code: str, /, **params: object) -> str:
        return translated(language, _CODE + code, **params)

    method = word(language, "conference_method", str(vote.get("method")))
    title = f"{apart(vote.get('id'))} · {matter_words(language, str(vote.get('on')))} · {method}"
    rows: list[Row] = [*_verdict(language, vote)]
    ballots = vote.get("ballots")
    if isinstance(ballots, dict):
        order = _order(language, list(ballots))
        for choice, those in roll_words(ballots, held, language, order).items():
            label = word(language, "conference_choice", choice)
            rows.append(names(f"{label} ({len(those)})", those))
    counted, confirmed = vote.get("counted_by"), vote.get("confirmed_by")
    if counted or confirmed:
        rows.append(
            text(
                say("counted", counted=apart(counted or "—"), confirmed=apart(confirmed or "—")), kind="small"
            )
        )
    rows += _notes(language, str(vote.get("id")), events, held)
    return Section(title=title, rows=tuple(rows), level=3)


def _verdict(language: str, vote: Mapping[str, Json]) -> list[Row]:
    verdict = vote.get("verdict")
    declared = str(vote.get("declared") or "")
    said = outcome_words(language, declared) if declared else translated(language, _CODE + "not_declared")
    if not isinstance(verdict, dict):
        phase = outcome_words(language, str(vote.get("phase")))
        return [
            pair(translated(language, _CODE + "computed"), phase),
            pair(translated(language, _CODE + "declared"), said),
        ]
    rows = [
        pair(translated(language, _CODE + "computed"), verdict_json_words(language, verdict)),
        pair(translated(language, _CODE + "declared"), said),
    ]
    if vote.get("differs") is True:
        computed = outcome_words(language, str(verdict.get("outcome")))
        rows.append(
            text(translated(language, _CODE + "differs", computed=computed, declared=said), kind="alert")
        )
    figures = [f"{translated(language, _CODE + f'figure_{one}')}: {verdict.get(one)}" for one in _FIGURES]
    quorum = verdict.get("quorum")
    if isinstance(quorum, dict):
        present = translated(
            language, _CODE + "figure_present", present=quorum.get("present"), required=quorum.get("required")
        )
        figures.append(present)
    threshold = word(language, "conference_threshold", str(verdict.get("threshold")))
    rows.append(pair(translated(language, _CODE + "figures"), " · ".join(figures)))
    rows.append(pair(translated(language, _CODE + "majority"), threshold))
    quoted = [verdict.get("rule"), quorum.get("rule") if isinstance(quorum, dict) else None]
    return [*rows, *(text(rule_words(language, one), kind="small") for one in quoted if one)]


def _notes(language: str, vote: str, events: Sequence[Mapping[str, Json]], held: Names) -> list[Row]:
    """Give corrections, which change no total, and explanations of vote."""
    rows = []
    for event in events:
        body, kind = event.get("body"), event.get("kind")
        if not isinstance(body, dict) or body.get("vote") != vote:
            continue
        who = held.of(str(body.get("participant") or event.get("by")), language)
        words = str(body.get("words") or "")
        if kind == "vote.corrected":
            choice = word(language, "conference_choice", str(body.get("choice")))
            rows.append(text(translated(language, _CODE + "corrected", who=who, choice=choice), kind="item"))
        elif kind == "vote.explained":
            rows.append(
                text(translated(language, _CODE + "explained", who=who, words=words or "—"), kind="item")
            )
    return rows


def _order(language: str, codes: list[str]) -> tuple[str, ...]:
    base = language.partition("-")[0]
    return alphabetical(codes, base if base in _ALPHABETS else "en")
