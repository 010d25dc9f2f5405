export type Facts = Record<string, string | number | boolean | null>

/** A request we understood and decline. The code is put in words for the reader (`refused.<code>`); anything else thrown is a bug. */
export class Refusal extends Error {
  readonly code: string
  readonly facts: Facts
  readonly status: 401 | 403 | 404 | 409 | 413 | 429 | 503

  constructor(code: string, facts: Facts = {}, status: Refusal["status"] = 409) {
    super(code)
    this.code = code
    this.facts = facts
    this.status = status
  }
}

/** Declines, with the facts its sentence needs. Never returns. */
export const refuse = (code: string, facts?: Facts, status?: Refusal["status"]): never => {
  throw new Refusal(code, facts, status)
}

/** Input that the schema refuses: one issue for each place, each with a sentence. */
export class Invalid extends Error {
  readonly issues: Issue[]

  constructor(issues: Issue[]) {
    super(issues.map((issue) => `${issue.path.join(".")}: ${issue.code}`).join("; "))
    this.issues = issues
  }
}

/** `code` is zod's, or one of ours; `facts` are what its sentence needs (a limit, an expected type). */
export type Issue = { path: (string | number)[]; code: string; facts: Facts }

/** Declines one field of the input from inside a command, as the schema would. */
export const invalid = (path: (string | number)[], code: string, facts: Facts = {}): never => {
  throw new Invalid([{ path, code, facts }])
}
