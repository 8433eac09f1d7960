# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Gather every translatable sentence into one template, bring the catalogues up to date and compile them.

One catalogue per language holds what pages, coded sentences, forms, coded lists and the help of commands say:
`src/longbien/locale/LANGUAGE/LC_MESSAGES/django.po`. It has what is translated, and nothing else; what is not stands beside it in
`labels.po` (what forms, coded lists, acts and papers say, which both States read) and `missing.po` (the rest), which are not kept in the
repository. Translate there, run this again, and it moves over. A sentence that is a term of the Convention's glossary is taken from there.
Pure Python (Babel): gettext need not be installed.

    make messages              template, catalogues, what is missing, compiled catalogues
    make messages new=vi       begin the catalogue of a language (ar es fr ru vi zh_Hans)
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias

import click
import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from longbien.cli.main import ROOMS, commands
from tools.catalogues import compile_all

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "src" / "longbien"
LOCALE: Final = PACKAGE / "locale"
TEMPLATE: Final = LOCALE / "django.pot"
Text: TypeAlias = "str | tuple[str, ...]"
Key: TypeAlias = "tuple[Text, str | None]"
CODED: Final = ("label", "help", "title", "text")
"""The members of data files that are read by people."""
GLOSSARY: Final = PACKAGE / "data" / "convention" / "glossary.yaml"
MULTILINGUAL: Final = frozenset({"script", "wording"})
"""Folders of data that are written in each language by themselves."""
PAPER: Final = (
    "src/longbien/data/acts/",
    "src/longbien/data/clocks/",
    "src/longbien/data/forms/",
    "src/longbien/data/grounds/",
    "src/longbien/data/vocabularies/",
    "src/longbien/sentences/paper.py",
    "src/longbien/sentences/printed.py",
    "src/longbien/sentences/words.py",
)
"""Where the words of papers come from: to be translated first."""
_BESIDE: Final = ("labels.po", "missing.po")
_KEYWORDS: Final = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLURALS: Final = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
}
"""Which form counts what (Unicode CLDR), where Babel's own rule differs: its Arabic one takes 11 to 99 for hundreds."""
_NO_TIME: Final = datetime(2026, 1, 1, tzinfo=UTC)
_HEADER: Final = """\
# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
# Not yet reviewed by a native reader. What is not here is shown in English."""


def messages() -> Iterator[tuple[str, int, Text, str | None]]:
    """Give every sentence: file, line, the text (a pair for a plural) and its context."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from _read(path, path.read_bytes())
    for path in sorted((PACKAGE / "web" / "templates").rglob("*.html")):
        yield from _read(path, templatize(path.read_text(encoding="utf-8"), origin=str(path)).encode())
    for name, text in helps():
        yield name.replace(" ", "-"), 0, text, None
    for path in sorted((PACKAGE / "data").rglob("*.yaml")):
        if path.parent.name in MULTILINGUAL:
            continue
        name = path.relative_to(ROOT).as_posix()
        for line, text in _labels(yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)):
            yield name, line, text, None


def helps() -> Iterator[tuple[str, str]]:
    """Give what the help of every command says: its command line and the text, as `longbien.cli.main.translate` asks for it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longbien.site.no_node")
    for name, room in ROOMS.items():
        yield name, room.help
    with click.Context(commands) as context:
        context.meta["longbien.words"] = ("--help",)
        yield from _helps(commands, context, "longbien")


def _helps(command: click.Command, context: click.Context, name: str) -> Iterator[tuple[str, str]]:
    options = [one for one in command.params if isinstance(one, click.Option)]
    yield from ((name, text) for text in (command.help, *(one.help for one in options)) if text)
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from _helps(found, context, f"{name} {inner}")


def _read(path: Path, source: bytes) -> Iterator[tuple[str, int, Text, str | None]]:
    name = path.relative_to(ROOT).as_posix()
    options = {"encoding": "utf-8"}
    for line, text, _comments, context in extract("python", BytesIO(source), _KEYWORDS, options=options):
        yield name, line, text, context


