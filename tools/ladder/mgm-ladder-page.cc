/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-page.h"

namespace ns3
{
namespace mgm
{

std::string_view
GetLadderPageStyle()
{
    return R"css(
html, body { height: 100%; margin: 0; font: 13px "DejaVu Sans", Verdana, sans-serif; }
body { display: flex; flex-direction: column; }
header { display: flex; gap: 8px; align-items: center; padding: 6px 12px; background: #e4e9ee;
         border-bottom: 1px solid #8796a5; }
header input { flex: 0 1 26em; padding: 3px 6px; font: inherit; }
header button { min-width: 2.4em; padding: 3px 8px; font: inherit; cursor: pointer; }
header .help { color: #555; margin-left: auto; }
#view { flex: 1; overflow: auto; cursor: grab; }
#view.moving { cursor: grabbing; user-select: none; }
#view svg { display: block; }
#record { position: fixed; bottom: 28px; max-width: 46em; margin: 0; padding: 8px 10px; background: #fffef6;
          border: 1px solid #777; box-shadow: 2px 2px 6px #0004; white-space: pre-wrap;
          pointer-events: none; font: 12px "DejaVu Sans Mono", monospace; z-index: 2; }
svg [data-s] { cursor: pointer; }
svg .faded { opacity: 0.13; }
svg .cause .line { stroke-width: 3; }
svg .cause .back { fill: #ffe680; fill-opacity: 1; }
svg .cause .mark { fill: #ffd000; }
svg .here .back { fill: #ffc83d; fill-opacity: 1; }
svg .here .line { stroke-width: 3; }
svg .here .mark { fill: #ffb000; }
svg .effect .back { fill: #d8f0ff; fill-opacity: 1; }
)css";
}

std::string_view
GetLadderPageBar()
{
    return R"html(<header>
<label>Filter <input id="filter" type="search" placeholder="words, such as 239.1.1.1 pim"></label>
<span id="found"></span>
<button id="smaller" title="zoom out">&minus;</button>
<button id="larger" title="zoom in">+</button>
<button id="whole" title="original size">1:1</button>
<button id="fit" title="fit the width">Fit</button>
<span class="help">Ctrl and wheel zoom, dragging moves. Yellow: causes of what is under the pointer;
blue: what it causes. A click holds it.</span>
</header>
)html";
}

std::string_view
GetLadderPageScript()
{
    return R"js(
"use strict";
const view = document.getElementById("view");
const svg = view.querySelector("svg");
const record = document.getElementById("record");
const heads = svg.querySelector(".heads");
const size = svg.viewBox.baseVal;
const items = [...svg.querySelectorAll("[data-s]")];
const headsTop = heads.querySelector("rect").y.baseVal.value;
let zoom = 1;
let held = null;

// Native tooltips give way to a panel with the whole record.
for (const item of items) {
  const title = item.querySelector("title");
  item.record = title ? title.textContent : "";
  if (title) title.remove();
}

// Items by diagram and number of each record that they show, and by their cause.
const shown = new Map();
const caused = new Map();
const put = (map, key, item) => map.set(key, (map.get(key) || []).concat(item));
for (const item of items) {
  for (const seq of item.dataset.s.split(" ")) put(shown, item.dataset.m + ":" + seq, item);
  put(caused, item.dataset.m + ":" + item.dataset.c, item);
}

function keepHeads() {
  const top = view.scrollTop / zoom;
  const shift = Math.max(0, top - headsTop);
  heads.setAttribute("transform", "translate(0 " + shift + ")");
}

function setZoom(value, x = view.clientWidth / 2, y = 0) {
  const old = zoom;
  zoom = Math.min(8, Math.max(0.1, value));
  const left = (view.scrollLeft + x) / old;
  const top = (view.scrollTop + y) / old;
  svg.setAttribute("width", size.width * zoom);
  svg.setAttribute("height", size.height * zoom);
  view.scrollLeft = left * zoom - x;
  view.scrollTop = top * zoom - y;
  keepHeads();
}

function clear() {
  for (const item of items) item.classList.remove("here", "cause", "effect");
  record.hidden = true;
}

function mark(item) {
  clear();
  for (const seq of item.dataset.s.split(" ")) {
    const key = item.dataset.m + ":" + seq;
    for (const same of shown.get(key)) same.classList.add("here");
    for (const effect of caused.get(key) || []) {
      if (!effect.classList.contains("here")) effect.classList.add("effect");
    }
  }
  const seen = new Set();
  let key = item.dataset.m + ":" + item.dataset.c;
  while (shown.has(key) && !seen.has(key)) {
    seen.add(key);
    for (const cause of shown.get(key)) cause.classList.add("cause");
    key = item.dataset.m + ":" + shown.get(key)[0].dataset.c;
  }
}

// The panel stands in the lower corner that is farther from the pointer.
function tell(item, event) {
  record.textContent = item.record;
  record.hidden = false;
  const isLeft = event.clientX > window.innerWidth * 0.6;
  record.style.left = isLeft ? "12px" : "auto";
  record.style.right = isLeft ? "auto" : "28px";
}

for (const item of items) {
  item.addEventListener("mousemove", event => {
    if (!held) mark(item);
    tell(item, event);
  });
  item.addEventListener("mouseleave", () => {
    record.hidden = true;
    if (!held) clear();
  });
  item.addEventListener("click", event => {
    held = held === item ? null : item;
    mark(item);
    tell(item, event);
  });
}

const filter = document.getElementById("filter");
filter.addEventListener("input", () => {
  const words = filter.value.toLowerCase().split(/\s+/).filter(word => word);
  const found = new Set();
  for (const item of items) {
    const text = (item.record + " " + item.textContent).toLowerCase();
    const fits = words.every(word => text.includes(word));
    item.classList.toggle("faded", !fits);
    if (fits) found.add(item.dataset.m + ":" + item.dataset.s);
  }
  document.getElementById("found").textContent = words.length ? found.size + " found" : "";
});

let from = null;
view.addEventListener("mousedown", event => {
  if (event.button !== 0 || event.target.closest("text")) return;
  from = { x: event.clientX + view.scrollLeft, y: event.clientY + view.scrollTop };
  view.classList.add("moving");
});
window.addEventListener("mousemove", event => {
  if (!from) return;
  view.scrollLeft = from.x - event.clientX;
  view.scrollTop = from.y - event.clientY;
});
window.addEventListener("mouseup", () => {
  from = null;
  view.classList.remove("moving");
});
view.addEventListener("wheel", event => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  const box = view.getBoundingClientRect();
  setZoom(zoom * (event.deltaY < 0 ? 1.15 : 1 / 1.15), event.clientX - box.left,
          event.clientY - box.top);
}, { passive: false });
view.addEventListener("scroll", keepHeads);
document.getElementById("larger").onclick = () => setZoom(zoom * 1.25);
document.getElementById("smaller").onclick = () => setZoom(zoom / 1.25);
document.getElementById("whole").onclick = () => setZoom(1);
document.getElementById("fit").onclick = () => setZoom(view.clientWidth / size.width, 0, 0);
)js";
}

} // namespace mgm
} // namespace ns3
