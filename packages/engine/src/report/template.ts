import type { AnsweredSession } from "../planning/answer-session.ts";
import type { SessionQuestion } from "../planning/template-problem.ts";
import type { Alternative, SessionAnswer, SessionCost, SessionFigures } from "../template/answer.ts";
import type { BestBookings } from "../template/bookings.ts";
import type { Counting } from "../template/problem.ts";
import { clockText } from "../time-of-day.ts";
import { decimalsKnown, formatNumber } from "./numbers.ts";
import type { Column, Report, Section } from "./table.ts";

/** The report of a template that was found: when patients come, why it is sure, and what else could be done. */
export function reportTemplate({ answer, bookings }: AnsweredSession, question: SessionQuestion): Report {
  const moment = momentsOf(question);
  return {
    title: titleOf(question, answer.times.length),
    sections: [
      {
        lines: [
          `The template below costs ${costWords(answer)}. ${proofOf(answer, question)}${truthOf(answer)}`,
          ...figureLines(answer),
        ],
      },
      ...(bookings === undefined ? [] : [bookingsSection(bookings)]),
      appointmentsSection(answer, question),
      alternativesSection(answer.alternatives, moment),
      ...(answer.frontier.length === 0 ? [] : [frontierSection(answer, moment)]),
      { title: "What is counted", lines: countingLines(answer.counting) },
    ],
  };
}

/** The report of what a given template costs. */
export function reportTemplateCost(cost: SessionCost, question: SessionQuestion, times: readonly number[]): Report {
  const order = times.map((_, index) => index);
  return {
    title: titleOf(question, times.length),
    sections: [
      { lines: [`The template costs ${costWords(cost)}.`, ...figureLines(cost)] },
      appointmentsSection({ ...cost, times, order }, question),
      { title: "What is counted", lines: countingLines(cost.counting) },
    ],
  };
}

function titleOf({ problem, startsAt }: SessionQuestion, patients: number): string {
  const span = startsAt === undefined ? "" : `, ${clockText(startsAt)} to ${clockText(startsAt + problem.length)}`;
  const session = `${patients} patients in ${formatNumber(problem.length)} minutes${span}`;
  return problem.name === undefined ? session : `${problem.name}: ${session}`;
}

function proofOf(answer: SessionAnswer, { problem }: SessionQuestion): string {
  const { status, certified, objectiveBound: bound, objective, reason } = answer;
  const where = {
    grid: problem.times.kind === "grid" ? `with appointments every ${formatNumber(problem.times.minutes)} minutes` : "",
    slots: "in these slots",
    any: "at whatever minutes",
  }[problem.times.kind];
  const basis =
    problem.evaluation.kind === "exact" ? "" : ` on the ${problem.evaluation.count} samples it was made from`;
  if (status === "optimal") return `No other template ${where} costs less${basis}: that is proved.`;
  if (certified)
    return `In this order of patients no other ${where} costs less${basis}: that is proved; not every order was tried.`;
  const stopped = reason === undefined ? "" : ` (the search ended early: ${reason})`;
  if (!Number.isFinite(bound)) return `It is not known whether another costs less${stopped}.`;
  const gap = formatNumber((100 * (objective - bound)) / Math.abs(objective));
  return `No other ${where} can be cheaper by more than ${gap} %${basis}${stopped}.`;
}

/** What the certificate on samples is worth beyond them. */
function truthOf({ cost, bound, boundConfidence }: SessionAnswer): string {
  if (boundConfidence === undefined || bound === -Infinity) return "";
  const share = (100 * (cost - bound)) / Math.abs(cost);
  const most = share < 0.01 ? "less than 0.01" : formatNumber(share, { decimals: 2 });
  return ` Whatever the samples, another saves ${most} % at most, with a confidence of ${formatNumber(100 * boundConfidence)} %.`;
}

function figureLines(figures: SessionCost): string[] {
  const waits = figures.counting.waitsAs === "sum" ? "patients wait" : "a patient waits";
  const all = figures.counting.waitsAs === "sum" ? " in all" : "";
  const basis =
    figures.evaluation === "exact"
      ? "These figures are exact."
      : `These figures are means of ${formatNumber(figures.evaluation.samples)} fresh samples; ± is their interval at 95 %.`;
  return [
    `Expected: ${waits} ${figure(figures, "wait")} minutes${all}, the provider is idle ${figure(figures, "idle")} minutes and works ${figure(figures, "overtime")} minutes over time.`,
    basis,
  ];
}

function costWords(figures: SessionCost): string {
  return figure(figures, "cost");
}

function figure(figures: SessionCost, name: keyof SessionFigures): string {
  return plusMinus(figures[name], figures.halfWidths?.[name]);
}

/** A value, and how surely it is known; exact ones to a tenth. */
function plusMinus(value: number, halfWidth?: number, signed = false): string {
  const decimals = decimalsKnown(halfWidth ?? Number.NaN);
  if (halfWidth === undefined || decimals === undefined) return formatNumber(value, { decimals: 1, signed });
  return `${formatNumber(value, { decimals, signed })} ± ${formatNumber(halfWidth, { decimals })}`;
}

type Moment = (minutes: number) => string;