def _labels(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _labels(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(value, yaml.ScalarNode):
                if key.value in CODED and value.value:
                    yield value.start_mark.line + 1, value.value
            else:
                yield from _labels(value)


def template() -> Catalog:
    """Make the template of all catalogues."""
    catalog = Catalog(project="Long Biên", charset="utf-8", fuzzy=False)
    for name, line, text, context in messages():
        catalog.add(text, locations=[(name, line)], context=context)
    return catalog


def main(arguments: list[str]) -> int:
    """Write template and catalogues; `arguments` names a language to begin."""
    gathered = template()
    LOCALE.mkdir(exist_ok=True)
    with TEMPLATE.open("wb") as file:
        write_po(file, gathered, sort_output=True, width=110)
    for language in arguments:
        (LOCALE / language / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
        (LOCALE / language / "LC_MESSAGES" / "django.po").touch()
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        done = _bring_up(path, gathered)
        print(f"{path.parts[-3]}: {done} of {len(gathered)} sentences")
    compile_all(ROOT, always=True)
    print(f"{len(gathered)} sentences in {TEMPLATE.relative_to(ROOT)}")
    return 0


def _bring_up(path: Path, gathered: Catalog) -> int:
    """Write the catalogue and what it lacks; give how many sentences it has that are still said.

    Translations of sentences that are no longer said are kept: another branch may say them.
    """
    language = path.parts[-3]
    held = dict(_translated(path, language))
    said = _said(gathered)
    terms = glossary_terms(language)
    for name in _BESIDE:
        if path.with_name(name).is_file():
            held |= _translated(path.with_name(name), language)
    for message in said:
        if isinstance(message.id, str) and message.context is None and message.id.lower() in terms:
            held.setdefault(_key(message), _as_written(terms[message.id.lower()], message.id))
    whole, labels, rest = _empty(language), _empty(language), _empty(language)
    for (text, context), string in held.items():
        whole.add(text, string, context=context)
    for message in said:
        if _key(message) not in held:
            beside = labels if any(place.startswith(PAPER) for place, _line in message.locations) else rest
            beside.add(message.id, locations=message.locations, context=message.context)
    _write(path, whole)
    for name, catalog in zip(_BESIDE, (labels, rest), strict=True):
        _write(path.with_name(name), catalog)
    return sum(_key(message) in held for message in said)


def glossary_terms(language: str) -> Mapping[str, str]:
    """Give the first term of each concept of the Convention's glossary in a language, by its English one in small letters."""
    tag = language.partition("_")[0]
    document = yaml.load(GLOSSARY.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    return {
        one["en"][0].lower(): one[tag][0] for one in document["concepts"] if one.get("en") and one.get(tag)
    }


def _as_written(term: str, english: str) -> str:
    """Begin a term with a capital letter where the English one does."""
    return term[:1].upper() + term[1:] if english[:1].isupper() else term


def _empty(language: str) -> Catalog:
    catalog = Catalog(
        locale=language,
        project="Long Biên",
        version="0",
        charset="utf-8",
        fuzzy=False,
        header_comment=_HEADER,
        last_translator="Long Biên contributors",
        language_team=language,
        msgid_bugs_address="docs/developers/pages.md",
    )
    if language in PLURALS:
        catalog.mime_headers = [("Plural-Forms", PLURALS[language])]
    return catalog


def _translated(path: Path, language: str) -> Mapping[Key, Text]:
    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    return {_key(message): string for message in _said(catalog) if (string := _whole(message.string))}


def _said(catalog: Iterable[Message]) -> list[Message]:
    return [message for message in catalog if message.id]


def _whole(string: object) -> Text:
    """Give a translation of which no form is missing, else nothing."""
    if isinstance(string, str):
        return string
    forms = tuple(map(str, string)) if isinstance(string, tuple | list) else ()
    return forms if all(forms) else ""


def _key(message: Message) -> Key:
    text = message.id if isinstance(message.id, str) else tuple(message.id)
    return text, message.context


def _write(path: Path, catalog: Catalog) -> None:
    """Write without the time of day, so that the same sentences make the same file."""
    catalog.revision_date = catalog.creation_date = _NO_TIME
    with path.open("wb") as file:
        write_po(file, catalog, sort_output=True, width=110, no_location=path.name == "django.po")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
