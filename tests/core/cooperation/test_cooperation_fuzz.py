# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Random input for the readers of the cooperation desk: nothing but a value or our own error comes out."""

import contextlib
import random
from collections.abc import Iterator

import pytest

from longbien.core.base.canonical import decode_loose, encode
from longbien.core.base.errors import LongBienError
from longbien.core.base.library import data_bytes, parse_yaml, read_data
from longbien.core.cooperation.acts.bodies_json import kind_of, read_body, write_body
from longbien.core.cooperation.checks.draft import Draft
from longbien.core.cooperation.checks.table import check
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form, parse_form
from tests.authority import NOW
from tests.fuzz import mutate
from tests.requests import preservation, request, stored_data

BODIES = [request(preservation(), kind="preservation"), request(stored_data(), kind="stored-data")]
WRITTEN = [(kind_of(body), encode(write_body(body))) for body in BODIES]


@pytest.mark.fuzz
def test_mutated_bodies_end_in_a_body_or_in_our_error(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        kind, data = chance.choice(WRITTEN)
        with contextlib.suppress(LongBienError):
            value = decode_loose(mutate(data, chance), max_bytes=100_000)
            body = read_body(kind, value)
            assert body is not None
            assert write_body(body) == value


@pytest.mark.fuzz
def test_mutated_drafts_are_cleaned_and_checked(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        kind, raw = chance.choice((("preservation", preservation()), ("stored-data", stored_data())))
        with contextlib.suppress(LongBienError):
            value = decode_loose(mutate(encode(raw), chance), max_bytes=100_000)
            if isinstance(value, dict):
                check(Draft(form=form(kind), values=clean(form(kind), value).values, now=NOW))


@pytest.mark.fuzz
def test_mutated_forms_are_read_or_refused(rounds: Iterator[random.Random]) -> None:
    header = parse_form(read_data("forms/header.yaml"), header=None)
    data = data_bytes("forms/preservation.yaml")
    for chance in rounds:
        with contextlib.suppress(LongBienError, UnicodeDecodeError):
            parse_form(
                parse_yaml(mutate(data, chance).decode("utf-8"), source="forms/preservation.yaml"),
                header=header,
            )
