# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a national law from a file: bytes into provisions, with everything doubtful named. Needs no node: nothing is kept."""

from dataclasses import dataclass
from datetime import date

from longbien.core.base.errors import UsageError
from longbien.core.law.provisions.lines import read_lines
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.reading.blocks import Cut
from longbien.core.law.reading.cutting import cut
from longbien.core.law.reading.forms.akn_write import About, write_akn
from longbien.core.law.reading.forms.kinds import How, read_blocks
from longbien.core.law.reading.recipe import Recipe, read_recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as it came: its bytes, its name, and what is known of it (empty: found out)."""

    data: bytes
    name: str = ""
    language: str = ""
    law: str = ""
    form: str = ""
    encoding: str = ""
    recipe: bytes = b""


def read_law(source: Source) -> Cut:
    """Cut a law into provisions by the numbering of its language; what was not understood stands in `rest` and `notes`.

    UsageError `law_reading.language_missing`, `law_reading.language`, `law_reading.form_unknown`, `law_reading.encoding_name`;
    MalformedError and RefusedError of each form (`law_reading.…`, `law.line…`).
    """
    recipe = read_recipe(source.recipe) if source.recipe else Recipe()
    language = source.language or recipe.language
    if not language:
        raise UsageError("law_reading.language_missing")
    how = How(language=language, encoding=source.encoding or recipe.encoding, unwrap=recipe.unwrap)
    blocks = read_blocks(source.data, how, name=source.name, form=source.form)
    return cut(blocks, language=language, law=source.law, recipe=recipe)


def akn_of(lines: bytes, *, language: str, state: str, on: date) -> bytes:
    """Write provisions given as JSON lines as Akoma Ntoso 3.0; errors of `read_lines` and `write_akn`."""
    provisions = read_lines(lines).provisions
    return write_akn(provisions, About(law=_law(provisions), state=state, language=language, on=on))


def _law(provisions: tuple[Provision, ...]) -> str:
    """Give the code of the law if all provisions have the same."""
    codes = {one.law or one.id.partition(":")[0] for one in provisions}
    return codes.pop() if len(codes) == 1 else ""
