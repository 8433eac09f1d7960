# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attachments on pages: files that were sent with a form are kept sealed; those of a request are given to whoever may read it."""

from typing import BinaryIO, Final, cast

from django.contrib import messages
from django.http import HttpRequest, StreamingHttpResponse

from longbien.actions.evidence.documents import keep_document
from longbien.actions.evidence.seal import Opened
from longbien.actions.evidence.streams import stream_document
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import RequestId
from longbien.core.cooperation.forms.kinds import Form
from longbien.web.base.downloads import download
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of

_BYTES: Final = "application/octet-stream"


def keep_files(request: HttpRequest, form: Form, request_id: RequestId) -> bool:
    """Keep the files of a posted form; False, with a message, if one of them cannot be kept."""
    for name, field in form.fields.items():
        file = request.FILES.get(name)
        source = file.file if file is not None else None
        if field.type != "attachment" or file is None or source is None:
            continue
        source.seek(0)
        try:
            keep_document(
                node=current_node(),
                actor=officer_of(request),
                request_id=request_id,
                opened=Opened(source=cast("BinaryIO", source), size=file.size),
                name=file.name or "",
                media_type=file.content_type or _BYTES,
            )
        except LongBienError as error:
            messages.error(request, sentence_of(error))
            return False
    return True


@guarded()
def paper(request: HttpRequest, request_id: str, field: str) -> StreamingHttpResponse:
    """Give an attachment as a file, each MiB checked before it leaves."""
    found = stream_document(
        node=current_node(), actor=officer_of(request), request_id=request_id, field=field
    )
    return download(found.blocks, name=found.name, size=found.size)
