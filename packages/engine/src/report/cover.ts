import type { RoleCover, ScenarioRoster } from "../planning/roster-of-scenario.ts";
import { clockText } from "../time-of-day.ts";
import { formatNumber } from "./numbers.ts";
import type { Report, Section } from "./table.ts";
import { formatEstimate } from "./text.ts";

/** The report of how many people of each role an office needs when, beside who is there. */
export function reportCover(answer: ScenarioRoster): Report {
  const { scenario, share, within, replications, seed, roles, leftOut } = answer;
  return {
    title: `Cover: ${scenario}`,
    sections: [
      {
        lines: [
          `So many people that ${percent(share)} of those who wait for them wait no longer than the scenario's service levels say, or ` +
            `${formatNumber(within)} minutes where it says nothing; work for which nobody waits only has to be done.`,
          "busy: people at work if there were always enough; there: by their shifts, without breaks and overtime.",
          `${replications} replications, 95 % intervals, seed ${seed}.`,
        ],
      },
      ...roles.map(sectionOf),
      ...(leftOut.length === 0
        ? []
        : [{ title: "Left out", lines: leftOut.map(({ role, why }) => `${role}: ${why}.`) }]),
      {
        title: "What to do with it",
        lines: [
          "Written with --output roster.yaml it is a roster file: give the people their names, wishes and days away, and let praxis roster solve make the roster.",
        ],
      },
    ],
  };
}

function sectionOf(cover: RoleCover): Section {
  const { role, intervals, present } = cover;
  const columns = [
    { title: "from", align: "left" as const },
    ...["busy", "needed", "there", "in time"].map((title) => ({ title, align: "right" as const })),
  ];
  const rows = intervals.map(({ from, people, offered, offeredHalfWidth, reached, reachedHalfWidth }, index) => [
    clockText(from),
    formatEstimate({ mean: offered, halfWidth: offeredHalfWidth }, "", { brief: true }).trim(),
    String(people),
    String(present[index]),
    Number.isNaN(reached)
      ? "–"
      : formatEstimate({ mean: reached, halfWidth: reachedHalfWidth }, "share", { brief: true }),
  ]);
  return { title: role, lines: [], table: { columns, rows }, notes: notesOf(cover) };
}

/** When there are fewer than needed, and when people are not what is missing. */
function notesOf({ intervals, present, met }: RoleCover): string[] {
  const short = spansWhere(intervals, (index) => present[index]! < intervals[index]!.people);
  const heldUp = spansWhere(intervals, (index) => intervals[index]!.heldUp);
  return [
    short === "" ? "There are always as many as needed." : `Fewer than needed are there ${short}.`,
    ...(heldUp === ""
      ? []
      : [`Something else keeps people waiting ${heldUp}, rooms say: more of this role do not help.`]),
    ...(met ? [] : ["Not even with as many as were tried are all served in time."]),
  ];
}

/** "08:00 to 09:30, 12:00 to 13:00": the intervals of which something is true, neighbours as one. */
function spansWhere(intervals: RoleCover["intervals"], isTrue: (index: number) => boolean): string {
  const spans: { from: number; to: number }[] = [];
  intervals.forEach(({ from, to }, index) => {
    if (!isTrue(index)) return;
    const last = spans.at(-1);
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  });
  return spans.map(({ from, to }) => `${clockText(from)} to ${clockText(to)}`).join(", ");
}

function percent(share: number): string {
  return `${formatNumber(100 * share)} %`;
}
