import {
  type RosterAnswer,
  type RosterProblem,
  type RosterState,
  rosterToCsv,
  rosterToHtml,
  rosterToJson,
  staffRosterToJson,
} from "@praxis/engine";
import type { Answer } from "./answer.ts";

/** How a roster is handed out. */
export interface HandingOut {
  readonly state: RosterState;
  /** Without costs, prices and what the rules say of people. */
  readonly forStaff: boolean;
}

/** A roster as data, and in the formats that spreadsheets and printers want. */
export function rosterTexts(
  answer: RosterAnswer,
  problem: RosterProblem,
  { state, forStaff }: HandingOut,
): Pick<Answer, "data" | "rows"> & { readonly texts: NonNullable<Answer["texts"]> } {
  const asOf = new Date().toISOString().slice(0, 16).replace("T", " ");
  return {
    data: forStaff ? staffRosterToJson(answer, problem, { state }) : rosterToJson(answer, problem, { state }),
    rows: () => [],
    texts: {
      csv: () => rosterToCsv(answer.roster, problem),
      html: () => rosterToHtml(answer, problem, { state, costs: !forStaff, asOf: `${asOf} UTC` }),
    },
  };
}
