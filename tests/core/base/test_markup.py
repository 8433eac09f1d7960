# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Foreign XML: read, or refused with the caller's code; never an entity, never a document type."""

import pytest

from longbien.core.base.errors import MalformedError
from longbien.core.base.markup import read_xml


def refused(data: bytes) -> str:
    with pytest.raises(MalformedError) as error:
        read_xml(data, broken="law_reading.xml_broken", entities="law_reading.entities")
    return error.value.code


def test_an_element_is_given_without_comments() -> None:
    root = read_xml(b"<a><!-- x --><b>text</b></a>", broken="a", entities="b")
    assert [(one.tag, one.text) for one in root] == [("b", "text")]


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a></b>", b"\x00", b"<a>&unknown;</a>", b"<" * 100_000])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    assert refused(data) == "law_reading.xml_broken"


def test_a_document_type_is_refused_whatever_it_declares() -> None:
    assert refused(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>') == "law_reading.entities"
    assert refused(b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>') == "law_reading.entities"
