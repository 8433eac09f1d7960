# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""YAML without surprises."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import longbien
from longbien.core.base.errors import MalformedError
from longbien.core.base.library import data_bytes, data_files, parse_yaml, read_data

GOOD = """\
# A comment
party: "NO"
since: 2024-12-24
days: 90
share: 0.5
final: false
none: null
duties:
  - article: 42
    text: |
      Preserve.
  - article: 43
    flow: {a: [1, x]}
"""


def code_of(text: str) -> str:
    with pytest.raises(MalformedError) as caught:
        parse_yaml(text, source="test.yaml")
    return caught.value.code


def test_what_is_written_is_what_is_read() -> None:
    assert parse_yaml(GOOD, source="test.yaml").value == {
        "party": "NO",
        "since": "2024-12-24",
        "days": 90,
        "share": 0.5,
        "final": False,
        "none": None,
        "duties": [{"article": 42, "text": "Preserve.\n"}, {"article": 43, "flow": {"a": [1, "x"]}}],
    }


def test_the_line_of_each_mapping_is_known() -> None:
    document = parse_yaml(GOOD, source="test.yaml")
    assert document.place("$.duties[1]") == "test.yaml:12"
    assert document.place("$.duties[1].flow") == "test.yaml:13"
    assert document.place("$.duties[1].unknown.deeper[3]") == "test.yaml:12"
    assert document.place("$.nowhere") == "test.yaml:2"


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "NO",
        "yes",
        "On",
        "off",
        "y",
        "N",
        "True",
        "010",
        "0x1F",
        "1_000",
        "12:30:45",
        "~",
        "",
        "1.",
        ".inf",
        "9007199254740993",
        "=",
    ],
)
def test_what_readers_disagree_on_must_be_quoted(text: str) -> None:
    assert code_of(f"party: {text}\n") == "base.yaml_ambiguous"
    assert parse_yaml(f'party: "{text}"\n', source="test.yaml").value == {"party": text}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: 1\na: 2\n", "base.key_twice"),
        ("a: &x 1\nb: *x\n", "base.yaml_anchor"),
        ("1: a\n", "base.yaml_key"),
        ("? [a]\n: b\n", "base.yaml_key"),
        ("a: !!python/object:os.system x\n", "base.yaml_tag"),
        ("a: [1\n", "base.yaml_broken"),
        ("a: \x00\n", "base.yaml_broken"),
        ("", "base.yaml_broken"),
        ("a: 1\n---\nb: 2\n", "base.yaml_broken"),
        ("[" * 40 + "]" * 40, "base.too_deep"),
        ("no: 1\n", "base.yaml_ambiguous"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    assert code_of(text) == code


@given(st.text("ab:-[]{}&*!|>'\"# \n01", max_size=60))
def test_any_text_ends_in_a_document_or_in_our_error(text: str) -> None:
    try:
        parse_yaml(text, source="test.yaml")
    except MalformedError:
        return


def test_the_package_data_are_found() -> None:
    assert data_bytes("README.md").startswith(b"<!-- SPDX")
    assert data_files("no-such-folder") == ()
    with pytest.raises(MalformedError, match=r"base\.data_path"):
        read_data("../texts.py")
    with pytest.raises(MalformedError, match=r"base\.data_path"):
        read_data("no-such-file.yaml")


def test_both_parsers_of_the_yaml_library_tell_the_same() -> None:
    """Where libyaml is missing the data are read by the pure parser: no file of ours may depend on which."""
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in sorted(Path(longbien.__path__[0], "data").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        told = [
            [
                (
                    type(event),
                    getattr(event, "value", ""),
                    getattr(event, "style", "") or "",
                    event.start_mark and event.start_mark.line,
                )
                for event in yaml.parse(text, Loader=loader)
            ]
            for loader in (yaml.SafeLoader, fast)
        ]
        assert told[0] == told[1]


@pytest.mark.parametrize(
    "text", ["a: \ud800", "a: \x00", "a: 'b", "\ta: 1", "a: *b", "- [", "%YAML 9", "a: !!int 1"]
)
def test_broken_yaml_is_our_error(text: str) -> None:
    with pytest.raises(MalformedError):
        parse_yaml(text, source="x.yaml")
