# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a State is asked when it joins: the steps and questions of `data/joining/form.yaml`.

A question has a path, such as `instrument.day`. One that is asked by language takes the language's code at its end
(`state.name.vi`), one in a step that may be filled in several times a number after the step (`reservation.2.to`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data

SCHEMA: Final = "longbien/joining-form/1"
FILE: Final = "joining/form.yaml"
LANGUAGES: Final = ("ar", "en", "es", "fr", "ru", "vi", "zh")
"""The languages of the papers: the six authentic ones (Art. 68(2)) and Vietnamese."""
KINDS: Final = (
    "text", "long", "day", "choice", "yes-no", "email", "phone", "zone", "languages", "paragraphs",
)  # fmt: skip
DUTY: Final = r"[1-9][0-9]?(?:\.[1-9][0-9]?)?(?:\.[a-z](?:\.[ivx]+)?)?"
"""A duty's id: article, paragraph, letter, such as `40.12.c` or `13.a`."""
_ID: Final = r"[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*"
_NUMBER: Final = re.compile(r"[1-9][0-9]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `path` is written with `*` for the number of a repeated step; `label` and `help` are English, to be translated."""

    path: str
    kind: str
    label: str
    help: str = ""
    choices: tuple[str, ...] = ()
    by_language: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: the duty it serves, its questions, and how often it may be filled in (1: once)."""

    id: str
    label: str
    help: str
    duty: str
    repeat: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """All steps in their order, and every question by its path."""

    steps: tuple[Step, ...]
    questions: Mapping[str, Question]

    def step(self, step_id: str) -> Step | None:
        """Find a step."""
        return next((step for step in self.steps if step.id == step_id), None)

    def find(self, path: str) -> Question | None:
        """Find the question that a full path answers, such as `reservation.2.text.vi`; None if there is none."""
        found = self._plain(path)
        if found is not None:
            return None if found.by_language else found
        stem, _, language = path.rpartition(".")
        if language not in LANGUAGES:
            return None
        found = self._plain(stem)
        return found if found is not None and found.by_language else None

    def _plain(self, path: str) -> Question | None:
        first, dot, rest = path.partition(".")
        number, more, name = rest.partition(".")
        step = self.step(first)
        if step is None or step.repeat == 1:
            return self.questions.get(path)
        if not (dot and more) or _NUMBER.fullmatch(number) is None or int(number) > step.repeat:
            return None
        return self.questions.get(f"{first}.*.{name}")


@cache
def form() -> Form:
    """Give the form that ships with the software."""
    return parse_form(read_data(FILE))


def parse_form(document: Document) -> Form:
    """Read the form; MalformedError with file and line, also for a path given twice or a group that is not there."""
    with reading(document, schema=SCHEMA) as fields:
        groups = _groups(fields.object("groups"))
        questions: dict[str, Question] = {}
        seen: set[str] = set()

        def one(item: Fields) -> Step:
            step = _step(item, groups)
            if step.id in seen:
                raise mistake(item, "id")
            seen.add(step.id)
            for question in step.questions:
                if question.path in questions:
                    raise mistake(item, "questions")
                questions[question.path] = question
            return step

        steps = fields.objects("steps", one, min_items=1, max_items=100)
        return Form(steps=steps, questions=MappingProxyType(questions))


def _groups(fields: Fields) -> dict[str, tuple[Question, ...]]:
    found = {name: fields.objects(name, _question, min_items=1, max_items=50) for name in fields.names()}
    fields.done()
    return found


def _step(item: Fields, groups: Mapping[str, tuple[Question, ...]]) -> Step:
    step_id = item.text("id", pattern=_ID, max_length=40)
    repeat = item.integer("repeat", minimum=1, maximum=99) if item.has("repeat") else 1
    prefix = step_id if repeat == 1 else f"{step_id}.*"
    own = item.objects("questions", _question, max_items=50) if item.has("questions") else ()
    shared: list[Question] = []
    for name in item.texts("groups", max_items=10) if item.has("groups") else ():
        if name not in groups:
            raise mistake(item, "groups")
        shared += groups[name]
    if not own and not shared:
        raise mistake(item, "questions")
    return Step(
        id=step_id,
        label=item.text("label", max_length=120),
        help=item.optional("help", item.text) or "",
        duty=item.text("duty", pattern=DUTY, max_length=20),
        repeat=repeat,
        questions=tuple(_under(prefix, question) for question in (*own, *shared)),
    )


def _under(prefix: str, question: Question) -> Question:
    return Question(
        path=f"{prefix}.{question.path}",
        kind=question.kind,
        label=question.label,
        help=question.help,
        choices=question.choices,
        by_language=question.by_language,
    )


def _question(item: Fields) -> Question:
    kind = item.choice("kind", KINDS)
    choices = item.texts("choices", max_items=20, max_length=40) if item.has("choices") else ()
    if (kind == "choice") != bool(choices):
        raise mistake(item, "choices")
    return Question(
        path=item.text("id", pattern=_ID, max_length=60),
        kind=kind,
        label=item.text("label", max_length=160),
        help=item.optional("help", item.text) or "",
        choices=choices,
        by_language=item.boolean("by_language") if item.has("by_language") else False,
    )
