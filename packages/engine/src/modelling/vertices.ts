/**
 * Linear programmes of a few variables by trying every corner: slow, and too simple to be wrong.
 *
 * @module
 */

/** A linear programme of few variables, dense. It minimises. */
export interface SmallProgramme {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly {
    readonly coefficients: readonly number[];
    readonly lower: number;
    readonly upper: number;
  }[];
}

interface Plane {
  readonly normal: readonly number[];
  readonly side: number;
}

/** Corners may be off by rounding, in parts of the largest term. */
const tolerance = 1e-9;

/**
 * The cheapest corner, or nothing when there is no feasible point at all.
 *
 * Where the region has a whole line in it, it has no corners: planes through zero are taken for the free variables, and
 * give every face that has none a point. A programme with no end of cheapness has corners too: see {@link fallsForever}.
 */
export function cheapestCorner(programme: SmallProgramme): readonly number[] | undefined {
  let best: readonly number[] | undefined;
  let least = Infinity;
  for (const planes of choices(planesOf(programme), programme.costs.length)) {
    const point = crossing(planes);
    if (point === undefined || !isInside(programme, point)) continue;
    const cost = dot(programme.costs, point);
    if (cost < least) {
      best = point;
      least = cost;
    }
  }
  return best;
}

/** Whether there is a direction in which one can go on for ever, and always cheaper. */
export function fallsForever({ costs, lower, upper, rows }: SmallProgramme): boolean {
  if (costs.length === 0) return false;
  const open = (bound: number, otherwise: number) => (Number.isFinite(bound) ? 0 : otherwise);
  const directions: SmallProgramme = {
    costs,
    lower: lower.map((bound) => open(bound, -1)),
    upper: upper.map((bound) => open(bound, 1)),
    rows: rows.map((row) => ({
      coefficients: row.coefficients,
      lower: open(row.lower, -Infinity),
      upper: open(row.upper, Infinity),
    })),
  };
  const steepest = cheapestCorner(directions);
  return steepest !== undefined && dot(costs, steepest) < -tolerance * Math.max(...costs.map(Math.abs));
}

/** How many crossings there are to look at. */
export function crossingCount(programme: SmallProgramme): number {
  const planes = planesOf(programme).length;
  let count = 1;
  for (let chosen = 0; chosen < programme.costs.length; chosen++) count *= (planes - chosen) / (chosen + 1);
  return Math.max(0, Math.round(count));
}

function planesOf({ costs, lower, upper, rows }: SmallProgramme): Plane[] {
  const sides = (normal: readonly number[], from: number, to: number) =>
    [...new Set([from, to])].filter(Number.isFinite).map((side) => ({ normal, side }));
  return [
    ...costs.flatMap((_, at) => {
      const normal = costs.map((_, other) => (other === at ? 1 : 0));
      const bounds = sides(normal, lower[at]!, upper[at]!);
      return bounds.length > 0 ? bounds : [{ normal, side: 0 }];
    }),
    ...rows.flatMap((row) => (row.coefficients.some(Boolean) ? sides(row.coefficients, row.lower, row.upper) : [])),
  ];
}

/** Every way to choose so many of these. */
function* choices(planes: readonly Plane[], count: number, from = 0): Generator<Plane[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= planes.length - count; first++) {
    for (const others of choices(planes, count - 1, first + 1)) yield [planes[first]!, ...others];
  }
}

/** The point in which as many planes as dimensions cross, by elimination; nothing when they do not cross in one. */
function crossing(planes: readonly Plane[]): number[] | undefined {
  const size = planes.length;
  const rows = planes.map(({ normal, side }) => {
    const largest = Math.max(...normal.map(Math.abs));
    return [...normal.map((value) => value / largest), side / largest];
  });
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column; row < size; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    if (Math.abs(rows[pivot]![column]!) < 1e-11) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const chosen = rows[column]!;
    for (const [row, other] of rows.entries()) {
      if (row === column) continue;
      const factor = other[column]! / chosen[column]!;
      for (let at = column; at <= size; at++) other[at]! -= factor * chosen[at]!;
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!);
}

function isInside({ lower, upper, rows }: SmallProgramme, point: readonly number[]): boolean {
  const within = (value: number, least: number, most: number, scale: number) =>
    value >= least - tolerance * scale && value <= most + tolerance * scale;
  return (
    point.every((value, at) => within(value, lower[at]!, upper[at]!, Math.max(1, Math.abs(value)))) &&
    rows.every(({ coefficients, lower: least, upper: most }) => {
      const scale = Math.max(1, ...coefficients.map((coefficient, at) => Math.abs(coefficient * point[at]!)));
      return within(dot(coefficients, point), least, most, scale);
    })
  );
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((total, value, at) => total + (value === 0 ? 0 : value * other[at]!), 0);
}
