// SPDX-FileCopyrightText: 2026 Long Biên contributors
// SPDX-License-Identifier: EUPL-1.2
// Keeps the board of a meeting fresh from the live door's stream; the page works without it, by reloading.
// `#board` names the stream (data-live); `#live` holds the words of each state; `data-announce` marks what is read out.
"use strict";

const SILENCE = 25000; // milliseconds without a sign of life after which the line counts as down
const HIDDEN = 60000; // after so long out of sight a page gives its line back
const LONGEST = 30000; // the longest wait between two tries

// ---- The board: what is new is woven into what is there, so that focus, half-typed words and open details stay.

function key(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.id || node.dataset.key || "" : "";
}

function alike(old, fresh) {
  return old.nodeName === fresh.nodeName && key(old) === key(fresh);
}

function blend(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.nodeValue = fresh.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) {
    const kept = name === "open" && old.nodeName === "DETAILS";
    if (!kept && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  blendChildren(old, fresh);
}

function blendChildren(old, fresh) {
  const keyed = new Map([...old.children].filter(key).map((child) => [key(child), child]));
  let next = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    let found = keyed.get(key(child)) || null;
    if (!found && next && !key(next)) found = next;
    if (!found || !alike(found, child)) {
      old.insertBefore(child, next);
      continue;
    }
    if (found === next) next = next.nextSibling;
    else old.insertBefore(found, next);
    blend(found, child);
  }
  while (next) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}

function show(board, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const before = spoken(board);
  const focused = board.contains(document.activeElement) ? document.activeElement : null;
  blendChildren(board, fresh);
  if (focused && document.activeElement !== focused) {
    if (focused.isConnected) focused.focus({ preventScroll: true });
    if (document.activeElement !== focused) {
      board.tabIndex = -1;
      board.focus({ preventScroll: true });
    }
  }
  announce(before, spoken(board));
  document.dispatchEvent(new CustomEvent("longbien:board"));
}

// ---- The voice: what a board marks is said once when it changes, politely, and only its newest words.

function spoken(board) {
  return [...board.querySelectorAll("[data-announce]")].map((one) => one.textContent.trim().replace(/\s+/g, " "));
}

let saying = 0;

function announce(before, now) {
  const voice = document.getElementById("voice");
  const words = now.filter((one) => one && !before.includes(one)).join(" ");
  if (!voice || !words) return;
  clearTimeout(saying);
  saying = setTimeout(() => {
    voice.textContent = words;
  }, 500);
}

// ---- The line: open, watched, opened again with growing patience.

function follow(board) {
  const sign = document.getElementById("live");
  let source = null;
  let tries = 0;
  let again = 0;
  let watchdog = 0;
  let resting = 0;
  let ended = false;

  const say = (state) => {
    if (!sign || sign.dataset.state === state) return;
    sign.dataset.state = state;
    sign.textContent = sign.dataset[state] || "";
  };
  const alive = () => {
    tries = 0;
    say("on");
    clearTimeout(watchdog);
    watchdog = setTimeout(() => lost(), SILENCE);
  };
  const close = () => {
    clearTimeout(again);
    clearTimeout(watchdog);
    if (source) source.close();
    source = null;
  };
  const lost = () => {
    close();
    say("off");
    tries += 1;
    const wait = Math.min(LONGEST, 500 * 2 ** Math.min(tries, 8));
    again = setTimeout(open, wait * (0.5 + Math.random() / 2));
  };
  const open = () => {
    close();
    if (ended) return;
    source = new EventSource(board.dataset.live, { withCredentials: true });
    source.addEventListener("board", (event) => {
      alive();
      show(board, event.data);
    });
    source.addEventListener("beat", alive);
    source.addEventListener("end", () => {
      ended = true;
      close();
      say("ended");
    });
    source.addEventListener("error", () => {
      if (source && source.readyState === EventSource.CLOSED) lost();
      else say("off");
    });
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(resting);
    if (!document.hidden && !source) open();
    if (document.hidden && board.dataset.view !== "projector") resting = setTimeout(close, HIDDEN);
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) open();
  });
  open();
}

const board = document.getElementById("board");
if (board && board.dataset.live) follow(board);
