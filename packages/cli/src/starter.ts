/** The scenario that `praxis init` writes: small, whole, and explained where it stands. */
export const starter = `# An office as data. Every number with a unit carries it: 12 min, 1.5 h, 40 per hour, 35 %, $21 per hour.
# Completion and checks in your editor: praxis schema --output scenario.schema.json
# yaml-language-server: $schema=./scenario.schema.json
praxis: 1
name: My practice
description: Two physicians, two medical assistants, and one receptionist, on a Monday.

calendar:
  start: 2026-01-05 08:00       # where the simulation begins; a Monday
  length: 9 h                   # how long the doors are open
  ends: when empty              # the day ends when the last patient has left
  opening: { weekdays: "08:00-17:00" }

staff:
  receptionist: { count: 1, costPerHour: $19 per hour }
  medical assistant: { count: 2, costPerHour: $21 per hour }
  physician:
    count: 2
    breaks: [{ at: "12:00", lasts: 40 min }]    # taken when the current patient is done
    costPerHour: $120 per hour

rooms:
  exam room: { count: 4 }

# The patient's way through the office. Each activity waits until everything that it needs is free.
visitTypes:
  visit:
    pathway:
      - activity: check-in
        needs: receptionist
        takes: { triangular: { min: 2 min, mode: 3 min, max: 6 min } }
      - activity: rooming
        needs: [medical assistant, exam room]
        keeps: exam room                        # held on until an activity frees it
        takes: { triangular: { min: 5 min, mode: 6 min, max: 10 min } }
      - activity: consult
        needs: { my: physician }                # the one with whom the appointment is
        takes: { lognormal: { mean: 16 min, sd: 8 min } }
        frees: exam room
      - activity: check-out
        needs: receptionist
        takes: { triangular: { min: 1 min, mode: 2 min, max: 5 min } }

# The appointments that can be booked: one row for each physician, a patient every 20 minutes.
templates:
  clinic:
    - { from: "08:00", to: "12:00", every: 20 min, seats: 1, provider: physician, visitType: visit }
    - { from: "13:00", to: "17:00", every: 20 min, seats: 1, provider: physician, visitType: visit }

arrivals:
  booked:
    visitType: visit
    appointments:
      template: clinic
      booked: 90 %
      noShow: 8 %
      punctuality: { normal: { mean: -5 min, sd: 8 min } }    # minutes after the appointment; most come early
  walk-ins:
    visitType: visit
    poisson: 1 per hour
    between: "08:00-16:00"

# A measure for each: the share of patients whose wait stays within.
serviceLevels:
  consult: 15 min

# What-ifs with a name. praxis compare shows what each is worth.
variants:
  third medical assistant:
    set: { staff.medical assistant.count: 3 }
  fewer no-shows:
    set: { arrivals.booked.appointments.noShow: 4 % }
  24-minute slots:
    set:
      templates.clinic.0.every: 24 min
      templates.clinic.1.every: 24 min
`;
