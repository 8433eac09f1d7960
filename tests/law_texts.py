# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up laws of no State, in several languages: for tests of the law desk."""

from collections.abc import Sequence

from longbien.core.law.provisions.provision import Provision

OFFENCES = ("Part II", "Chapter 3. Offences by means of machines")
FIRST: Sequence[Provision] = (
    Provision(
        id="HC:1",
        number="1",
        heading="Words",
        text="In this Act, a machine is any device that keeps tide tables.",
    ),
    Provision(
        id="HC:2",
        number="2",
        heading="Entering a machine",
        text="Whoever enters a machine of the harbour without being allowed to is fined up to ten lanterns.",
        path=OFFENCES,
    ),
    Provision(
        id="HC:3",
        number="3",
        heading="Spoiling tide tables",
        text="Whoever changes or deletes a tide table without right is locked up for at most two winters.",
        path=OFFENCES,
    ),
    Provision(
        id="HC:4",
        number="4",
        heading="Whistles",
        text="A ship that enters in fog gives two long blasts on its whistle before it passes the mole.",
    ),
    Provision(id="HC:5", number="5", heading="Fees", text="Nobody pays a fee for mooring at night."),
)
SECOND: Sequence[Provision] = (
    FIRST[0],
    Provision(
        id="HC:2",
        number="2",
        heading="Entering a machine",
        text="Whoever enters a machine of the harbour or of a lighthouse without being allowed to is fined up to thirty lanterns.",
        path=OFFENCES,
    ),
    Provision(
        id="HC:3",
        number="3",
        heading="Listening",
        text="Whoever listens to what two machines say to each other is fined up to thirty lanterns.",
        path=OFFENCES,
    ),
    Provision(
        id="HC:4",
        number="4",
        heading="Spoiling tide tables",
        text="Whoever changes or deletes a tide table without right is locked up for at most two winters.",
        path=OFFENCES,
    ),
    Provision(
        id="HC:5",
        number="5",
        heading="Whistles",
        text="A ship that enters in fog gives two long blasts on its whistle before it passes the mole.",
    ),
)
VIETNAMESE: Sequence[Provision] = (
    Provision(
        id="BC:1",
        number="1",
        heading="Từ ngữ",
        text="Trong Luật này, máy là thiết bị lưu giữ bảng thủy triều của bến cảng.",
    ),
    Provision(
        id="BC:2",
        number="2",
        heading="Vào máy trái phép",
        text="Người nào vào máy của bến cảng mà không được phép thì bị phạt tiền.",
    ),
)
ARABIC: Sequence[Provision] = (
    Provision(
        id="QM:1",
        number="1",
        heading="تعريفات",
        text="في هذا القانون، الآلة كل جهاز يحفظ جداول المد في الميناء.",
    ),
    Provision(
        id="QM:2",
        number="2",
        heading="الدخول إلى الآلة",
        text="يعاقب بالغرامة كل من دخل آلة الميناء دون إذن.",
    ),
)
