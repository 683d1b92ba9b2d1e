// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ob::ui {

/// Of the page of an evidence bundle, readable on a screen and on A4. The row `sheet` in the head of a table
/// is for printing only: browsers repeat it on every sheet that the table reaches.
inline constexpr char evidenceStyle[] = R"css(
:root{--ink:#1a1c1e;--soft:#5a6068;--line:#d5d9de;--ground:#f6f7f8;--drill:#b3261e}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1.5rem 1.5rem 4rem;color:var(--ink);background:#fff;
 font:15px/1.5 "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","WenQuanYi Micro Hei","Noto Sans","DejaVu Sans","Liberation Sans",Arial,sans-serif}
h1{font-size:1.6rem;line-height:1.25;margin:.4rem 0 .2rem}
h2{font-size:1.15rem;margin:2.4rem 0 .5rem;padding-bottom:.3rem;border-bottom:2px solid var(--ink)}
h2 .kind{font-weight:400;color:var(--soft);margin-left:.6rem}
p{margin:.5rem 0;max-width:60rem}
.lead{color:var(--soft);margin:0 0 1rem}
.drill{background:var(--drill);color:#fff;font-weight:700;text-align:center;padding:.45rem 1rem;border-radius:4px}
.marks{font-weight:700}
table{border-collapse:collapse;width:100%;margin:.6rem 0 1rem}
th,td{text-align:left;vertical-align:top;padding:.32rem .7rem .32rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600;color:var(--soft);font-size:.85rem}
.facts th{width:12rem;font-size:1em}
.facts tr:last-child>*,.times tr:last-child>*{border-bottom:0}
.times .when,.times .seen{width:6rem;font-variant-numeric:tabular-nums;white-space:nowrap}
.times .who{width:13rem}
.times .entry{width:8.5rem;text-align:right;padding-right:0;white-space:nowrap}
.times .entry,.hash{font-family:"Noto Sans Mono","DejaVu Sans Mono",ui-monospace,monospace;font-size:.8rem;color:var(--soft)}
.times .day th{background:var(--ground);color:var(--ink);padding:.25rem .5rem}
.times .seen,.who small{color:var(--soft)}
.who small{display:block}
.mark{display:inline-block;border:1px solid var(--line);border-radius:3px;padding:0 .35rem;margin-left:.35rem;font-size:.8rem;color:var(--soft)}
.void td{color:var(--soft);text-decoration-line:line-through;text-decoration-color:var(--line)}
.void .mark{color:var(--drill);border-color:var(--drill);text-decoration:none}
.print{font-size:1.1rem;letter-spacing:.06em;font-variant-numeric:tabular-nums;font-weight:600}
.log{white-space:nowrap}
code{font-family:"Noto Sans Mono","DejaVu Sans Mono",ui-monospace,monospace;background:var(--ground);padding:.05rem .3rem;border-radius:3px}
ul{margin:.3rem 0;padding-left:1.3rem}
thead tr.sheet{display:none}
thead tr.sheet th{color:var(--drill);text-align:center}
@page{size:A4;margin:18mm 14mm}
@media print{
 body{max-width:none;padding:0;font-size:10pt}
 .drill{border:1.5pt solid var(--drill);color:var(--drill);background:#fff}
 thead tr.sheet{display:table-row}
 .times .when,.times .seen{width:4.6rem}
 .times .who{width:10rem}
 .times .entry{width:6.6rem}
 .times .entry,.hash{font-size:.72rem}
 h2{break-after:avoid}
 tr{break-inside:avoid}
 thead{display:table-header-group}
}
)css";

} // namespace ob::ui
