/**
 * How the page of a roster looks: on paper, landscape, without colours; and on a screen.
 *
 * Weekends are hatched and have a thick line on their left, so that they stand out on a printer that leaves out
 * backgrounds too. Nothing is told by colour alone.
 *
 * @module
 */

export const rosterStyle = `
@page { size: A4 landscape; margin: 9mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; padding: 4mm; max-width: 297mm; color: #000; background: #fff;
  font: 10pt/1.25 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 16pt; margin: 0; }
h2 { font-size: 11pt; margin: 3mm 0 1mm; break-after: avoid; }
p, ul { margin: 1mm 0; } ul { padding-left: 5mm; font-size: 9pt; columns: 2; column-gap: 10mm; } li { break-inside: avoid; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 5mm; margin-bottom: 1mm; }
.state { border: 2px solid #000; padding: 0.3mm 2.5mm; font-weight: bold; letter-spacing: 0.08em; }
.state.draft { border-style: dashed; }
.period { overflow-x: auto; }
.period + .period { break-before: page; margin-top: 6mm; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding: 1mm 0; }
.grid { width: 100%; table-layout: fixed; min-width: 190mm; }
.grid caption { font-size: 11pt; }
.grid tr { break-inside: avoid; }
.grid tfoot { display: table-row-group; }
.grid th, .grid td { border: 1px solid #555; padding: 0.5mm 0.2mm; text-align: center; font-variant-numeric: tabular-nums; }
.grid thead th { font-size: 8pt; font-weight: normal; line-height: 1.15; vertical-align: bottom; border-bottom: 2px solid #000; }
.grid thead b { display: block; font-size: 10pt; }
.grid .name { width: 42mm; text-align: left; font-size: 9pt; line-height: 1.1; padding-left: 1mm; overflow-wrap: anywhere; }
.grid .hours { width: 13mm; text-align: right; padding-right: 1mm; }
.grid tbody td { font-weight: bold; }
.grid tbody td.hours { font-weight: normal; }
.grid abbr { text-decoration: none; }
.grid.dense tbody td { font-size: 8.5pt; }
.grid .group th { text-align: left; font-size: 8pt; background: #eee; padding: 0.1mm 1mm; }
.grid .monday { border-left: 2px solid #000; }
.grid .weekend { background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='6' height='6'%3E%3Cpath d='M-1 1l2-2M0 6l6-6M5 7l2-2' stroke='%23aaa'/%3E%3C/svg%3E"); }
.grid .saturday { border-left: 2px solid #000; }
.grid tfoot th, .grid tfoot td { font-size: 8.5pt; font-weight: normal; padding-block: 0.2mm; }
.grid tfoot tr:first-child > * { border-top: 2px solid #000; }
.grid tfoot .open > * { font-weight: bold; border-block: 2px solid #000; }
.list { margin-top: 1mm; font-size: 9pt; }
.list th, .list td { text-align: left; vertical-align: top; padding: 0.4mm 4mm 0.4mm 0; border-bottom: 1px solid #999; }
.list .number { text-align: right; }
.legend { break-inside: avoid; font-size: 8.5pt; }
.legend h2 { margin-top: 2mm; }
h3 { font-size: 10pt; margin: 2mm 0 0; break-after: avoid; }
dl { margin: 0; columns: 2; column-gap: 8mm; }
dl div { break-inside: avoid; display: flex; gap: 2mm; }
dt { font-weight: bold; min-width: 9mm; } dd { margin: 0; }
.costs { break-before: page; }
@media print { body { padding: 0; max-width: none; } .period { overflow: visible; } .grid { min-width: 0; } }
`;
