import type { RankedVariant, Ranking } from "../experiment/rank.ts";
import { formatChange, type Report, type ReportOptions } from "./table.ts";
import { countReplications, differenceInWords, formatEstimate, formatShare } from "./text.ts";

/** The report of a ranking: who is best, how surely, what it took, and who cannot be told apart from the best. */
export function reportRanking(result: Ranking, { clock }: ReportOptions = {}): Report {
  const { variants, measure, best, unit, confidence } = result;
  const wording = { ...(clock && { clock }), brief: true };
  const columns = [
    { title: "variant", align: "left" as const },
    { title: measure, align: "right" as const },
    { title: "replications", align: "right" as const },
    { title: "beside the best", align: "left" as const },
  ];
  const rows = variants.map((variant) => [
    variant.name,
    formatEstimate(variant, unit, wording),
    String(variant.replications),
    variant.standing === "best" ? "best" : differenceInWords(variant.behind, unit, wording),
  ]);
  const spent = variants.reduce((sum, { replications }) => sum + replications, 0);
  return {
    title: result.scenario,
    sections: [
      {
        lines: [
          `${measure}, the ${best} first; ${countReplications(spent)} in all, ${formatShare(confidence)} intervals, ` +
            `seed ${result.seed}, engine ${result.engineVersion}.`,
          "Differences are paired, and their intervals hold all at once: the same patients come, with the same luck.",
        ],
        table: { columns, rows },
        notes: [verdict(result), ...levelNotes(result), ...missingNotes(result)],
      },
      ...variants.flatMap(({ name, changes }) =>
        changes.length === 0 ? [] : [{ title: name, lines: changes.map(formatChange) }],
      ),
    ],
  };
}

function verdict({ variants, decided, probability, probabilityIs, indifference, unit, ...result }: Ranking): string {
  const [{ name }] = variants as [RankedVariant];
  const surely = formatShare(Math.floor(probability * 1000) / 1000);
  if (probabilityIs === "estimated") {
    const hint = decided ? "" : " More replications, or an indifference, would say more.";
    return `${name} is best with an estimated probability of at least ${surely}, judged from what was seen.${hint}`;
  }
  const size = unit === "clock" ? "min" : unit;
  const zone = formatEstimate({ mean: indifference!, halfWidth: Number.POSITIVE_INFINITY }, size, { brief: true });
  if (!decided) {
    return `Nothing is decided after ${countReplications(result.replications)}; give more, or a larger indifference than ${zone}.`;
  }
  return `${name} is best, or within ${zone} of the best: true with a probability of at least ${surely}, promised beforehand.`;
}

function levelNotes({ variants }: Ranking): string[] {
  const level = variants.filter(({ standing }) => standing === "level").map(({ name }) => name);
  return level.length === 0 ? [] : [`Cannot be told apart from the best: ${level.join(", ")}.`];
}

function missingNotes({ missing, measure }: Ranking): string[] {
  if (missing === 0) return [];
  return [`${measure} was undefined for one of the variants in ${countReplications(missing)}, left out for all.`];
}
