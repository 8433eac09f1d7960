# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Gather every translatable sentence into one template, bring the catalogues up to date and compile them.

One catalogue per language holds what pages, coded sentences, forms, coded lists and the help of commands say:
`src/longbien/locale/LANGUAGE/LC_MESSAGES/django.po`. Pure Python (Babel): gettext need not be installed.

    make messages              template, catalogues, compiled catalogues
    make messages new=vi       begin the catalogue of a language (ar es fr ru vi zh_Hans)
"""

import os
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias

import click
import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from longbien.cli.main import ROOMS, commands

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "src" / "longbien"
LOCALE: Final = PACKAGE / "locale"
TEMPLATE: Final = LOCALE / "django.pot"
Text: TypeAlias = "str | tuple[str, ...]"
CODED: Final = ("label", "help", "title", "text")
"""The members of data files that are read by people."""
MULTILINGUAL: Final = frozenset({"wording"})
"""Folders of data that are written in each language by themselves."""
_KEYWORDS: Final = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}


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
        for line, text in _labels(yaml.compose(path.read_text(encoding="utf-8"))):
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
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.parts[-3])
        catalog.update(gathered, no_fuzzy_matching=True)
        with path.open("wb") as file:
            write_po(file, catalog, sort_output=True, width=110)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
        done = sum(1 for message in catalog if message.id and message.string)
        print(f"{path.parts[-3]}: {done} of {len(gathered)} sentences")
    print(f"{len(gathered)} sentences in {TEMPLATE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
