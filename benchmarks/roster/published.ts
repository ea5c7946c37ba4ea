/**
 * What others reached on the instances of Curtois & Qu.
 *
 * Ejection chain, Gurobi: Curtois & Qu 2014. IP+VNS: Rahimian, Akartunalı & Levine 2017. MIP+SA: Turhan & Bilgen 2020.
 *
 * @module
 */

/** Published costs of an instance; those of others in the order of {@link others}. */
export interface Published {
  readonly best: number;
  readonly tenMinutes?: readonly number[];
}

/** Whose costs after ten minutes are told. */
export const others = ["IP+VNS", "ejection chain", "Gurobi", "MIP+SA"] as const;

/** By number of the instance. */
export const published: Readonly<Record<number, Published>> = {
  1: { best: 607, tenMinutes: [607, 607, 607, 607] },
  2: { best: 828, tenMinutes: [828, 923, 828, 828] },
  3: { best: 1001, tenMinutes: [1001, 1003, 1001, 1001] },
  5: { best: 1143, tenMinutes: [1143, 1439, 1143, 1143] },
  6: { best: 1950, tenMinutes: [1950, 2344, 1950, 1950] },
  8: { best: 1300, tenMinutes: [1364, 2529, 8995, 1341] },
  10: { best: 4631, tenMinutes: [4631, 4999, 4631, 4631] },
  11: { best: 3443, tenMinutes: [3443, 3967, 3443, 3443] },
  14: { best: 1278, tenMinutes: [1281, 2542, 1482, 1295] },
  16: { best: 3225, tenMinutes: [3306, 4343, 3521, 3253] },
  18: { best: 4459, tenMinutes: [5049, 6404, 7950, 5000] },
  20: { best: 4769 },
};
