/**
 * How a result was reached, as data: the interface puts each step in words (`key` is a words key, `values` its
 * arguments). Dates are ISO strings, so that a step travels in JSON; the words show them in the reader's language.
 */
export type Step = { key: string; values: Record<string, string | number> }

export function step(key: string, values: Record<string, string | number | bigint | Temporal.PlainDate> = {}): Step {
  return {
    key,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)])),
  }
}

function plain(value: string | number | bigint | Temporal.PlainDate): string | number {
  if (typeof value === "bigint") return Number(value)
  return typeof value === "number" ? value : value.toString()
}
