# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A State's answers to the joining form: read from YAML or JSON, cleaned field by field, all flaws told together.

Kept are texts by path (`instrument.day`: `2026-12-01`), each in its one spelling. Nothing is kept of a document with a flaw.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.moments import parse_day
from longbien.core.treaty.joining.flaws import MOST, Flaw, FlawedError, flaw
from longbien.core.treaty.joining.form import DUTY, LANGUAGES, Form, Question, form

MAX_BYTES: Final = 512 * 1024
"""The largest document of answers, in bytes."""
MAX_FIELDS: Final = 3000
"""How many fields a document may have."""
_MAX_DEPTH: Final = 8
_LONGEST: Final[Mapping[str, int]] = {"long": 8000}
_SHORT: Final = 200
"""As long as the directory takes a name."""
_PATH_SHOWN: Final = 80
_EMAIL: Final = re.compile(r"[^\s@<>,;]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?\.[A-Za-z]{2,}")
_PHONE: Final = re.compile(r"\+[1-9][0-9 ()./-]{5,24}[0-9]")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_PARAGRAPH: Final = re.compile(DUTY)
_UNSEEN: Final = frozenset({"Cc", "Cs", "Co", "Cn"})
_YES_NO: Final[Mapping[str, str]] = {"yes": "yes", "no": "no", "true": "yes", "false": "no"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers by path; a question without an answer is not there."""

    values: Mapping[str, str]

    def get(self, path: str) -> str:
        """Give an answer, or nothing."""
        return self.values.get(path, "")

    def day(self, path: str) -> date | None:
        """Give an answer that is a day."""
        text = self.get(path)
        return parse_day(text) if text else None

    def yes(self, path: str) -> bool | None:
        """Give an answer that is yes or no; None without one."""
        return {"yes": True, "no": False}.get(self.get(path))

    def items(self, path: str) -> tuple[str, ...]:
        """Give an answer that is a list of languages or paragraphs."""
        return tuple(self.get(path).split())

    def by_language(self, path: str) -> dict[str, str]:
        """Give the answers by language."""
        return {code: self.values[f"{path}.{code}"] for code in LANGUAGES if f"{path}.{code}" in self.values}

    def any_language(self, path: str) -> str:
        """Give the answer in English if there is one, else in any language."""
        found = self.by_language(path)
        return found.get("en") or next(iter(found.values()), "")

    def numbers(self, step: str) -> tuple[int, ...]:
        """Give the numbers under which a repeated step is filled in, in order."""
        found = {
            int(rest.partition(".")[0])
            for path in self.values
            for first, _, rest in (path.partition("."),)
            if first == step and rest[:1].isdigit()
        }
        return tuple(sorted(found))

    def has(self, path: str) -> bool:
        """Tell whether a question is answered, in any language if it is asked by language."""
        return path in self.values or any(f"{path}.{code}" in self.values for code in LANGUAGES)


NOTHING: Final = Answers(values=MappingProxyType({}))
"""No answers yet."""


def read_answers(value: Json, *, against: Form | None = None) -> Answers:
    """Read a document of answers, nested or flat; FlawedError with every flaw, and then nothing is kept."""
    flaws: list[Flaw]
    if not isinstance(value, dict):
        flaws = [flaw("joining.not_object", "")]
        raise FlawedError(tuple(flaws))
    asked = against or form()
    found: dict[str, str] = {}
    flaws = []
    for count, (path, given) in enumerate(_leaves(value, "", 0)):
        if count >= MAX_FIELDS or len(flaws) >= MOST:
            flaws.append(flaw("joining.too_many", ""))
            break
        cleaned = clean(path, given, against=asked)
        if isinstance(cleaned, Flaw):
            flaws.append(cleaned)
        elif path in found:
            flaws.append(flaw("joining.twice", path[:_PATH_SHOWN]))
        elif cleaned:
            found[path] = cleaned
    if flaws:
        raise FlawedError(tuple(flaws))
    return Answers(values=MappingProxyType(dict(sorted(found.items()))))


def stored_answers(value: Json) -> Answers:
    """Give answers as they were kept, also those to questions that this version no longer asks; MalformedError `base.field_type`."""
    if not isinstance(value, dict):
        raise MalformedError("base.field_type", field="", where="$", expected="object")
    fields = Fields(value)
    found = {path: fields.text(path, max_length=_LONGEST["long"]) for path in fields.names()}
    return Answers(values=MappingProxyType(dict(sorted(found.items()))))


def change(before: Answers, changes: Mapping[str, Json]) -> Answers:
    """Give answers with some of them changed, an empty text taking one away; FlawedError as `read_answers`."""
    flaws: list[Flaw] = []
    after = dict(before.values)
    for path, given in changes.items():
        cleaned = clean(path, given)
        if isinstance(cleaned, Flaw):
            flaws.append(cleaned)
        elif cleaned:
            after[path] = cleaned
        else:
            after.pop(path, None)
    if flaws:
        raise FlawedError(tuple(flaws))
    return Answers(values=MappingProxyType(dict(sorted(after.items()))))


def clean(path: str, given: Json, *, against: Form | None = None) -> str | Flaw:
    """Clean one answer: give it in its one spelling (empty: none), or its flaw."""
    question = (against or form()).find(path)
    shown = plain_path(path)
    if question is None:
        return flaw("joining.unknown_field", shown)
    if isinstance(given, bool):
        given = "yes" if given else "no"
    if given is None:
        given = ""
    if isinstance(given, list) and question.kind in ("languages", "paragraphs"):
        given = " ".join(str(item) for item in given[:200])
    if isinstance(given, int | float) and question.kind in ("text", "paragraphs", "phone"):
        given = str(given)
    if not isinstance(given, str):
        return flaw("joining.not_text", shown)
    if len(given) > _LONGEST.get(question.kind, _SHORT):
        return flaw("joining.too_long", shown, limit=_LONGEST.get(question.kind, _SHORT))
    text = unicodedata.normalize("NFC", given).strip()
    if question.kind == "long":
        text = "\n".join(line.strip() for line in text.splitlines())
    elif question.kind != "day":
        text = " ".join(text.split())
    if any(unicodedata.category(letter) in _UNSEEN and letter != "\n" for letter in text):
        return flaw("joining.unseen_letter", shown)
    return _CLEANERS[question.kind](question, text, shown) if text else ""


def plain_path(path: str) -> str:
    """Give a path for people: bounded, without anything that a terminal would act upon."""
    return "".join(letter if letter.isprintable() else "?" for letter in path[:_PATH_SHOWN])


def nested(answers: Answers) -> dict[str, Json]:
    """Give answers as the flat document that `read_answers` takes."""
    return dict(answers.values)


def _leaves(value: Json, path: str, depth: int) -> Iterator[tuple[str, Json]]:
    """Walk a document: an object's names and a list's places (from 1) join the path, up to eight deep."""
    listed = isinstance(value, list) and (not value or any(isinstance(item, dict | list) for item in value))
    if depth > _MAX_DEPTH:
        yield path, None if path == "" else [None]
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _leaves(item, f"{path}.{name}" if path else name, depth + 1)
    elif isinstance(value, list) and listed:
        for number, item in enumerate(value, start=1):
            yield from _leaves(item, f"{path}.{number}" if path else str(number), depth + 1)
    else:
        yield path, value


def _text(question: Question, text: str, shown: str) -> str | Flaw:
    return text


def _day(question: Question, text: str, shown: str) -> str | Flaw:
    try:
        parse_day(text)
    except MalformedError:
        return flaw("joining.not_a_day", shown)
    return text


def _choice(question: Question, text: str, shown: str) -> str | Flaw:
    if text in question.choices:
        return text
    return flaw("joining.not_a_choice", shown, choices=", ".join(question.choices))


def _yes_no(question: Question, text: str, shown: str) -> str | Flaw:
    return _YES_NO.get(text.lower()) or flaw("joining.not_yes_no", shown)


def _email(question: Question, text: str, shown: str) -> str | Flaw:
    return text if _EMAIL.fullmatch(text) else flaw("joining.not_email", shown)


def _phone(question: Question, text: str, shown: str) -> str | Flaw:
    return text if _PHONE.fullmatch(text) else flaw("joining.not_phone", shown)


def _zone(question: Question, text: str, shown: str) -> str | Flaw:
    try:
        ZoneInfo(text)
    except (ValueError, OSError, LookupError):
        return flaw("joining.not_zone", shown)
    return text


def _languages(question: Question, text: str, shown: str) -> str | Flaw:
    codes = text.replace(",", " ").lower().split()
    if len(set(codes)) != len(codes) or any(_LANGUAGE.fullmatch(code) is None for code in codes):
        return flaw("joining.not_languages", shown)
    return " ".join(codes)


def _paragraphs(question: Question, text: str, shown: str) -> str | Flaw:
    ids = text.replace(",", " ").replace(";", " ").split()
    if len(set(ids)) != len(ids) or any(_PARAGRAPH.fullmatch(one) is None for one in ids):
        return flaw("joining.not_paragraphs", shown)
    return " ".join(ids)


_CLEANERS: Final[Mapping[str, Callable[[Question, str, str], str | Flaw]]] = {
    "text": _text,
    "long": _text,
    "day": _day,
    "choice": _choice,
    "yes-no": _yes_no,
    "email": _email,
    "phone": _phone,
    "zone": _zone,
    "languages": _languages,
    "paragraphs": _paragraphs,
}
