# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much a browser may send: nothing to speak of before sign-in, a request's papers from officers, evidence from custodians.

The length that is announced is judged before the first byte is read.
"""

from typing import Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from longbien.actions.access import permits
from longbien.core.cooperation.acts.documents import MAX_DOCUMENT

SMALL: Final = 2 * 1024 * 1024
_FORM: Final = 4 * 1024 * 1024
"""What the fields of a form may have beside its files."""


class BoundedUpload(FileUploadHandler):
    """Refuses a body that is too long for who sends it, and leaves the files to the handlers after it."""

    def handle_raw_input(self, input_data: object, META: object, content_length: int, *more: object) -> None:  # noqa: N803 # Django's name
        """RequestDataTooBig (413) for too long a body."""
        if self.request is None or content_length > limit_for(self.request):
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the bytes on."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""


def limit_for(request: HttpRequest) -> int:
    """Give the greatest body, in bytes, that is read from this reader."""
    if not request.user.is_authenticated:
        return SMALL
    if permits(request.user, "evidence.seal"):
        return max(int(settings.UPLOAD_LIMIT), MAX_DOCUMENT) + _FORM
    return 2 * MAX_DOCUMENT + _FORM
