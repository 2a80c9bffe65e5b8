/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-style.h"

namespace ns3
{
namespace mgm
{

std::string_view
GetLadderStyle()
{
    // After the palette of Okabe and Ito, darkened where it is the colour of a text.
    return R"css(
svg { background: #fff; font-family: "DejaVu Sans", Verdana, Helvetica, Arial, sans-serif; }
text { font-size: 11px; fill: #222; }
.paper { fill: #fff; }
.title { font-size: 16px; font-weight: bold; }
.subtitle { fill: #555; }
.band { fill: #f3f6f9; }
.time { text-anchor: end; font-variant-numeric: tabular-nums; }
.same { fill: none; stroke: #888; }
.gap { fill: #fff; }
.zigzag { fill: none; stroke: #777; }
.length { text-anchor: end; fill: #555; font-style: italic; }
.node { fill: #e4e9ee; stroke: #8796a5; }
.nodename { font-size: 12px; font-weight: bold; text-anchor: middle; }
.lanename { font-size: 12px; text-anchor: middle; }
.life { stroke: #9aa5b1; stroke-dasharray: 4 3; }
.bracket { fill: url(#hatch); stroke: #b58900; stroke-width: 0.8; }
.hatch { stroke: #d9a900; stroke-width: 1.2; }
.stripname { text-anchor: middle; }
.tenure { stroke: #667; stroke-width: 0.7; }
.tenuretext { font-size: 10px; text-anchor: middle; }
.owner0 { fill: #fff; stroke-dasharray: 2 2; }
.owner1 { fill: #cfe5f5; }
.owner2 { fill: #fbe0b0; }
.owner3 { fill: #c6e9dc; }
.owner4 { fill: #f1d6e4; }
.owner5 { fill: #f7f2b0; }
.changing { fill: url(#hatch); }
.bar { stroke: #0b5fa5; fill: #d5e6f4; }
.callback .bar, .bar.callback { stroke: #00694a; fill: #d0ece2; }
.line { fill: none; stroke: #222; stroke-width: 1.3; }
.tip { stroke: none; fill: #222; }
.opentip { fill: none; stroke: #222; stroke-width: 1.3; }
.label { paint-order: stroke; }
.back { fill: #fff; fill-opacity: 0.82; }
.call .line { stroke: #0b5fa5; }
.call .tip { fill: #0b5fa5; }
.call .label { fill: #0a4a80; }
.return .line { stroke: #0b5fa5; stroke-dasharray: 5 3; }
.return .opentip { stroke: #0b5fa5; }
.return .label { fill: #0a4a80; }
.callback .line { stroke: #00694a; }
.callback .opentip { stroke: #00694a; }
.callback .label { fill: #00543b; }
.upcall .line { stroke: #7a3b8f; }
.upcall .tip { fill: #7a3b8f; }
.upcall .label { fill: #5f2a72; }
.data .line { stroke: #7a3b8f; }
.data .tip { fill: #7a3b8f; }
.data .label { fill: #5f2a72; }
.data.many .line { stroke-width: 3; }
.message .line { stroke: #444; }
.message .tip { fill: #444; }
.mark { fill: #fff; stroke: #444; stroke-width: 1.2; }
.state .label { fill: #444; }
.event .mark { fill: #222; }
.event .label { font-weight: bold; }
.note .label { fill: #444; }
.note .mark { fill: #444; }
.far { stroke-opacity: 0.55; }
.cross { fill: none; stroke: #b3001b; stroke-width: 2.2; }
.warning { fill: #fff; stroke: #b3001b; stroke-width: 1.8; }
.failure .label { fill: #b3001b; font-weight: bold; }
.legendbox { fill: #fff; stroke: #bbb; }
)css";
}

} // namespace mgm
} // namespace ns3
