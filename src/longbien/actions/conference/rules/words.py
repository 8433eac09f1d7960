# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules of procedure in words, in the reader's language: what a value says, where it stands, how sure it is. Needs no node.

Words of the data (labels, texts) go through the catalogues; codes have their words in `sentences/conference_rules.py`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.conference.rules.compare import Consequence, Difference, differences
from longbien.core.conference.rules.nodes import open_points
from longbien.core.conference.rules.sources import sources
from longbien.core.conference.rules.values import RuleSet, RuleValue
from longbien.texts import SENTENCES, phrase, translated

_NOTHING: Final = "nothing"
_ROOM: Final = "conference_rules."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A rule value in words: for a screen, a terminal, a paper. `raw` is the value itself."""

    raw: RuleValue
    path: str
    section: str
    label: str
    value: str
    text: str
    note: str
    rule: str
    sources: str
    confidence: str
    mark: str
    open_point: str
    fallback: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A difference between two sets in words; `a_means` and `b_means` are empty where no example was worked out."""

    label: str
    a: Shown
    b: Shown
    a_means: str
    b_means: str


def shown(language: str, value: RuleValue) -> Shown:
    """Put a value into words: a code that has none of its own by the text that explains it."""
    explained = bool(value.text) and isinstance(value.value, str) and f"{_ROOM}{value.value}" not in SENTENCES
    text = phrase(language, value.text)
    return Shown(
        raw=value,
        path=value.path,
        section=value.path.partition(".")[0],
        label=phrase(language, value.label),
        value=text if explained else value_words(language, value),
        text="" if explained else text,
        note=value.note,
        rule=value.rule,
        sources=", ".join(sources()[name].short for name in value.sources),
        confidence=coded(language, f"sure_{value.confidence}"),
        mark=value.confidence,
        open_point=_open_point(language, value),
        fallback=value.fallback,
    )


def compared(language: str, a: RuleSet, b: RuleSet) -> tuple[Compared, ...]:
    """Put what differs between two sets into words."""
    return tuple(_compared(language, one) for one in differences(a, b))


def value_words(language: str, value: RuleValue) -> str:
    """Say what a value says: a share, a majority, a motion's rank, a list, a number or a code in words."""
    if isinstance(value.value, dict):
        names = frozenset(value.value)
        for members, words in _SHAPES.items():
            if members <= names:
                return words(language, value.value)
    return _plain(language, value.value)


def coded(language: str, code: str) -> str:
    """Give the words of a code of the rules; a code without words of its own is read as it is written."""
    name = f"{_ROOM}{code}"
    return translated(language, name) if name in SENTENCES else code.replace("_", " ")


def _compared(language: str, one: Difference) -> Compared:
    return Compared(
        label=phrase(language, one.label),
        a=shown(language, one.a),
        b=shown(language, one.b),
        a_means=_means(language, one.a_means),
        b_means=_means(language, one.b_means),
    )


def _means(language: str, consequence: Consequence | None) -> str:
    return "" if consequence is None else translated(language, consequence.code, **consequence.params)


def _open_point(language: str, value: RuleValue) -> str:
    """Say which open point governs a value and what was chosen."""
    if value.variant is None:
        return ""
    variant = open_points()[value.variant]
    chosen = variant.options.get(value.option or "")
    question = phrase(language, variant.question)
    return f"{question} {phrase(language, chosen.label)}" if chosen is not None else question


def _plain(language: str, value: Json) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{coded(language, name)}: {_plain(language, held)}" for name, held in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(language, one) for one in value) or coded(language, _NOTHING)
    if value is None:
        return coded(language, _NOTHING)
    if isinstance(value, bool):
        return coded(language, "yes" if value else "no")
    return coded(language, value) if isinstance(value, str) else str(value)


def _share(language: str, value: Mapping[str, Json]) -> str:
    code = "conference_rules.more_than" if value["strict"] else "conference_rules.at_least"
    of = coded(language, f"of_{value['of']}")
    return translated(language, code, num=value["num"], den=value["den"], of=of)


def _threshold(language: str, value: Mapping[str, Json]) -> str:
    if value["base"] == "objection":
        return coded(language, "no_objection")
    return _share(language, {**value, "of": f"{value['base']}_{value['counted']}"})


def _question(language: str, value: Mapping[str, Json]) -> str:
    last = value["last_resort"]
    if last is None:
        return coded(language, "consensus_only")
    majority = coded(language, str(last))
    if not value["consensus_first"]:
        return majority
    return translated(language, "conference_rules.consensus_then", majority=majority)


def _motion(language: str, value: Mapping[str, Json]) -> str:
    rank = (
        coded(language, "no_rank")
        if value["rank"] is None
        else translated(language, "conference_rules.rank", rank=value["rank"])
    )
    heard = translated(
        language,
        "conference_rules.heard",
        **{"for": value["speakers_for"], "against": value["speakers_against"]},
    )
    majority = coded(language, str(value["threshold"]) if value["threshold"] is not None else "no_vote")
    return f"{rank}; {heard}; {majority}"


_SHAPES: Final[Mapping[frozenset[str], Callable[[str, Mapping[str, Json]], str]]] = MappingProxyType(
    {
        frozenset({"num", "den", "strict", "of"}): _share,
        frozenset({"num", "den", "strict", "base"}): _threshold,
        frozenset({"consensus_first", "last_resort"}): _question,
        frozenset({"rank", "speakers_for", "speakers_against"}): _motion,
    }
)
"""How values of several members are put into words, by the members that they have."""
