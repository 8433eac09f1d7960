# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The notices of the annex, one after the other: which sentence introduces each, and what stands below it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from longbien.core.treaty.joining.answers import Answers
from longbien.core.treaty.joining.wording import GAP, Wording, isolated

_AUTHORITY: Final = ("name", "address", "phone", "email", "languages", "hours", "zone")
_LAWS: Final = ("notice.17-2-d", "notice.50-5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line below a notice: a label of the wording (or none), and the answer in each language."""

    label: str
    value: Callable[[Wording], str]

    def said(self, word: Wording) -> str:
        """Give the line in a language."""
        value = self.value(word) or GAP
        return f"{word.text(self.label)}: {value}" if self.label else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice: its duty, the key of its sentence, the values of the sentence, the lines below."""

    duty: str
    key: str
    values: Mapping[str, Callable[[Wording], str]] = field(default_factory=lambda: MappingProxyType({}))
    lines: tuple[Line, ...] = ()


def notices(answers: Answers) -> Iterator[Notice]:
    """Give every notice that has an answer, in the order of the Convention; those without one stay tasks."""
    for step in _LAWS[:1]:
        yield from _laws(answers, step)
    yield from _extradition(answers)
    yield from _authority(answers, "notice.37-19")
    yield from _authority(answers, "notice.40-12-c")
    for number in answers.numbers("territory"):
        region = _said(answers, f"territory.{number}.region")
        yield Notice(
            duty="40.12.a",
            key="n_territory",
            values={"region": region},
            lines=_lines(answers, f"territory.{number}"),
        )
    if answers.has("notice.40-13.languages"):
        yield Notice(
            duty="40.13", key="n_40-13", values={"languages": _languages(answers, "notice.40-13.languages")}
        )
    yield from _authority(answers, "notice.41-2")
    for step in _LAWS[1:]:
        yield from _laws(answers, step)
    yield from _authority(answers, "notice.53-7")


def _extradition(answers: Answers) -> Iterator[Notice]:
    conditional, basis = answers.yes("notice.37-6-a.conditional"), answers.yes("notice.37-6-a.basis")
    if conditional is False:
        yield Notice(duty="37.6.a", key="n_37-6-a_not_conditional")
    elif basis is not None:
        yield Notice(duty="37.6.a", key="n_37-6-a_basis" if basis else "n_37-6-a_no_basis")


def _authority(answers: Answers, step: str) -> Iterator[Notice]:
    slug = step.partition(".")[2]
    if answers.has(f"{step}.name"):
        yield Notice(duty=slug.replace("-", "."), key=f"n_{slug}", lines=_lines(answers, step))


def _laws(answers: Answers, step: str) -> Iterator[Notice]:
    slug = step.partition(".")[2]
    if not answers.has(f"{step}.laws"):
        return
    lines = [Line(label="", value=_said(answers, f"{step}.laws"))]
    if answers.yes(f"{step}.copies"):
        lines.append(Line(label="", value=lambda word: word.text("copies")))
    yield Notice(duty=slug.replace("-", "."), key=f"n_{slug}", lines=tuple(lines))


def _lines(answers: Answers, step: str) -> tuple[Line, ...]:
    found = []
    for name in _AUTHORITY:
        path = f"{step}.{name}"
        if not answers.has(path):
            continue
        value = _languages(answers, path) if name == "languages" else _said(answers, path)
        found.append(Line(label=f"l_{name}", value=value))
    return tuple(found)


def _said(answers: Answers, path: str) -> Callable[[Wording], str]:
    return lambda word: answers.get(f"{path}.{word.language}") or isolated(answers.get(path), word)


def _languages(answers: Answers, path: str) -> Callable[[Wording], str]:
    return lambda word: ", ".join(word.language_name(code) for code in answers.items(path))
