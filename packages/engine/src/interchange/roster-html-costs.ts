/**
 * What a roster costs, and what its rules say of it: the part of the page that is not for everybody.
 *
 * @module
 */

import { html, type Markup } from "./html.ts";
import type { RosterAnswer, RosterRemark, RosterScore } from "./roster-answer.ts";

/** More remarks of a rule than this are counted, not listed; those that cost most come first. */
const MOST_LISTED = 30;

/** The part of the page with costs. */
export function costsSection(answer: RosterAnswer): Markup {
  const { scores = [] } = answer;
  return html`<section class="costs">
<h2>What it costs</h2>
<p>${summary(answer)}</p>
${scores.length === 0 ? "" : scoresTable(scores)}
${scores.map(remarksOf)}
</section>`;
}

/** `$12,345.00; nothing cheaper exists.` */
function summary({ status, cost, bound = Number.NaN, gap }: RosterAnswer): string {
  const total = cost === undefined ? "Nobody has added up what this roster costs." : `${dollars(cost)} in all`;
  if (cost === undefined) return total;
  // A solver may call optimal what is within the gap that was asked for; a cent is no difference.
  const isLeast = Number.isNaN(bound) ? status === "optimal" : cost - bound < 0.005;
  if (isLeast) return `${total}; no roster that keeps to everything costs less.`;
  if (!Number.isFinite(bound)) return `${total}.`;
  const distance = gap === undefined || !Number.isFinite(gap) ? "" : ` (gap ${Math.round(gap * 1000) / 10} %)`;
  return `${total}; none costs less than ${dollars(bound)}${distance}.`;
}

function scoresTable(scores: readonly RosterScore[]): Markup {
  const rows = scores.map(
    ({ rule, cost, broken, matches }) =>
      html`<tr><th scope="row">${rule}</th><td class="number">${dollars(cost)}</td><td class="number">${matches.length}</td><td class="number">${broken}</td></tr>
`,
  );
  return html`<table class="list">
<caption>By rule</caption>
<thead><tr><th scope="col">rule</th><th scope="col" class="number">cost</th><th scope="col" class="number">places</th>
<th scope="col" class="number">must not be</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

function remarksOf({ rule, matches }: RosterScore): Markup {
  const items = matches
    .toSorted(dearestFirst)
    .slice(0, MOST_LISTED)
    .map((remark) => html`<li>${remark.text}: ${price(remark)}</li>\n`);
  const others = matches.length > MOST_LISTED ? html`<p>… and ${matches.length - MOST_LISTED} more.</p>` : "";
  return html`<h3>${rule}</h3>
<ul>${items}</ul>${others}`;
}

function dearestFirst({ cost: a }: RosterRemark, { cost: b }: RosterRemark): number {
  return a === b ? 0 : b - a;
}

function price({ cost }: RosterRemark): string {
  return Number.isFinite(cost) ? dollars(cost) : "must not be";
}

function dollars(amount: number): string {
  const text = Math.abs(amount)
    .toFixed(2)
    .replace(/\B(?=(\d{3})+\.)/g, ",");
  return `${amount < 0 ? "−" : ""}$${text}`;
}
