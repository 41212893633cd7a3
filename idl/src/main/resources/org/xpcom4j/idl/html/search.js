"use strict";

(function () {
  const MOST = 30;
  const form = document.getElementById("search-form");
  const box = document.getElementById("search-box");
  const list = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const rows = window.searchIndex.map(([text, kind, address]) => {
    const dot = kind === "interface" || text.startsWith("@") ? -1 : text.indexOf(".");
    const name = text.slice(dot + 1).toLowerCase();
    return { text, kind, address, name, whole: text.toLowerCase() };
  });

  /** How well a row answers; smaller is better, infinity is not at all. */
  function distance(row, wanted) {
    if (row.name === wanted || row.whole === wanted) {
      return row.kind === "interface" ? 0 : 1;
    }
    const names = ["nsi" + wanted, "ns" + wanted];
    if (names.some((name) => row.name === name)) {
      return 2;
    }
    if (row.name.startsWith(wanted) || names.some((name) => row.name.startsWith(name))) {
      return row.kind === "interface" ? 3 : 4;
    }
    if (row.name.includes(wanted)) {
      return row.kind === "interface" ? 5 : 6;
    }
    return row.whole.includes(wanted) ? 7 : Infinity;
  }

  function show() {
    const wanted = box.value.trim().toLowerCase();
    list.replaceChildren();
    list.hidden = wanted === "";
    if (list.hidden) {
      status.textContent = "";
      return;
    }
    const found = rows
      .map((row) => ({ row, distance: distance(row, wanted) }))
      .filter((each) => each.distance < Infinity)
      .sort((a, b) => a.distance - b.distance || (a.row.whole < b.row.whole ? -1 : 1));
    for (const { row } of found.slice(0, MOST)) {
      const link = document.createElement("a");
      const kind = document.createElement("small");
      link.href = row.address;
      link.textContent = row.text;
      kind.textContent = row.kind;
      link.append(kind);
      list.append(item(link));
    }
    status.textContent = found.length + " found";
    if (found.length === 0) {
      list.append(item("Nothing found"));
    } else if (found.length > MOST) {
      list.append(item("and " + (found.length - MOST) + " more"));
    }
  }

  function item(content) {
    const element = document.createElement("li");
    element.append(content);
    return element;
  }

  function close() {
    list.hidden = true;
  }

  /** Moves along the links; before the first one is the box. */
  function move(by) {
    const stops = [box, ...list.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + by;
    stops[Math.max(0, Math.min(stops.length - 1, next))].focus();
  }

  box.addEventListener("input", show);
  box.addEventListener("focus", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first !== null) {
      first.click();
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      close();
      box.focus();
      close();
    }
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a") !== null) {
      close();
    }
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) {
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select") !== null;
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
    }
  });
  form.hidden = false;
})();
