# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What acts about requests say (docs/protocol/requests.md): one value per kind of body. `bodies_json` reads and writes them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, TypeAlias

from longbien.core.base.ids import ObjectId
from longbien.core.cooperation.forms.values import Values

BASIS_FIELD: Final = "legal_basis"
"""The one field of a form that stands beside `fields` in the body, so that a door can judge it without the form."""
EARLIER_FIELDS: Final = ("previous_preservation", "previous_arrest")
"""The fields that name an earlier request by its id: the data stay preserved, the arrest holds, until this request is decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A check that stopped the draft and was passed all the same, with the officer's written reason. It marks the request."""

    check: str
    field: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The bytes of an attachment, as a sealed object: its id, its signed manifest, and the header that opens it for the recipient."""

    object_id: ObjectId
    manifest: bytes = field(repr=False)
    header: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """`request.<kind>`: the first act of a thread. `values` holds every field of the form, the legal basis included."""

    form: str
    form_version: int
    values: Values
    overrides: tuple[Override, ...] = ()
    documents: tuple[Document, ...] = ()

    @property
    def legal_basis(self) -> str:
        """Give the code of the legal basis, `""` while a draft has none."""
        return str(self.values.get(BASIS_FIELD, ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """`answer.acknowledged`: a person has seen the request. `reference` is the requested State's own number."""

    reference: str = ""
    handled_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """`answer.returned`: cannot be worked on as it is. Not a refusal; coded reasons, the fields to mend, data kept meanwhile or not."""

    reasons: tuple[str, ...]
    fields: tuple[str, ...] = ()
    text: str = ""
    preserved_meanwhile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationWanted:
    """`answer.information-wanted`: a question (Art. 40(16)), or a warning before execution (Art. 42(7)) named by `concern`."""

    questions: str
    concern: str = ""
    fields: tuple[str, ...] = ()
    answer_by: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Information:
    """`request.information`: the answer to a question or a return; `values` are the fields as they now are, `documents` those attachments that are new."""

    text: str
    form: str
    form_version: int
    values: Values
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition of use: a code, its words, and until when it binds (for good if no moment is given)."""

    code: str
    text: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """`answer.decided`: one decision on one measure. Reasons are always given unless everything is granted (Art. 40(25)).

    `concerns` warn the requesting State early, such as that disclosure may fail for want of dual criminality although the data are kept.
    """

    measure: str
    decision: str
    grounds: tuple[str, ...] = ()
    reasons: str = ""
    conditions: tuple[Condition, ...] = ()
    consulted_at: datetime | None = None
    reconsider_after: datetime | None = None
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Executed:
    """`answer.executed`: what was done. For preservation and arrest `since` and `until` are the period in which something is kept."""

    measure: str
    outcome: str
    since: datetime | None = None
    until: datetime | None = None
    held_by: str = ""
    provider_reference: str = ""
    other_provider: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """`request.extension` (Art. 42(9)): keep the data, or hold the person, until a later moment."""

    until: datetime
    reason: str
    measure: str = "preservation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """`request.withdrawn`: the assistance is no longer needed (Art. 40(26))."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """`answer.closed`: nothing more will follow from this side; `outcome` says how the request ended."""

    outcome: str
    note: str = ""


Body: TypeAlias = (
    Request
    | Acknowledged
    | Returned
    | InformationWanted
    | Information
    | Decided
    | Executed
    | Extension
    | Withdrawn
    | Closed
)
"""Any body that this room reads."""
