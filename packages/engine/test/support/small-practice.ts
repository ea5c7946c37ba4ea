/** A practice small enough to be simulated many times in a test: one physician, five patients an hour. */
export const smallPractice = `
praxis: 1
name: Small practice
calendar: { start: 2026-01-05 08:00, length: 4 h, ends: when empty }
staff:
  physician: { count: 1 }
visitTypes:
  visit:
    pathway:
      - activity: consult
        needs: physician
        takes: { exponential: { mean: 10 min } }
arrivals:
  walk-ins: { visitType: visit, poisson: 5 per hour }
`;
