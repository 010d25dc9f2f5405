/**
 * The input of a command from the values of a form: a picked person becomes her id, a dropped file its fileId; a text
 * that was emptied becomes null, one that was never filled is left out.
 */
export const inputOf = (
  values: Readonly<Record<string, unknown>>,
  initial: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isEmpty(value) ? (isEmpty(initial[name]) ? undefined : null) : plain(value),
    ]),
  )

const isEmpty = (value: unknown) => value === "" || value === undefined || value === null

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== "object" || value === null) return value
  if ("fileId" in value) return value.fileId
  if ("picked" in value && "id" in value) return value.id
  return value
}
