/** What a scenario file can be told, and where: each kind of issue, by a file that has it. */

import { describe, expect, it } from "vitest";
import { ScenarioError } from "../errors.ts";
import { type IssueCode, scenarioIssueCodes } from "./issue-codes.ts";
import { checkScenario, parseScenario } from "./parse.ts";

const good = `praxis: 1
name: Small office
calendar:
  length: 8 h
  start: 2026-01-05 08:00
attributes:
  urgency: { whole: { min: 1, max: 3 } }
  payer: { shares: { private: 40 %, public: 60 % } }
shifts:
  early: "07:00-13:00"
staff:
  nurse: { count: 2, shift: early, breaks: [{ at: "10:00", lasts: 15 min }] }
  physician: { people: { Ada: { skills: [surgery] }, Bob: } }
rooms:
  exam room: { count: 3 }
equipment:
  ECG: { count: 1, maintenance: { every: 7 d, at: "07:00", lasts: 1 h } }
visitTypes:
  visit:
    pathway:
      - activity: rooming
        needs: [nurse, exam room]
        keeps: exam room
        takes: 5 min
      - branch:
          - { share: 20 %, steps: [{ activity: test, needs: ECG, takes: 5 min, patience: 9 min }] }
      - repeat: { steps: [{ mark: again }], times: 2 }
      - activity: consult
        needs: { of: physician, skill: surgery }
        takes: { exponential: { mean: 10 min } }
        frees: exam room
      - send: { task: note }
tasks:
  note: { pathway: [{ activity: write, needs: nurse, takes: 2 min }] }
templates:
  clinic:
    - { from: "08:00", to: "12:00", every: 20 min, visitType: visit }
arrivals:
  booked: { appointments: { template: clinic, noShow: [{ upTo: 1 d, share: 2 % }, { share: 9 % }] } }
  walk-ins: { visitType: visit, poisson: 1 per hour }
serviceLevels: { consult: 15 min }
variants:
  third nurse: { set: { staff.nurse.count: 3 } }
`;

/** The good office with one piece replaced. */
function but(piece: string, by: string): string {
  if (!good.includes(piece)) throw new Error(`the office has no ${piece}`);
  return good.replace(piece, by);
}

/** Which code, the file, where (pointer, and the text that stands there), and what the issue says or advises. */
type Example = readonly [code: IssueCode, text: string, place: string, words: RegExp];

const at = (path: string, text = "") => `${path} ← ${text}`;

