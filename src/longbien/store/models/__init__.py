# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""All models, one module per room; Django finds them here."""

from longbien.store.models.conference import (
    Conference,
    LotSeed,
    Meeting,
    MeetingEvent,
    TypedCount,
)
from longbien.store.models.conference_papers import (
    AgendaItem,
    ConferenceDocument,
    DocumentVersion,
    MeetingRecord,
    ProgrammeSlot,
    SessionPapers,
)
from longbien.store.models.conference_people import (
    ApplicationStep,
    Badge,
    BadgeCode,
    BadgeFunction,
    CredentialScan,
    CredentialsReport,
    CredentialStep,
    Delegation,
    NoteVerbale,
    ObserverApplication,
)
from longbien.store.models.cooperation import ClockRecord, ClockTarget, Follows, Override, Request
from longbien.store.models.cooperation_alarms import Alarm, AlarmMail, Assignment
from longbien.store.models.cooperation_desk import HandOver, Look, Note
from longbien.store.models.cooperation_provider import ProviderAnswer
from longbien.store.models.cooperation_safeguards import (
    CallBack,
    CallBackAnswer,
    EmergencyReview,
    OversightEntry,
    SafeguardStep,
    SecrecyMark,
    SecrecyRecord,
)
from longbien.store.models.cooperation_sharing import SharedDraft
from longbien.store.models.evidence import CustodyRecord, EvidenceObject, EvidencePart, HeldRange, SealerProof
from longbien.store.models.exchange import (
    Act,
    Approval,
    Attempt,
    CourierAnswer,
    CourierFile,
    Lane,
    Outbox,
    Proposal,
    QuotaUse,
    Receipt,
)
from longbien.store.models.kept_forms import KeptForm
from longbien.store.models.law import Law, LawProvision, LawVersion
from longbien.store.models.law_published import LawReport, LawReportText, PublishedConcordance
from longbien.store.models.law_review import ConcordancePiece, ConcordanceText, LawConcordance
from longbien.store.models.log import (
    Cosignature,
    Log,
    LogCheckpoint,
    LogEntry,
    LogTile,
    Misbehaviour,
    WitnessedCheckpoint,
    WitnessedLog,
)
from longbien.store.models.parties import Confirmation, Entry, Party
from longbien.store.models.people import DecisionRecord, DutyTurn, Officer, RoleChange, RoleGrant, Sighting
from longbien.store.models.register import RequestWords
from longbien.store.models.tokens import OfficerToken
from longbien.store.models.treaty_basis import BasisAgreement, BasisEntry, BasisNotice
from longbien.store.models.treaty_joining import JoiningAnswers, JoiningRecord
from longbien.store.models.treaty_record import RecordEntry, RecordWithdrawal
from longbien.store.models.treaty_status import StatusEvent, StatusPage
from longbien.store.models.treaty_text import TreatyText, TreatyTextArticle

__all__ = [
    "Act",
    "AgendaItem",
    "Alarm",
    "AlarmMail",
    "ApplicationStep",
    "Approval",
    "Assignment",
    "Attempt",
    "Badge",
    "BadgeCode",
    "BadgeFunction",
    "BasisAgreement",
    "BasisEntry",
    "BasisNotice",
    "CallBack",
    "CallBackAnswer",
    "ClockRecord",
    "ClockTarget",
    "ConcordancePiece",
    "ConcordanceText",
    "Conference",
    "ConferenceDocument",
    "Confirmation",
    "Cosignature",
    "CourierAnswer",
    "CourierFile",
    "CredentialScan",
    "CredentialStep",
    "CredentialsReport",
    "CustodyRecord",
    "DecisionRecord",
    "Delegation",
    "DocumentVersion",
    "DutyTurn",
    "EmergencyReview",
    "Entry",
    "EvidenceObject",
    "EvidencePart",
    "Follows",
    "HandOver",
    "HeldRange",
    "JoiningAnswers",
    "JoiningRecord",
    "KeptForm",
    "Lane",
    "Law",
    "LawConcordance",
    "LawProvision",
    "LawReport",
    "LawReportText",
    "LawVersion",
    "Log",
    "LogCheckpoint",
    "LogEntry",
    "LogTile",
    "Look",
    "LotSeed",
    "Meeting",
    "MeetingEvent",
    "MeetingRecord",
    "Misbehaviour",
    "Note",
    "NoteVerbale",
    "ObserverApplication",
    "Officer",
    "OfficerToken",
    "Outbox",
    "Override",
    "OversightEntry",
    "Party",
    "ProgrammeSlot",
    "Proposal",
    "ProviderAnswer",
    "PublishedConcordance",
    "QuotaUse",
    "Receipt",
    "RecordEntry",
    "RecordWithdrawal",
    "Request",
    "RequestWords",
    "RoleChange",
    "RoleGrant",
    "SafeguardStep",
    "SealerProof",
    "SecrecyMark",
    "SecrecyRecord",
    "SessionPapers",
    "SharedDraft",
    "Sighting",
    "StatusEvent",
    "StatusPage",
    "TreatyText",
    "TreatyTextArticle",
    "TypedCount",
    "WitnessedCheckpoint",
    "WitnessedLog",
]
