# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The custody record for forensic tools: a graph of the CASE ontology (1.4, on UCO) in JSON-LD.

One `ProvenanceRecord` and one file per evidence object, one `InvestigativeAction` per custody step in the order of each
party's chain. It is made from the signed records and signed by nobody; every node's id ends in a UUID made of the
digest or id of what it stands for, so that the same bundle gives the same graph.
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Final

from longbien.core.base.canonical import JsonInput
from longbien.core.base.ids import PartyId
from longbien.core.base.moments import print_moment
from longbien.core.evidence.bundle import Exhibit, payload_of
from longbien.core.evidence.certificate import Certificate, CertifiedObject
from longbien.core.evidence.custody import CustodyRecord, Finding, parse_custody
from longbien.core.sealing.dsse import CUSTODY_TYPE, envelope_digest

_CONTEXT: Final[dict[str, JsonInput]] = {
    "kb": "urn:example:longbien:",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-location": "https://ontology.unifiedcyberontology.org/uco/location/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TOOL: Final = "10b1e0" + 26 * "0"
"""The UUID digits of this software."""


def custody_graph(certificate: Certificate, exhibits: Sequence[Exhibit]) -> bytes:
    """Write the graph of all exhibits; `certificate` was made of the same ones."""
    parties = [_organization(certificate, party.party) for party in certificate.parties]
    tool: dict[str, JsonInput] = {
        "@id": _id("tool", _TOOL),
        "@type": "uco-tool:Tool",
        "uco-core:name": "Long Biên",
    }
    nodes: list[JsonInput] = [_investigation(certificate), tool, *parties]
    for exhibit, shown in zip(exhibits, certificate.objects, strict=True):
        nodes += [_file(shown), _provenance(shown), *_steps(exhibit, shown)]
    graph = {"@context": _CONTEXT, "@graph": nodes}
    return (json.dumps(graph, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _investigation(certificate: Certificate) -> dict[str, JsonInput]:
    name = "EXERCISE - NOT A REAL CASE" if certificate.exercise else "Request between States"
    return {
        "@id": _id("investigation", certificate.thread),
        "@type": "case-investigation:Investigation",
        "uco-core:name": f"{name}: {certificate.thread}",
        "uco-core:object": [{"@id": _id("provenance", shown.object)} for shown in certificate.objects],
    }


def _organization(certificate: Certificate, party: PartyId) -> dict[str, JsonInput]:
    names = {item.party: item.names for item in certificate.parties}
    return {
        "@id": _party_id(party),
        "@type": "uco-identity:Organization",
        "uco-core:name": names.get(party, {}).get("en", party),
    }


def _file(shown: CertifiedObject) -> dict[str, JsonInput]:
    """Describe the content as it lies in the bundle: plain, or the sealed file."""
    name = (
        "content.age"
        if shown.written.sealed
        else (shown.inner.description.name if shown.inner else "content")
    )
    content: dict[str, JsonInput] = {
        "@id": _id("content-data", shown.object),
        "@type": "uco-observable:ContentDataFacet",
        "uco-observable:sizeInBytes": _integer(shown.written.size),
        "uco-observable:hash": [
            {
                "@id": _id("hash", shown.object),
                "@type": "uco-types:Hash",
                "uco-types:hashMethod": "SHA256",
                "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": shown.written.sha256},
            }
        ],
    }
    facet: dict[str, JsonInput] = {
        "@id": _id("file-facet", shown.object),
        "@type": "uco-observable:FileFacet",
        "uco-observable:fileName": name,
        "uco-observable:sizeInBytes": _integer(shown.written.size),
    }
    return {
        "@id": _id("file", shown.object),
        "@type": "uco-observable:File",
        "uco-core:hasFacet": [facet, content],
    }


def _provenance(shown: CertifiedObject) -> dict[str, JsonInput]:
    exhibit = shown.inner.description.exhibit if shown.inner else ""
    return {
        "@id": _id("provenance", shown.object),
        "@type": "case-investigation:ProvenanceRecord",
        "uco-core:description": f"Evidence object {shown.object}, sealed by {shown.sealed_by}",
        "case-investigation:exhibitNumber": exhibit or shown.object,
        "uco-core:object": [{"@id": _id("file", shown.object)}],
    }


def _steps(exhibit: Exhibit, shown: CertifiedObject) -> list[dict[str, JsonInput]]:
    """Give each party's chain, every action informed by the one before."""
    found: list[dict[str, JsonInput]] = []
    last: dict[PartyId, str] = {}
    for envelope in exhibit.custody:
        record = parse_custody(payload_of(envelope, CUSTODY_TYPE))
        identity = _id("action", envelope_digest(envelope)[:32])
        action = _action(record, identity, shown)
        if record.party in last:
            action["case-investigation:wasInformedBy"] = [{"@id": last[record.party]}]
        last[record.party] = identity
        found.append(action)
    return found


def _action(record: CustodyRecord, identity: str, shown: CertifiedObject) -> dict[str, JsonInput]:
    moment: JsonInput = {"@type": "xsd:dateTime", "@value": print_moment(record.time)}
    said = [f"role {record.role_id}", record.place, record.purpose, record.legal_basis, record.notes]
    if record.verified is not Finding.NOT_CHECKED:
        said.append(f"digests: {record.verified.value}")
    return {
        "@id": identity,
        "@type": "case-investigation:InvestigativeAction",
        "uco-core:name": record.action.value,
        "uco-core:description": "; ".join(text for text in said if text),
        "uco-action:performer": {"@id": _party_id(record.party)},
        "uco-action:instrument": [{"@id": _id("tool", _TOOL)}],
        "uco-action:object": [{"@id": _id("file", shown.object)}],
        "uco-action:result": [{"@id": _id("provenance", shown.object)}],
        "uco-action:startTime": moment,
        "uco-action:endTime": moment,
    }


def _party_id(party: PartyId) -> str:
    """Give a party's node: a UUID made of the hash of its id."""
    return _id("organization", hashlib.sha256(party.encode()).hexdigest())


def _integer(value: int) -> JsonInput:
    return {"@type": "xsd:integer", "@value": str(value)}


def _id(kind: str, digits: str) -> str:
    """Give a node's id: its kind and 32 hexadecimal digits as a UUID (whose version says that it is made of a hash)."""
    parts = (digits[:8], digits[8:12], "5" + digits[13:16], digits[16:20], digits[20:32])
    return f"kb:{kind}-{'-'.join(parts)}"