const examples: readonly Example[] = [
  ["empty", " \n", at("", ""), /praxis init/],
  ["not-text", "praxis: 1\nname: \u0007", at("", "\u0007"), /UTF-8/],
  ["too-large", `name: ${"x".repeat(5_000_001)}`, at("", "name: xxxxxxxxxxxx"), /right file/],
  ["too-deep", `praxis: 1\nname: ${"[".repeat(300)}`, at("", "name: [[[[[[[[[[[["), /bracket/],
  ["too-many-values", bomb(), at("/f/5/5/7/5/1/5", "lol"), /500000 values/],
  ["not-yaml", but("length: 8 h", 'length: "8 h'), at("", ""), /quot/],
  ["several-documents", `${good}---\n${good}`, at("", "---"), /one scenario/],
  ["duplicate-key", but("name: Small office", "name: Small office\nname: Other"), at("", "name: Other"), /unique/],
  ["key-not-text", but("name: Small office", "? [a]\n: 1"), at("", "[a]"), /text/],
  ["unknown-tag", but("name: Small office", "name: !secret Small"), at("", "!secret Small"), /!tags/],
  ["forbidden-name", but("nurse: {", "__proto__: {"), at("/staff/__proto__", "__proto__: { count"), /another name/],
  ["unknown-version", but("praxis: 1", "praxis: 2"), at("/praxis", "2"), /praxis: 1/],
  ["missing-key", but("  length: 8 h\n", ""), at("/calendar", "start: 2026-01-05"), /“length” is missing.*"12 min"/],
  ["unknown-key", but("count: 2", "cuont: 2"), at("/staff/nurse/cuont", "cuont: 2"), /did you mean "count"/],
  [
    "unknown-word",
    but("count: 2,", "count: 2, atShiftEnd: finnish,"),
    at("/staff/nurse/atShiftEnd", "finnish"),
    /"finish"/,
  ],
  [
    "unknown-law",
    but("{ exponential: { mean: 10 min } }", "{ exponental: { mean: 10 min } }"),
    at("/visitTypes/visit/pathway/3/takes", "{ exponental"),
    /did you mean "exponential"/,
  ],
  [
    "unknown-discipline",
    but("count: 3 }", "count: 3, discipline: best }"),
    at("/rooms/exam room/discipline", "best }"),
    /first fit/,
  ],
  [
    "unit-missing",
    but("1 per hour", "0.6"),
    at("/arrivals/walk-ins/poisson", "0.6 }"),
    /0\.6 needs its unit.*"0\.6 per hour"/,
  ],
  [
    "not-a-quantity",
    but("5 min\n      - branch", "5 mni\n      - branch"),
    at("/visitTypes/visit/pathway/0/takes", "5 mni"),
    /12 min/,
  ],
  ["not-finite", but("count: 2", "count: .inf"), at("/staff/nurse/count", ".inf"), /finite/],
  [
    "not-a-number",
    but("min: 1, max: 3", "min: one, max: 3"),
    at("/attributes/urgency/whole/min", "one"),
    /without unit/,
  ],
  ["not-a-count", but("count: 2", "count: 2.5"), at("/staff/nurse/count", "2.5"), /whole number from 0/],
  [
    "not-a-speed",
    but("Bob:", "Bob: { speed: 0 }"),
    at("/staff/physician/people/Bob/speed", "0 } } }"),
    /0\.01 and 100/,
  ],
  ["not-a-date", but("2026-01-05 08", "2026-02-30 08"), at("/calendar/start", "2026-02-30 08:00"), /2026-01-19/],
  ["not-a-name", but("name: Small office", 'name: ""'), at("/name", '""'), /1 to 200/],
  [
    "not-a-text",
    but("name: Small office", "name: Small office\ndescription: [1]"),
    at("/description", "[1]"),
    /quotes/,
  ],
  [
    "not-a-map",
    but('nurse: { count: 2, shift: early, breaks: [{ at: "10:00", lasts: 15 min }] }', "nurse: 2"),
    at("/staff/nurse", "2"),
    /count/,
  ],
  [
    "not-a-list",
    but('breaks: [{ at: "10:00", lasts: 15 min }]', "breaks: lunch"),
    at("/staff/nurse/breaks", "lunch }"),
    /list/,
  ],
  [
    "list-too-short",
    but("[{ upTo: 1 d, share: 2 % }, { share: 9 % }]", "[]"),
    at("/arrivals/booked/appointments/noShow", "[] } }"),
    /list/,
  ],
  [
    "wrong-form",
    but("times: 2", "times: often"),
    at("/visitTypes/visit/pathway/2/repeat/times", "often"),
    /whole number/,
  ],
  [
    "invalid",
    but("walk-ins: { visitType: visit,", "walk-ins: { evenWhenClosed: maybe, visitType: visit,"),
    at("/arrivals/walk-ins/evenWhenClosed", "maybe"),
    /boolean/,
  ],
  [
    "impossible-law",
    but("min: 1, max: 3", "min: 3, max: 1"),
    at("/attributes/urgency", "{ whole: { min: 3"),
    /min not above its max/,
  ],
  [
    "negative-time",
    but("{ exponential: { mean: 10 min } }", "{ uniform: { min: -1 min, max: 3 min } }"),
    at("/visitTypes/visit/pathway/3/takes", "{ uniform: { min:"),
    /down to -1 min/,
  ],
  ["no-time", but("every: 7 d", "every: 0 d"), at("/equipment/ECG/maintenance/every", "0 d"), /above 0/],
  ["shares", but("private: 40 %", "private: 50 %"), at("/attributes/payer/shares", "{ private: 50 %"), /110 %/],
  [
    "unknown-name",
    but("needs: ECG", "needs: EGC"),
    at("/visitTypes/visit/pathway/1/branch/0/steps/0/needs", "EGC"),
    /did you mean "ECG"/,
  ],
  [
    "name-taken",
    but("exam room: {", "nurse: {")
      .replace("exam room]", "nurse]")
      .replace("keeps: exam room", "keeps: nurse")
      .replace("frees: exam room", "frees: nurse"),
    at("/rooms/nurse", "nurse: { count: 3"),
    /a role already/,
  ],
  [
    "not-one-for-each",
    but("every: 20 min, visitType: visit }", "every: 20 min, visitType: [visit, visit] }"),
    at("/templates/clinic/0/visitType", "[visit, visit]"),
    /12 slots.*2/,
  ],
  [
    "unknown-name",
    but("every: 20 min, visitType: visit }", "every: 2 h, visitType: [visit, vist] }"),
    at("/templates/clinic/0/visitType/1", "vist]"),
    /did you mean "visit"/,
  ],
  [
    "unknown-value",
    but("- { share: 20 %, steps: ", "- { when: { payer: { is: self } }, steps: "),
    at("/visitTypes/visit/pathway/1/branch/0/when/payer/is", "self } }"),
    /private, public/,
  ],
  [
    "not-a-role",
    but("{ of: physician, skill: surgery }", "{ my: exam room }"),
    at("/visitTypes/visit/pathway/3/needs/my", "exam room }"),
    /roles: nurse, physician/,
  ],
  [
    "count-and-people",
    but("people: { Ada", "count: 2, people: { Ada"),
    at("/staff/physician/count", "2"),
    /delete count/,
  ],
  [
    "nobody",
    but("people: { Ada: { skills: [surgery] }, Bob: }", "people: {}").replace(
      "{ of: physician, skill: surgery }",
      "nurse",
    ),
    at("/staff/physician/people", "{} }"),
    /list people/,
  ],
  [
    "unlimited-fails",
    but("ECG: { count: 1", "ECG: { count: unlimited"),
    at("/equipment/ECG/count", "unlimited"),
    /how many/,
  ],
  [
    "too-many-units",
    but("exam room: { count: 3 }", "exam room: { count: 9999 }"),
    at("", "praxis: 1"),
    /more than 10000/,
  ],
  [
    "too-few",
    but("{ of: physician, skill: surgery }", "{ of: physician, skill: surgery, units: 2 }"),
    at("/visitTypes/visit/pathway/3/needs", "{ of: physician"),
    /there are 1/,
  ],
  [
    "not-held",
    but("frees: exam room", "frees: ECG"),
    at("/visitTypes/visit/pathway/3/frees", "ECG"),
    /known here: exam room/,
  ],
  [
    "nobody-needed",
    but("needs: ECG, ", ""),
    at("/visitTypes/visit/pathway/1/branch/0/steps/0/patience", "9 min }] }"),
    /delete patience/,
  ],
  [
    "no-patience",
    but("patience: 9 min", "ifPatienceEnds: leave"),
    at("/visitTypes/visit/pathway/1/branch/0/steps/0/ifPatienceEnds", "leave }] }"),
    /patience/,
  ],
  [
    "no-limit",
    but("patience: 9 min", "ifFull: leave"),
    at("/visitTypes/visit/pathway/1/branch/0/steps/0/ifFull", "leave }] }"),
    /limit/,
  ],
  [
    "times-or-again",
    but("times: 2", "times: 2, again: 5 %"),
    at("/visitTypes/visit/pathway/2/repeat", "{ steps: [{ mark:"),
    /again: 40 %/,
  ],
  [
    "shares-and-conditions",
    but("patience: 9 min }] }", "patience: 9 min }] }\n          - { otherwise: true, steps: [] }"),
    at("/visitTypes/visit/pathway/1/branch", "- { share: 20 %"),
    /inside/,
  ],
  [
    "otherwise-last",
    but("{ share: 20 %, steps", "{ otherwise: true, steps"),
    at("/visitTypes/visit/pathway/1/branch/0", "{ otherwise: true"),
    /last way/,
  ],
  [
    "no-comparison",
    but("{ share: 20 %, steps", "{ when: { payer: {} }, steps"),
    at("/visitTypes/visit/pathway/1/branch/0/when/payer", "{} }"),
    /atMost/,
  ],
  [
    "atLeast-and-atMost",
    but("- send: { task: note }", "- waitUntil: { free: nurse, atLeast: 1, atMost: 2 }"),
    at("/visitTypes/visit/pathway/4/waitUntil", "{ free: nurse"),
    /wait twice/,
  ],
  [
    "endless-work",
    but("takes: 2 min }] }", "takes: 2 min }, { send: { task: note } }] }"),
    at("/tasks/note/pathway/1/send", "{ task: note } }]"),
    /note → note/,
  ],
  [
    "nobody-comes",
    but("visitType: visit, poisson", "poisson"),
    at("/arrivals/walk-ins", "{ poisson: 1 per h"),
    /visitType/,
  ],
  ["ends-before", but('to: "12:00"', 'to: "07:00"'), at("/templates/clinic/0/to", '"07:00"'), /later/],
  [
    "lead-times",
    but("{ upTo: 1 d, share: 2 % }, { share: 9 % }", "{ share: 2 % }, { upTo: 1 d, share: 9 % }"),
    at("/arrivals/booked/appointments/noShow/1", "{ upTo: 1 d"),
    /ascend/,
  ],
  [
    "no-backlog",
    but(
      "noShow: [{ upTo: 1 d, share: 2 % }, { share: 9 % }]",
      "noShow: { sameDay: 4 %, from: 9 %, to: 20 %, over: 8 d, by: backlog }",
    ),
    at("/arrivals/booked/appointments/noShow/by", "backlog }"),
    /by: lead time/,
  ],
  [
    "nobody-offers",
    but("poisson: 1 per hour", "requests: { template: clinic, demand: 5 per day }").replace(
      "every: 20 min",
      "every: 20 min, held: { for: check }",
    ),
    at("/arrivals/walk-ins/visitType", "visit, requests"),
    /a seat for “visit”/,
  ],
  [
    "too-many-held",
    but("every: 20 min", "every: 20 min, held: { for: same day, seats: 99 }"),
    at("/templates/clinic/0/held", "{ for: same day"),
    /99 seats are held, but the row has 12/,
  ],
  [
    "rates-too-long",
    but("poisson: 1 per hour", "hourly: { every: 1 d, rates: [1 per d, 1 per d, 1 per d] }"),
    at("/arrivals/walk-ins/hourly/rates", "[1 per d"),
    /from: start/,
  ],
  ["too-many-seats", but("every: 20 min", "every: 1 s"), at("/templates/clinic/0", '{ from: "08:00"'), /14400 seats/],
  [
    "too-many-arrivals",
    but("1 per hour", "1000 per s"),
    at("/arrivals/walk-ins/poisson", "1000 per s }"),
    /unit of the rate/,
  ],
  ["too-long", but("length: 8 h", "length: 6000 wk"), at("/calendar/length", "6000 wk"), /hundred years/],
  [
    "nothing-measured",
    but("length: 8 h", "length: 8 h\n  warmUp: 8 h"),
    at("/calendar/warmUp", "8 h"),
    /leaves nothing/,
  ],
  [
    "too-many-names",
    `${good}shifts2: 1`.replace("shifts2: 1", "").replace("shifts:\n", `shifts:\n${manyShifts()}`),
    at("/shifts", 'shift 0: "07:00-13'),
    /2001/,
  ],
  [
    "impossible-change",
    but("staff.nurse.count: 3", "staff.nusre.count: 3"),
    at("/variants/third nurse/set/staff.nusre.count", "3 } }"),
    /did you mean "nurse"/,
  ],
];

