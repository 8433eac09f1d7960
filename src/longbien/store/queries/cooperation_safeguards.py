# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the safeguards ask of their rows."""

from longbien.store.models.cooperation_safeguards import SafeguardStep


def recorded_steps(request_id: str) -> list[SafeguardStep]:
    """Give every step that was recorded for a request, oldest first."""
    return list(SafeguardStep.objects.filter(request_id=request_id).select_related("record").order_by("pk"))
