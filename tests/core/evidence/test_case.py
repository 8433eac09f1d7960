# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.evidence.case`.

The graph was found to conform to CASE 1.4.0 and 1.5.0 by the tool `case_validate`, which is too large to be installed for tests.
"""

import json
import re
from typing import Any

import pytest

from longbien.core.evidence.case import custody_graph
from tests.core.evidence.certificates import certificate, shown

UUID = re.compile(r"kb:[a-z-]+-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


def graph(*, sealed: bool = False) -> list[dict[str, Any]]:
    found = json.loads(custody_graph(certificate(sealed=sealed), [shown(sealed=sealed)]))
    nodes: list[dict[str, Any]] = found["@graph"]
    return nodes


def of_type(nodes: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [node for node in nodes if node["@type"].endswith(f":{name}")]


def test_every_step_is_informed_by_the_one_before_of_its_party() -> None:
    actions = of_type(graph(), "InvestigativeAction")
    assert [action["uco-core:name"] for action in actions] == [
        "acquire",
        "seal",
        "announce",
        "transfer-in",
        "verify",
    ]
    ids = [action["@id"] for action in actions]
    before = [action.get("case-investigation:wasInformedBy", [{"@id": None}])[0]["@id"] for action in actions]
    assert before == [None, ids[0], ids[1], None, ids[3]]
    assert "digests: match" in actions[-1]["uco-core:description"]


@pytest.mark.parametrize("sealed", [False, True])
def test_the_file_has_size_and_hash(sealed: bool) -> None:
    (file,) = of_type(graph(sealed=sealed), "File")
    facet, content = file["uco-core:hasFacet"]
    written = certificate(sealed=sealed).objects[0].written
    assert facet["uco-observable:fileName"] == ("content.age" if sealed else "auth.log")
    assert content["uco-observable:sizeInBytes"]["@value"] == str(written.size)
    (hashed,) = content["uco-observable:hash"]
    assert hashed["uco-types:hashMethod"] == "SHA256"
    assert hashed["uco-types:hashValue"] == {"@type": "xsd:hexBinary", "@value": written.sha256}


def test_ids_are_uuids_that_point_at_nodes() -> None:
    text = json.dumps(graph())
    defined = {node["@id"] for node in graph()}
    for identity in re.findall(r'"(kb:[^"]+)"', text):
        assert UUID.fullmatch(identity)
    for node in graph():
        for value in node.values():
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, dict) and set(item) == {"@id"}:
                    assert item["@id"] in defined