describe("an issue", () => {
  it.each(examples)("%s is told with its place and what would be right", (code, text, place, words) => {
    const { issues, scenario } = checkScenario(text);
    expect(scenario).toBeUndefined();
    const issue = issues.find((one) => one.code === code);
    expect(issue, JSON.stringify(issues, undefined, 1)).toBeDefined();
    expect(`${issue!.message}; ${issue!.hint}`).toMatch(words);
    const [pointer, ...start] = place.split(" ← ");
    expect(issue!.path).toBe(pointer);
    const there = text.split("\n")[issue!.line! - 1]!.slice(issue!.column! - 1);
    expect(there.startsWith(start.join(" ← ")), `stands at ${there.slice(0, 30)}`).toBe(true);
  });

  it("has an example here of each kind", () => {
    const warnings: IssueCode[] = [
      "overloaded",
      "unused",
      "unreachable",
      "same-as-base",
      "weak-source",
      "source-of-nothing",
    ];
    const elsewhere: IssueCode[] = [...warnings, "no-such-place"];
    const shown = new Set([...examples.map(([code]) => code), ...elsewhere]);
    expect(scenarioIssueCodes.filter((code) => !shown.has(code))).toEqual([]);
  });
});

it("a share without its unit is asked what it is a part of", () => {
  const [tenth] = checkScenario(but("share: 20 %", "share: 0.07")).issues;
  expect(`${tenth!.message}; ${tenth!.hint}`).toBe(
    '0.07 needs its unit; write "7 %" if it is a part of one, "0.07 %" if it is not',
  );
  const [twenty] = checkScenario(but("share: 20 %", "share: 20")).issues;
  expect(`${twenty!.message}; ${twenty!.hint}`).toBe('20 needs its unit; write "20 %", …');
});

