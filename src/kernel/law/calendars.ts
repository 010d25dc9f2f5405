import { dueDate, nthWeekdayAfter, type Weekday } from "./deadline.ts"

const monday = 1
const sunday = 7

/** The dates that hang on a Walloon local election, every six years. */
export type WalloonElection = {
  election: Temporal.PlainDate
  regulated_period_start: Temporal.PlainDate
  expenses_declaration_due: Temporal.PlainDate
  cpas_lists: Temporal.PlainDate
  installation: Temporal.PlainDate
}

export function walloonElection(year: number): WalloonElection {
  // CDLD: every six years, the second Sunday of October (14 October 2018, 13 October 2024).
  const election = nthWeekdayOf(year, 10, 2, sunday)
  return {
    election,
    // electionslocales.wallonie.be: spending counts from three months before the vote (14 July 2018, 13 July 2024).
    regulated_period_start: election.subtract({ months: 3 }),
    // The same: declaration of spending and of the origin of funds within thirty days.
    expenses_declaration_due: dueDate({ kind: "days_after", n: 30, event: election, country: "BE" }).due,
    // Parlement wallon 90639: CPAS lists reach the bourgmestre on the third Monday of November.
    cpas_lists: nthWeekdayOf(year, 11, 3, monday),
    // Councils are installed on the first Monday of December.
    installation: nthWeekdayOf(year, 12, 1, monday),
  }
}

/** What a French party owes to the CNCCFP for a year of accounts (law 88-227): donors and members by 15 April, certified accounts
 *  by 30 June of the next year. */
export type FrenchPartyAccounts = { donor_list_due: Temporal.PlainDate; accounts_due: Temporal.PlainDate }

export function frenchPartyAccounts(event_year: number): FrenchPartyAccounts {
  const next = (month: number, day: number) =>
    dueDate({ kind: "annual", event_year, years: 1, month, day, country: "FR" }).due
  return { donor_list_due: next(4, 15), accounts_due: next(6, 30) }
}

function nthWeekdayOf(year: number, month: number, n: number, weekday: Weekday): Temporal.PlainDate {
  return nthWeekdayAfter(Temporal.PlainDate.from({ year, month, day: 1 }).subtract({ days: 1 }), n, weekday)
}
