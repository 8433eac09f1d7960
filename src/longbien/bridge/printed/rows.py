# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines of a body as rows of the page: what stands in each column, where a free text has room for its translation, tables."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Final, TypeAlias

from longbien.bridge.printed.voice import Cells, Voice, apart, cell, language_of_script
from longbien.core.base.canonical import Json, JsonInput
from longbien.core.base.errors import LongBienError
from longbien.core.base.moments import parse_moment
from longbien.core.cooperation.forms.blocks import BLOCKS, BlockPart
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.forms.values import CONTACT_PARTS
from longbien.core.cooperation.paper.lines import Line, is_prose
from longbien.texts import LANGUAGES, known_language

Row: TypeAlias = dict[str, JsonInput]
"""One row for the template: `kind`, `label`, and what the kind has (`data/papers/act.typ`)."""

_WIDE: Final = 38
"""Letters that a hand writes on one ruled line of a column, roughly."""
_MOST_LINES: Final = 24


class Rows:
    """Makes rows for one paper. `stated`: the languages that the request names; `given`: translations by field, if there are any."""

    def __init__(self, voice: Voice, stated: tuple[str, ...], given: Mapping[str, str], form: str) -> None:
        """Speak by `voice`."""
        self._voice, self._stated, self._given, self._form = voice, stated, given, form

    def of(self, line: Line) -> Iterator[Row]:
        """Give the rows of one line; a value that does not have its shape is written out as it is."""
        label = self._label(line)
        made = self._makers().get(line.shape, self._plain)
        try:
            yield from made(label, line)
        except (LongBienError, KeyError, TypeError, ValueError):
            yield pair(label, self._voice.same(str(line.value)))

    def _makers(self) -> Mapping[str, Callable[[Cells, Line], Iterator[Row]]]:
        return {
            "moment": self._moment,
            "period": self._period,
            "codes": self._codes,
            "phrases": self._phrases,
            "choice": self._choice,
            "form": self._form_name,
            "field-names": self._field_names,
            "free": self._free,
            "language": self._language,
            "parts": self._parts,
            "identifiers": self._identifiers,
            **dict.fromkeys(BLOCKS, self._blocks),
            "conditions": self._conditions,
            "bytes": self._bytes,
            "hidden": self._hidden,
        }

    def _label(self, line: Line) -> Cells:
        cells = self._voice.phrase(line.label)
        return self._voice.joined([cells, self._voice.say("printed.mended")], " ") if line.mended else cells

    def _plain(self, label: Cells, line: Line) -> Iterator[Row]:
        yield pair(label, self._voice.same(str(line.value)))

    def _moment(self, label: Cells, line: Line) -> Iterator[Row]:
        yield pair(label, self._voice.moment(str(line.value)))

    def _period(self, label: Cells, line: Line) -> Iterator[Row]:
        since, until = _texts(line.value)
        yield pair(
            label,
            self._voice.joined([self._voice.moment(since), self._voice.same("–"), self._voice.moment(until)]),
        )

    def _codes(self, label: Cells, line: Line) -> Iterator[Row]:
        yield pair(label, self._voice.codes(line.list, _texts(line.value)))

    def _phrases(self, label: Cells, _line: Line) -> Iterator[Row]:
        yield pair(label, self._voice.say("printed.yes"))

    def _choice(self, label: Cells, line: Line) -> Iterator[Row]:
        yield pair(label, self._voice.word("choice", str(line.value)))

    def _form_name(self, label: Cells, line: Line) -> Iterator[Row]:
        found = forms().get(str(line.value))
        yield pair(label, self._voice.phrase(found.label) if found else self._voice.same(str(line.value)))

    def _field_names(self, label: Cells, line: Line) -> Iterator[Row]:
        known = forms().get(self._form)
        fields = known.fields if known is not None else {}
        names = [fields[one].label if one in fields else one for one in _texts(line.value)]
        yield pair(label, self._voice.joined(self._voice.phrase(one) for one in names))

    def _free(self, label: Cells, line: Line) -> Iterator[Row]:
        text = str(line.value)
        if not is_prose(text) and line.id not in self._given:
            yield pair(label, self._voice.same(text))
            return
        yield self.free(label, str(line.value), self._given.get(line.id, ""))

    def free(self, label: Cells, text: str, translation: str = "") -> Row:
        """Give a free text in the column of its language, with its translation or room for one in the other."""
        place = self._voice.place_of(text, self._stated)
        tongue = self._voice.languages[place] if place >= 0 else _tongue(text, self._stated)
        needed = [one for one in range(len(self._voice.languages)) if one != place]
        side = self._voice.place_of(translation, self._stated[1:]) if translation else -1
        given = side if side in needed else (needed[0] if translation and needed else -1)
        return {
            "kind": "free",
            "label": label,
            "text": cell(text, tongue),
            "place": place,
            "room": self._voice.say("printed.room"),
            "translation": cell(translation, self._voice.languages[given]) if given >= 0 else None,
            "given": given,
            "lines": min(_MOST_LINES, 1 + len(text) // _WIDE + text.count("\n")),
        }

    def _parts(self, label: Cells, line: Line) -> Iterator[Row]:
        value = line.value if isinstance(line.value, dict) else {}
        names = [one for one in CONTACT_PARTS if one in value] + [
            one for one in value if one not in CONTACT_PARTS
        ]
        rows = []
        for name in names:
            said = (
                self._voice.say(f"printed.contact_{name}")
                if name in CONTACT_PARTS
                else self._voice.same(name)
            )
            rows.append([cell(f"{one['text']}: {apart(value[name])}", str(one["lang"])) for one in said])
        yield pair(label, self._voice.joined(rows))

    def _language(self, label: Cells, line: Line) -> Iterator[Row]:
        tag = str(line.value)
        name = LANGUAGES.get(known_language(tag), "")
        yield pair(label, self._voice.same(f"{apart(name)} {apart(f'[{tag}]')}" if name else tag))

    def _identifiers(self, label: Cells, line: Line) -> Iterator[Row]:
        items = [one for one in line.value if isinstance(one, dict)] if isinstance(line.value, list) else []
        head: list[JsonInput] = [
            self._voice.say(f"paper.order_{one}") for one in ("kind", "value", "port", "seen")
        ]
        yield {
            "kind": "table",
            "label": label,
            "head": head,
            "rows": [self._identifier(one) for one in items],
        }

    def _identifier(self, one: Mapping[str, Json]) -> list[JsonInput]:
        kind = self._voice.codes("IDENTIFIER", [str(one.get("kind", ""))])
        value = "\n".join(str(one[name]) for name in ("value", "service", "note") if one.get(name))
        port = str(one["port"]) if "port" in one else ""
        seen, unknown = _seen(one), bool(one.get("local"))
        cells: Cells = [cell(seen, "en")]
        return [
            kind,
            [cell(value, "en")],
            [cell(port, "en")],
            cells + (self._voice.say("paper.order_local") if unknown else []),
        ]

    def _blocks(self, label: Cells, line: Line) -> Iterator[Row]:
        """Give each person or piece of property as a row of labelled parts."""
        items = [one for one in line.value if isinstance(one, dict)] if isinstance(line.value, list) else []
        for one in items:
            rows = [self._part(part, one[part.name]) for part in BLOCKS[line.shape] if one.get(part.name)]
            yield pair(label, self._voice.joined(rows))

    def _part(self, part: BlockPart, value: Json) -> Cells:
        name = self._voice.phrase(part.label)
        if part.shape == "tick":
            return name
        if part.shape == "code":
            said = self._voice.codes(part.list, [str(value)])
        else:
            text = ", ".join(_texts(value)) if isinstance(value, list) else str(value)
            said = self._voice.same(text)
        return self._voice.joined([name, said], ": ")

    def _conditions(self, label: Cells, line: Line) -> Iterator[Row]:
        items = [one for one in line.value if isinstance(one, dict)] if isinstance(line.value, list) else []
        for one in items:
            rows = [self._voice.codes("CONDITION", [str(one.get("code", ""))])]
            if one.get("until"):
                rows.append(self._voice.moment(str(one["until"])))
            yield pair(label, self._voice.joined(rows))
            if one.get("text"):
                yield self.free(label, str(one["text"]))

    def _bytes(self, label: Cells, line: Line) -> Iterator[Row]:
        sizes = [one for one in line.value if isinstance(one, int)] if isinstance(line.value, list) else []
        yield pair(label, self._voice.say("printed.bytes", count=len(sizes), size=sum(sizes)))

    def _hidden(self, label: Cells, _line: Line) -> Iterator[Row]:
        yield pair(label, self._voice.say("printed.hidden"))


def pair(label: Cells, texts: Cells) -> Row:
    """Make a row of a label and its value in each column."""
    return {"kind": "pair", "label": label, "texts": texts}


def note(texts: Cells, kind: str = "note") -> Row:
    """Make a row of sentences without a label."""
    return {"kind": kind, "texts": texts}


def _texts(value: Json) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _tongue(text: str, stated: tuple[str, ...]) -> str:
    found = language_of_script(text)
    return stated[0] if found == "en" and stated else found


def _seen(one: Mapping[str, Json]) -> str:
    """Write when an identifier was seen: in UTC, and as it was recorded with its offset."""
    if one.get("at"):
        at, offset = parse_moment(str(one["at"])), str(one.get("offset", ""))
        lines = [f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"]
        if offset and offset != "+00:00":
            local = at.astimezone(datetime.fromisoformat(f"2000-01-01T00:00:00{offset}").tzinfo)
            lines.append(f"{local:%Y-%m-%d %H:%M:%S} UTC{offset}")
        return "\n".join(lines)
    return str(one.get("local", ""))
