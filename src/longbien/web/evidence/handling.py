# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence in a custodian's browser: seal a file, open what was received, take the bundle for a court.

What the roles, the four eyes and the custody record ask is asked by the same verbs as at the terminal.
"""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO, Final, cast

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.evidence.bundle_zip import ZipSink
from longbien.actions.evidence.export_bundle import export_bundle
from longbien.actions.evidence.holdings import find_object_id, holding
from longbien.actions.evidence.seal import Opened, seal
from longbien.actions.evidence.streams import stream_received
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import parse_object_id, parse_request_id
from longbien.core.evidence.inner import Acquired, Description
from longbien.web.base.downloads import download
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.evidence.forms import BundleForm, OpenForm, SealForm

_BYTES: Final = "application/octet-stream"
_BLOCK: Final = 1024 * 1024


@guarded("custodian")
def seal_page(request: HttpRequest) -> HttpResponseBase:
    """Seal a file that the browser sends; the request that it answers may be named in the address."""
    posted = request.method == "POST"
    form = (
        SealForm(request.POST, request.FILES)
        if posted
        else SealForm(initial={"request": request.GET.get("request", "")})
    )
    if posted and form.is_valid():
        try:
            object_id = _seal(request, form)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Sealed. It stays here until it is announced."))
            return redirect("evidence_object", object_id)
    values = {"form": form, "limit": settings.UPLOAD_LIMIT}
    return render(request, "longbien/evidence/seal.html", values, status=409 if form.errors else 200)


@guarded("custodian")
def open_page(request: HttpRequest, object_id: str) -> HttpResponseBase:
    """Ask what for, then give the opened evidence as a file while it is being opened."""
    node, actor = current_node(), officer_of(request)
    item = holding(node=node, actor=actor, object_id=find_object_id(_whole(object_id)))
    form = OpenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            found = stream_received(
                node=node, actor=actor, object_id=parse_object_id(object_id), **form.cleaned_data
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            return download(found.blocks, name=found.name, size=found.size)
    values = {"item": item, "form": form}
    return render(request, "longbien/evidence/open.html", values, status=409 if form.errors else 200)


@guarded("custodian")
def bundle_page(request: HttpRequest, request_id: str) -> HttpResponseBase:
    """Ask what for, then give the bundle of a request for a court as one file."""
    node, actor = current_node(), officer_of(request)
    page = request_page(node=node, actor=actor, request_id=request_id)
    form = BundleForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            file = _bundle(request, request_id, form)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            size = file.seek(0, 2)
            return download(_blocks(file), name=f"bundle-{request_id[:12]}.zip", size=size)
    values = {"page": page, "form": form}
    return render(request, "longbien/evidence/bundle.html", values, status=409 if form.errors else 200)


def _seal(request: HttpRequest, form: SealForm) -> str:
    """Seal the posted file; give the object's id."""
    node, actor, said = current_node(), officer_of(request), form.cleaned_data
    file = said["file"]
    acquired = Acquired(
        at=said["acquired_at"] or node.clock(),
        by_role=said["acquired_by"] or actor.role_id,
        place=said["place"],
        method=said["method"],
        tool=said["tool"],
        authority=said["authority"],
        notes=said["notes"],
    )
    description = Description(
        name=file.name,
        media_type=file.content_type or _BYTES,
        form="file",
        case=said["case"],
        exhibit=said["exhibit"],
        acquired=acquired,
    )
    file.file.seek(0)
    return seal(
        node=node,
        actor=actor,
        opened=Opened(source=cast("BinaryIO", file.file), size=file.size),
        description=description,
        request_id=parse_request_id(said["request"]) if said["request"] else None,
        want_sha512=said["sha512"],
    ).object_id


def _bundle(request: HttpRequest, request_id: str, form: BundleForm) -> BinaryIO:
    """Write the bundle into a file without a name, which is gone when it has been read or the process ends."""
    node = current_node()
    with ExitStack() as stack:
        file = cast(
            "BinaryIO", stack.enter_context(tempfile.TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR))
        )
        sink = ZipSink(file, folder=f"bundle-{request_id[:12]}", made_at=node.clock())
        export_bundle(
            node=node,
            actor=officer_of(request),
            request_id=parse_request_id(request_id),
            sink=sink,
            plain=form.cleaned_data["content"] == "plain",
            purpose=form.cleaned_data["purpose"],
            render=lambda certificate: node.printer().certificate(certificate, get_language() or "en"),
        )
        sink.finish()
        stack.pop_all()
    return file


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while block := file.read(_BLOCK):
            yield block


def _whole(object_id: str) -> str:
    """Let whole ids pass only."""
    if len(object_id) != 32 or not object_id.isalnum():  # hexadecimal digits of an id
        raise Http404
    return object_id
