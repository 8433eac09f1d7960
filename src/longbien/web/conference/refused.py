# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A refusal as the hall shows it: the sentence in the reader's language with names in words, and the rule that refuses, quoted."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language

from longbien.actions.conference.hall.view import HallView
from longbien.core.base.errors import LongBienError
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.rules.values import RuleValue
from longbien.texts import SENTENCES, translated
from longbien.web.base.words import word_now

_VALUE: Final = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalShown:
    """What a page shows of a refusal. `do` is the button it belongs to; `placed` tells that the button still stands on the board."""

    code: str
    sentence: str
    rule: RuleValue | None
    do: str = ""
    placed: bool = False


def refusal_of(error: LongBienError, hall: HallView, do: str = "") -> RefusalShown:
    """Give what a page shows of an error; only a refusal by a rule of procedure has a rule."""
    return RefusalShown(
        code=error.code,
        sentence=refusal_sentence(error.code, error.params, hall),
        rule=error.refusal.rule if isinstance(error, Refused) else None,
        do=do,
    )


def refusal_sentence(code: str, facts: Mapping[str, str | int], hall: HallView) -> str:
    """Give the sentence of a code in the reader's language, its facts in words: names of delegations, motions, matters."""
    language = get_language() or "en"
    names = {one.id: one.name(language) for one in hall.participants}
    said = {
        name: _IN_WORDS[name](str(value), names) if name in _IN_WORDS else value
        for name, value in facts.items()
    }
    return translated(language, code, **said)


def values_of(code: str) -> frozenset[str]:
    """Name the facts that the sentence of a code speaks of."""
    return frozenset(_VALUE.findall(SENTENCES.get(code, "")))


def _person(value: str, names: Mapping[str, str]) -> str:
    known = {"chair": "chair", "secretariat": "grid"}
    return word_now("conference_view", known[value]) if value in known else names.get(value, value)


def _coded(table: str) -> Callable[[str, Mapping[str, str]], str]:
    return lambda value, _names: word_now(table, value)


def _matter(value: str, _names: Mapping[str, str]) -> str:
    sort, _colon, name = value.partition(":")
    return f"{word_now('conference_matter', sort)} {name}" if name else value


def _listed(table: str) -> Callable[[str, Mapping[str, str]], str]:
    return lambda value, _names: ", ".join(word_now(table, one) for one in value.split(", "))


_IN_WORDS: Final[Mapping[str, Callable[[str, Mapping[str, str]], str]]] = {
    **dict.fromkeys(
        ("participant", "by", "member", "organisation", "speaker", "mover", "next", "proposer"), _person
    ),
    **dict.fromkeys(("method", "asked", "held"), _coded("conference_method")),
    "choice": _coded("conference_choice"),
    "effect": _coded("conference_effect"),
    "kind": _coded("conference_do"),
    "motion": _coded("conference_motion"),
    "on": _matter,
    "outcome": _coded("conference_outcome"),
    "phase": _coded("conference_state"),
    "question": _coded("conference_question"),
    "first": _coded("conference_motion"),
    "known": _listed("conference_motion"),
    "debate": _coded("conference_text"),
    "right": _coded("conference_right"),
    "role": _coded("conference_role"),
    "side": _coded("conference_side"),
    "state": _coded("conference_text"),
    "target": _matter,
    "when": _coded("conference_when"),
    "who": _listed("conference_who"),
    "threshold": _coded("conference_threshold"),
}
