# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Random input for the parsers of the base: nothing but a value or our own error comes out."""

import contextlib
import random
from collections.abc import Iterator

import pytest

from longbien.core.base.canonical import decode, decode_loose, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.library import parse_yaml
from tests.fuzz import mutate

JSON = b'{"a":[1,2.5,-3e-7,{"b":"\\u00e9\\n","c":null}],"d":true,"e":"\xe2\x82\xac","f":9007199254740991}'
YAML = b'party: "NO"\nduties:\n  - article: 42\n    text: |\n      Preserve.\n  - {a: [1, x], since: 2024-12-24}\n'


@pytest.mark.fuzz
def test_mutated_json_ends_in_a_value_or_in_our_error(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        data = mutate(JSON, chance)
        with contextlib.suppress(MalformedError):
            encode(decode_loose(data, max_bytes=1000))
        with contextlib.suppress(MalformedError):
            assert encode(decode(data, max_bytes=1000)) == data


@pytest.mark.fuzz
def test_mutated_yaml_ends_in_a_document_or_in_our_error(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        with contextlib.suppress(MalformedError, UnicodeDecodeError):
            parse_yaml(mutate(YAML, chance).decode("utf-8"), source="fuzz.yaml")
