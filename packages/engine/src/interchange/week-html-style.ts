/**
 * How a printed week looks: A4, black on white. Nothing is told by colour.
 *
 * @module
 */

export const weekStyle = `
@page { size: A4 landscape; margin: 9mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 4mm; max-width: 297mm; color: #000; background: #fff;
  font: 10pt/1.25 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 16pt; margin: 0; }
h2 { font-size: 11pt; margin: 3mm 0 1mm; break-after: avoid; }
p, ul { margin: 1mm 0; } ul { padding-left: 5mm; font-size: 9pt; } li { break-inside: avoid; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 5mm; margin-bottom: 3mm; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; font-size: 11pt; padding: 1mm 0; }
th, td { border: 1px solid #555; padding: 0.6mm 2mm; vertical-align: top; font-variant-numeric: tabular-nums; }
thead th { border-bottom: 2px solid #000; text-align: left; }
.practice th[scope="row"] { text-align: left; font-weight: normal; }
.practice th b { display: inline-block; min-width: 7mm; }
.practice td { text-align: right; min-width: 16mm; }
.practice thead td { border: 0; }
.practice thead th { text-align: right; }
.legend { font-size: 9pt; }
.provider { break-before: page; margin-top: 6mm; }
.week { width: 100%; table-layout: fixed; }
.week p { margin: 0; display: flex; gap: 2mm; align-items: baseline; line-height: 1.3; break-inside: avoid; }
.week p.gap { margin-top: 1.5mm; border-top: 1px dashed #555; padding-top: 1mm; }
.week abbr { text-decoration: none; font-weight: bold; min-width: 7mm; }
.week small { margin-left: auto; color: #333; }
.week small::after { content: " min"; }
.week caption small { margin-left: 2mm; font-weight: normal; }
.week caption small::after { content: ""; }
.week tfoot td { border-top: 2px solid #000; font-size: 9pt; }
@media print { body { padding: 0; max-width: none; } }
`;