it("everything that is wrong is told at once, in the order of the file", () => {
  const text = good.replace("count: 2", "cuont: 2").replace("1 per hour", "0.6").replace("praxis: 1", "praxis: 3");
  expect(() => parseScenario(text, { file: "office.yaml" })).toThrow(ScenarioError);
  const { issues } = checkScenario(text);
  expect(issues.map(({ code }) => code)).toEqual(["unknown-version", "unknown-key", "unit-missing"]);
  expect(() => parseScenario(text, { file: "office.yaml" })).toThrow(
    "office.yaml:40:42: /arrivals/walk-ins/poisson: 0.6 needs its unit",
  );
});

describe("what is wrong with the meaning", () => {
  const issuesOf = (text: string) => checkScenario(text).issues.map(({ code, path }) => `${code} ${path}`);

  it("is told beside what is wrong with the form", () => {
    const text = but("poisson: 1 per hour", "poisson: 0.6").replace("needs: ECG", "needs: EGC");
    expect(issuesOf(text)).toEqual([
      "unknown-name /visitTypes/visit/pathway/1/branch/0/steps/0/needs",
      "unit-missing /arrivals/walk-ins/poisson",
    ]);
    const units = but("takes: 5 min", "takes: 5").replace("[nurse, exam room]", "[nusre, exam room]");
    expect(issuesOf(units.replace("visitType: visit, poisson: 1 per hour", "visitType: vist, poisson: 0.6"))).toEqual([
      "unknown-name /visitTypes/visit/pathway/0/needs/0",
      "unit-missing /visitTypes/visit/pathway/0/takes",
      "unknown-name /arrivals/walk-ins/visitType",
      "unit-missing /arrivals/walk-ins/poisson",
    ]);
  });

  it("is told with its place, although steps before it have the wrong form", () => {
    const text = but("        takes: 5 min\n      - branch", "      - branch").replace(
      "task: note }\n",
      "task: noet }\n",
    );
    expect(issuesOf(text)).toEqual([
      "missing-key /visitTypes/visit/pathway/0",
      "unknown-name /visitTypes/visit/pathway/4/send/task",
    ]);
  });

  it("is not told where it may come of the wrong form alone", () => {
    expect(issuesOf(but("exam room: { count: 3 }", "exam room: 3"))).toEqual(["not-a-map /rooms/exam room"]);
    expect(issuesOf(but("private: 40 %", "private: 0.4"))).toEqual(["unit-missing /attributes/payer/shares/private"]);
    expect(issuesOf(but("note: { pathway", "note: { pahtway"))).toEqual([
      "missing-key /tasks/note",
      "unknown-key /tasks/note/pahtway",
    ]);
  });

  it("of a variant is told beside all else", () => {
    const text = but("needs: ECG", "needs: EGC").replace("staff.nurse.count: 3", "staff.nusre.count: 3");
    expect(issuesOf(text).map((issue) => issue.split(" ")[0])).toEqual(["unknown-name", "impossible-change"]);
  });
});

it("the good office is good, as JSON too", () => {
  const scenario = parseScenario(good);
  expect(checkScenario(good)).toMatchObject({ issues: [], warnings: [] });
  expect(parseScenario(JSON.stringify(scenario))).toEqual(scenario);
});

function bomb(): string {
  const lines = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"];
  for (const [index, letter] of [..."bcdefghi"].entries()) {
    lines.push(`${letter}: &${letter} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(", ")}]`);
  }
  return lines.join("\n");
}

function manyShifts(): string {
  return Array.from({ length: 2000 }, (_, index) => `  shift ${index}: "07:00-13:00"\n`).join("");
}
