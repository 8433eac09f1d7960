# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of laws: who may open them, what is refused, what a clerk keeps from a file."""

import hashlib
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from longbien.actions.law.library.laws import find_law
from longbien.core.law.provisions.lines import write_lines
from longbien.store import models
from tests.law_texts import FIRST, SECOND
from tests.laws import NEW, facts, keep
from tests.nodes import make_officer
from tests.pair import Pair
from tests.web.conftest import Desk


@pytest.fixture
def clerk(pair: Pair, desk: Callable[..., Desk]) -> Desk:
    with pair.at as at:
        at.officers["clerk"] = make_officer("clerk", "law-officer")
        keep(at.node, at.officers["clerk"])
        keep(at.node, at.officers["clerk"], SECOND, facts(NEW))
    return desk(pair.at, "clerk")


def test_every_officer_reads_and_only_law_officers_keep(
    pair: Pair, desk: Callable[..., Desk], clerk: Desk
) -> None:
    lawyer = desk(pair.at, "lawyer") if "lawyer" in pair.at.officers else desk(pair.at, "duty")
    assert "Harbour Machines Act" in lawyer.page("/law/laws/")
    assert "/law/laws/keep/" not in lawyer.page("/law/laws/")
    assert lawyer.get("/law/laws/keep/").status_code == 403
    assert "/law/laws/keep/" in clerk.page("/law/laws/")


def test_a_version_keeps_its_address_and_leads_to_the_one_in_force(clerk: Desk) -> None:
    page = clerk.page("/law/laws/AT/HC/2020-01-01/HC:3/")
    assert "Spoiling tide tables" in page
    assert "/law/laws/AT/HC/2026-01-01/" in page
    assert clerk.get("/law/laws/AT/HC/1999-01-01/").status_code == 404
    assert clerk.get("/law/laws/AT/XX/").status_code == 404
    assert clerk.get("/law/laws/AT/HC/2020-01-01/HC:99/").status_code == 404
    assert clerk.get("/law/laws/?on=yesterday").status_code == 400


def test_a_search_and_a_comparison_that_make_no_sense_are_answered(clerk: Desk) -> None:
    assert clerk.get("/law/laws/search/?q=%E2%80%93").status_code == 400
    assert "<mark>" in clerk.page("/law/laws/search/?q=lanterns")
    assert clerk.get("/law/compare/?a=AT/HC/2020-01-01&b=nonsense/////").status_code == 409
    assert "<ins>" in clerk.page("/law/compare/?a=AT/HC/2020-01-01&b=AT/HC/2026-01-01&page=999")
    everything = clerk.page("/law/compare/?a=AT/HC/2020-01-01&b=AT/HC/2026-01-01&all=1")
    assert everything.count("lb-laws__row") == 6


def test_a_file_is_kept_or_refused_with_all_that_was_typed(clerk: Desk) -> None:
    form = {"state": "AT", "code": "LH", "title": "Lighthouse Act", "language": "en", "kind": "act"}
    form |= {"translation": "original", "in_force_from": "2024-01-01", "source": "Gazette"}
    file = SimpleUploadedFile("law.jsonl", b"{broken")
    refused = clerk.post("/law/laws/keep/", form | {"file": file})
    assert (refused.status_code, "Lighthouse Act" in refused.content.decode()) == (409, True)
    file = SimpleUploadedFile("law.jsonl", write_lines(FIRST))
    kept = clerk.post("/law/laws/keep/", form | {"file": file})
    assert (kept.status_code, kept["Location"]) == (302, "/law/laws/AT/LH/2024-01-01/")


def test_a_file_is_kept_by_a_recipe_which_is_named(clerk: Desk) -> None:
    form = {"state": "AT", "code": "RB", "title": "Rule Book", "language": "en", "kind": "act"}
    form |= {"translation": "original", "in_force_from": "2024-01-01", "source": "Gazette"}
    text = b"Rule no. 1 Purpose\nIt has one.\nRule no. 2 Fees\nNobody pays.\n"

    def sent(recipe: bytes) -> dict[str, object]:
        files = {
            "file": SimpleUploadedFile("rules.txt", text),
            "recipe": SimpleUploadedFile("r.yaml", recipe),
        }
        return {**form, **files}

    for bad in (b"schema: other", b"x" * 70_000, b"\xff\xfe"):
        assert clerk.post("/law/laws/keep/", sent(bad)).status_code == 409
    recipe = b"schema: longbien/law-recipe/1\narticle: '^Rule no\\. (?P<n>[0-9]+)(?P<h>.*)$'\n"
    kept = clerk.post("/law/laws/keep/", sent(recipe))
    assert (kept.status_code, kept["Location"]) == (302, "/law/laws/AT/RB/2024-01-01/")
    page = clerk.page("/law/laws/AT/RB/2024-01-01/")
    assert "Purpose" in page
    assert hashlib.sha256(recipe).hexdigest() in page


def test_a_provision_names_the_duties_that_cite_it(pair: Pair, clerk: Desk) -> None:
    with pair.at as at:
        actor = at.officers["clerk"]
        shown = find_law("HC", node=at.node, actor=actor).version("2026-01-01")
        table = models.LawConcordance.objects.create(
            ref="c1",
            title="Table of 2026",
            state="AT",
            language="en",
            as_of=NEW,
            begun_by="x",
            begun_at=at.node.clock(),
        )
        table.texts.create(
            law="HC",
            version=shown.label,
            used=f'{{"digest":"{shown.digest}"}}'.encode(),
            lines=b"",
            count=5,
            kept_by="x",
            kept_at=at.node.clock(),
        )
        table.pieces.create(
            row="7.1", kind="link", key="HC|2026-01-01|HC:2", number=1, body=b"{}", by="x", at=at.node.clock()
        )
    assert "Table of 2026" in clerk.page("/law/laws/AT/HC/2026-01-01/HC:2/")
    assert "Table of 2026" not in clerk.page("/law/laws/AT/HC/2020-01-01/HC:2/")