/** How moments are told: as clocks show them, or in minutes after the start. */
function momentsOf({ startsAt, problem }: SessionQuestion): Moment {
  if (startsAt !== undefined) {
    // A clock shows whole minutes; seconds only where a template has them.
    return (minutes) => {
      const seconds = Math.round(minutes * 60) % 60;
      const clock = clockText(startsAt + Math.floor(Math.round(minutes * 60) / 60));
      return seconds === 0 ? clock : `${clock}:${String(seconds).padStart(2, "0")}`;
    };
  }
  const decimals = problem.times.kind === "any" ? 1 : 0;
  return (minutes) => formatNumber(minutes, { decimals: Number.isInteger(minutes) ? 0 : Math.max(1, decimals) });
}

type Appointments = Pick<SessionAnswer, "times" | "order" | "waits">;

function appointmentsSection({ times, order, waits }: Appointments, question: SessionQuestion): Section {
  const { problem } = question;
  const moment = momentsOf(question);
  const types = order.map((index) => (problem.patients[index] ?? problem.patients[0])?.type ?? "");
  const hasTypes = types.some((type) => type !== "");
  const columns = [
    right("patient"),
    right(question.startsAt === undefined ? "minute" : "time"),
    ...(hasTypes ? [left("type")] : []),
    right("expected wait, min"),
  ];
  const rows = times.map((time, index) => [
    String(index + 1),
    moment(time),
    ...(hasTypes ? [types[index]!] : []),
    formatNumber(waits[index]!, { decimals: 1 }),
  ]);
  return { title: "Appointments", lines: [], table: { columns, rows } };
}

function alternativesSection(alternatives: readonly Alternative[], moment: Moment): Section {
  const rows = alternatives.map((alternative) => [
    nameOf(alternative),
    figure(alternative, "wait"),
    figure(alternative, "idle"),
    figure(alternative, "overtime"),
    figure(alternative, "cost"),
    alternative.kind === "best" ? "–" : plusMinus(alternative.loss, alternative.lossHalfWidth, true),
  ]);
  const titles = ["wait", "idle", "overtime", "cost", "costs more by"];
  const notes = alternatives
    .filter(({ kind }) => kind !== "best")
    .map((alternative) => {
      const bySlot = alternative.slots && ` (patients by slot: ${alternative.slots.patients.join(" ")})`;
      return `${nameOf(alternative)}: ${alternative.times.map(moment).join(" ")}${bySlot ?? ""}`;
    });
  return {
    title: "Simple templates beside it",
    lines: [],
    table: { columns: [left("template"), ...titles.map(right)], rows },
    notes,
  };
}

function nameOf({ kind, startAndGap, slots }: Alternative): string {
  if (startAndGap !== undefined) {
    return `${startAndGap.atStart} at the start, one every ${formatNumber(startAndGap.every)} min`;
  }
  if (slots !== undefined) return `slots of ${formatNumber(slots.minutes)} min`;
  return kind;
}

/** A small table: so many rows say enough. */
const MOST_ROWS = 8;

function frontierSection({ frontier }: SessionAnswer, moment: Moment): Section {
  const every = Math.max(1, Math.ceil((frontier.length - 1) / (MOST_ROWS - 1)));
  const shown = frontier.filter((_, index) => index % every === 0 || index === frontier.length - 1);
  const rows = shown.map((point) => [
    `${formatNumber(point.providerFactor)} ×`,
    figure(point, "wait"),
    figure(point, "idle"),
    figure(point, "overtime"),
    moment(point.times.at(-1)!),
  ]);
  const titles = ["wait", "idle", "overtime", "last appointment"];
  return {
    title: "Best templates when the provider's minutes count for less or more than you said",
    lines: [],
    table: { columns: [right("provider's minutes"), ...titles.map(right)], rows },
  };
}

function bookingsSection({ best, tried, status }: BestBookings): Section {
  const near = tried.filter(({ patients }) => best !== undefined && Math.abs(patients - best.patients) <= 4);
  const rows = near.map(({ patients, worth }) => [String(patients), formatNumber(worth, { decimals: 1 })]);
  const proof = status === "optimal" ? "" : " The search ended early; another number may be worth more.";
  const lines =
    best === undefined
      ? []
      : [`Booking ${best.patients} patients is worth most: ${formatNumber(best.worth, { decimals: 1 })}.${proof}`];
  return { title: "How many to book", lines, table: { columns: [right("patients"), right("worth")], rows } };
}

function countingLines({ waits, waitsAs, idle }: Counting): string[] {
  const whose = waits === "showing" ? "patients who come" : "all booked patients, whether they come or not";
  const how = waitsAs === "sum" ? "the sum of the waits" : "the mean wait";
  const until = {
    "last patient": "until the last patient has left",
    "session end": "until the session ends",
    "later of both": "until the session ends or the last patient has left, whichever is later",
  }[idle];
  return [
    `Wait: ${how} of ${whose}. Idle: minutes in which the provider has nobody to see, ${until}. Overtime: minutes from the end of the session until the last patient has left.`,
  ];
}

function left(title: string): Column {
  return { title, align: "left" };
}

function right(title: string): Column {
  return { title, align: "right" };
}
