# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports as files: nothing withheld is in any byte of the public ones, and an old report keeps its version of the law."""

import io
import re
import zipfile
import zlib
from dataclasses import replace
from datetime import date

import pytest

from longbien.actions.law.reporting.clauses import clauses_file
from longbien.actions.law.reporting.files import MEDIA
from longbien.actions.law.reporting.make import (
    keep_report,
    keep_texts,
    kept_report,
    kept_reports,
    report_file,
    report_now,
    report_texts,
)
from longbien.bridge.pages import Papers
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.law.reporting.texts import ReportTexts
from longbien.store import models
from tests.law_tables import PERSON, SECRET, SECRET_INTERVIEW, SECRET_OWNER, hold, sample
from tests.pair import Pair

pytestmark = pytest.mark.django_db
SECRETS = (SECRET, SECRET_OWNER, SECRET_INTERVIEW, PERSON, "A draft of one person")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def everything_in(data: bytes) -> bytes:
    """Give all bytes of a file: members of archives, unpacked streams of a PDF, and what text its letters stand for."""
    found = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found += [one.filename.encode() + one.comment + archive.read(one) for one in archive.infolist()]
    if data.startswith(b"%PDF"):
        for packed in STREAM.findall(data):
            try:
                found.append(zlib.decompress(packed))
            except zlib.error:
                found.append(packed)
    return b"\n".join(found)


@pytest.mark.parametrize("form", list(MEDIA))
def test_no_byte_of_a_public_report_gives_away_what_is_withheld(pair: Pair, form: str) -> None:
    with pair.vn as vn:
        node, law = replace(vn.node, papers=Papers()), vn.officers["law"]
        ref = hold(node, sample())
        keep_texts(
            node=node,
            actor=law,
            concordance=ref,
            texts=ReportTexts(texts={"challenges": SECRET}, withheld=frozenset({"challenges"})),
        )
        whole = report_now(node=node, actor=law, concordance=ref, public=False)
        public = report_now(node=node, actor=law, concordance=ref, public=True)
        inside = everything_in(report_file(node=node, report=whole, form=form, language="en").data)
        outside = everything_in(report_file(node=node, report=public, form=form, language="en").data)
    flat = re.sub(rb"<[^>]*>|\s", b"", outside)
    for secret in SECRETS:
        assert secret.encode() not in outside
        assert secret.replace(" ", "").encode() not in flat
    assert SECRET.encode() in inside
    if form != "pdf":
        assert b"withheld from the public version" in outside
    else:
        assert b"longbien/concordance/1" in outside


def test_an_old_report_keeps_its_version_of_the_law(pair: Pair) -> None:
    with pair.vn as vn:
        node, law = vn.node, vn.officers["law"]
        ref = hold(node, sample())
        kept = keep_report(node=node, actor=law, concordance=ref, public=False)
        models.ConcordancePiece.objects.filter(row="7.1").delete()  # what no verb does
        assert len(report_now(node=node, actor=law, concordance=ref, public=False).concordance.rows) == 5
        old = kept_report(node=node, actor=law, ref=kept.ref[:8])
        assert len(old.concordance.rows) == 6
        assert old.concordance.texts[0].digest == "ab" * 32
        assert [one.ref for one in kept_reports(node=node, actor=law, concordance=ref)] == [kept.ref]
        with pytest.raises(UsageError):
            kept_report(node=node, actor=law, ref="0" * 32)


def test_texts_are_kept_in_versions_by_those_who_may(pair: Pair) -> None:
    with pair.vn as vn:
        node, law = vn.node, vn.officers["law"]
        ref = hold(node, sample())
        for words in ("First.", "Second."):
            keep_texts(node=node, actor=law, concordance=ref, texts=ReportTexts(texts={"method": words}))
        assert report_texts(node=node, actor=law, concordance=ref).texts == {"method": "Second."}
        assert models.LawReportText.objects.count() == 2
        with pytest.raises(UsageError):
            keep_texts(
                node=node, actor=law, concordance=ref, texts=ReportTexts(texts={"method": "x" * 20_001})
            )
        with pytest.raises(RefusedError):
            keep_texts(node=node, actor=vn.officers["lawyer"], concordance=ref, texts=ReportTexts())


def test_clauses_leave_for_a_word_processor_and_as_a_bill() -> None:
    for form, begin in (("docx", b"PK"), ("akn", b"<?xml"), ("pdf", b"%PDF")):
        made = clauses_file(
            printer=Papers(),
            codes=("7.security", "7.testing"),
            form=form,
            language="en",
            on=date(2026, 11, 22),
        )
        assert made.data.startswith(begin)
    with pytest.raises(UsageError):
        clauses_file(printer=Papers(), codes=(), form="exe", language="en", on=date(2026, 11, 22))
