// SPDX-FileCopyrightText: 2026 Long Biên contributors
// SPDX-License-Identifier: EUPL-1.2
// What a page does by itself; every page works without it.
"use strict";

// Warn fifteen minutes before the session ends, once, aloud.
function watchSession() {
  const form = document.querySelector(".lb-session");
  if (!form) return;
  const warn = () => {
    const box = form.querySelector(".lb-session__warning");
    box.textContent = box.dataset.text;
    form.classList.add("lb-session--soon");
  };
  const left = Date.parse(form.dataset.ends) - Date.now() - 15 * 60 * 1000;
  if (left <= 0) warn();
  else if (left < 2 ** 31) setTimeout(warn, left);
}

// Menus close on Escape and on a click elsewhere, and give the focus back.
function tameMenus() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll(".lb-menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".lb-menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}

// After a form came back with faults, the reader starts at the list of faults.
function showFaults() {
  const faults = document.getElementById("faults");
  if (faults) faults.focus();
}

watchSession();
tameMenus();
showFaults();
