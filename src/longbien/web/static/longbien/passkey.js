// SPDX-FileCopyrightText: 2026 Long Biên contributors
// SPDX-License-Identifier: EUPL-1.2
// Ties a page's passkey button to the browser's own question: what the page needs stands in data attributes, so that no script is inline.
"use strict";

for (const tie of document.querySelectorAll("[data-passkey]")) {
  const { passkey, button, credential, passwordless } = tie.dataset;
  window.allauth.webauthn.forms[passkey]({
    ids: { add: button, login: button, authenticate: button, credential, passwordless, data: "passkey_data" },
  });
}
