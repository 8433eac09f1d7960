# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attachments of requests: kept sealed from the moment they are attached, sent beside the act, given to whoever may read it.

They are sealed as evidence is (one pass, to this node's own key), so that their bytes rest nowhere in the clear. No conditions
of use stand before them: the header is in the act itself, for they are papers of the State that asks.
"""

from typing import BinaryIO, Final

from longbien.actions.access import require
from longbien.actions.cooperation import take_in as cooperation
from longbien.actions.cooperation.current import current_values
from longbien.actions.cooperation.documents import kept_documents
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.evidence.custody import NODE, Step, add_custody
from longbien.actions.evidence.expected import expect_object
from longbien.actions.evidence.objects import lock_own
from longbien.actions.evidence.open_received import ready
from longbien.actions.evidence.seal import Belongs, Opened, seal_for
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId, RequestId
from longbien.core.cooperation.acts.bodies import Document, Information, Request
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.acts.documents import attachments, check_document, check_size
from longbien.core.cooperation.forms.contents import clean_attachment
from longbien.core.cooperation.forms.values import Attachment
from longbien.core.evidence.custody import CustodyAction, Finding
from longbien.core.evidence.inner import Acquired, Description
from longbien.core.evidence.manifest import open_inner
from longbien.core.evidence.open import evidence_key
from longbien.core.sealing.act import Act
from longbien.core.sealing.age_recipients import HybridIdentity
from longbien.store.models.evidence import EvidenceObject
from longbien.store.models.exchange import Act as ActRow
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import find_request
from longbien.store.queries.evidence import attachments_of_request, lock_object

_ANY: Final = "0" * 64
_NOT_HERE: Final = ("cooperation.form_unknown", "cooperation.form_version")


def keep_document(
    *, node: Node, actor: Officer, request_id: RequestId, opened: Opened, name: str, media_type: str
) -> Attachment:
    """Seal the bytes of an attachment to a draft or request of ours, and give the value of the field that names them.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `cooperation.document_large`, and as `seal_for`; MalformedError
    `cooperation.field_attachment` for a name or media type that a field cannot have.
    """
    require(actor, "cooperation.draft")
    check_size(opened.size or 0)
    clean_attachment({"name": name, "media_type": media_type, "size": opened.size or 0, "sha256": _ANY})
    request = find_request(request_id)
    if request is None or request.direction != "outgoing":
        raise RefusedError("cooperation.request_unknown", request=request_id)
    sealed = seal_for(
        node,
        opened,
        Description(
            name=name,
            media_type=media_type,
            form="file",
            acquired=Acquired(at=node.clock(), by_role=actor.role_id, method="attached to a request"),
        ),
        Belongs(request_id=request_id, role_id=actor.role_id, attachment=True),
    )
    check_size(sealed.size)
    return Attachment(name=name, media_type=media_type, size=sealed.size, sha256=sealed.sha256)


def find_document(*, node: Node, actor: Officer, request_id: str, field: str) -> tuple[Attachment, ObjectId]:
    """Find the attachment that a field of a request names.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `cooperation.document_unknown`, `cooperation.document_missing`.
    """
    require(actor, "cooperation.read")
    value = current_values(find_thread(node.party, request_id)).values.get(field)
    if not isinstance(value, Attachment):
        raise RefusedError("cooperation.document_unknown", field=field[:64])
    row = kept_documents(node, request_id).get(value.sha256)
    if row is None:
        raise RefusedError("cooperation.document_missing", name=value.name)
    return value, ObjectId(row.object_id)


def open_document(*, node: Node, actor: Officer, request_id: str, field: str, sink: BinaryIO) -> Attachment:
    """Write an attachment into `sink`, every MiB checked before; what the sink holds after an error is to be thrown away.

    RefusedError as `find_document`, `evidence.segments_missing` while it is still on its way, and what `open_stream` raises.
    """
    value, object_id = find_document(node=node, actor=actor, request_id=request_id, field=field)
    opened = ready(node, object_id).write(node, sink)
    if (opened.sha256, opened.size) != (value.sha256, value.size):
        raise RefusedError("cooperation.document_differs", object=object_id)
    return value


def take_in(node: Node, row: ActRow, act: Act) -> None:
    """Take in an act `request.*`, and expect the attachments that it brings. RefusedError or MalformedError refuses it."""
    cooperation.take_in(node, row, act)
    body = _body(act)
    if body is None:
        return
    named = attachments(body.values)
    here = set(kept_documents(node, act.thread)) if named else set()
    for document in body.documents:
        evidence, manifest = expect_object(row, act, document.object_id, document.manifest)
        inner = open_inner(manifest, evidence_key(document.header, _identities(node)))
        here.add(check_document(manifest, inner, named).sha256)
        evidence.header = document.header
        evidence.attachment = True
        evidence.released_by = row.digest
        evidence.save(update_fields=["header", "attachment", "released_by"])
    if _were_declined(act.thread):
        return
    for sha256, attachment in named.items():
        if sha256 not in here:
            raise RefusedError("cooperation.document_missing", name=attachment.name)


def after_made(node: Node, row: ActRow, act: Act) -> None:
    """Follow an act `request.*` that this node makes: its attachments may travel from now on."""
    cooperation.after_made(node, row, act)
    body = _body(act)
    for document in body.documents if body is not None else ():
        _send(node, row, act, document)


def take_back(node: Node, row: ActRow, act: Act) -> None:
    """Follow an act `request.*` that this node made before a restore: those of its attachments that are still here may travel again."""
    cooperation.take_back(node, row, act)
    body = _body(act)
    for document in body.documents if body is not None else ():
        evidence = lock_object(document.object_id)
        if evidence is not None and evidence.party == node.party and not evidence.announced_by:
            _name_act(evidence, row, act)


def _were_declined(request_id: str) -> bool:
    """Tell whether papers of a thread were taken out of this node because its offer was declined: nobody asks for them again."""
    return any(row.declined_by for row in attachments_of_request(request_id))


def _name_act(evidence: EvidenceObject, row: ActRow, act: Act) -> None:
    evidence.partner = act.recipient
    evidence.announced_by = row.digest
    evidence.released_by = row.digest
    evidence.save(update_fields=["partner", "announced_by", "released_by"])


def _send(node: Node, row: ActRow, act: Act, document: Document) -> None:
    evidence = lock_own(node, document.object_id)
    _name_act(evidence, row, act)
    step = Step(
        action=CustodyAction.TRANSFER_OUT,
        role_id=act.approved_by[0].role_id if act.approved_by else NODE,
        verified=Finding.NOT_CHECKED,
        purpose=f"request {act.thread}",
        notes=f"act {row.digest}",
    )
    add_custody(node, evidence, [step], now=row.recorded_at)


def _body(act: Act) -> Request | Information | None:
    """Read the body of an act that may bring attachments; None for others and for forms that this node does not have."""
    try:
        body = read_body(act.kind, act.body)
    except RefusedError as error:
        if error.code in _NOT_HERE:
            return None
        raise
    return body if isinstance(body, Request | Information) else None


def _identities(node: Node) -> list[HybridIdentity]:
    return [HybridIdentity(pair=pair) for pair in node.keys.evidence.values()]
