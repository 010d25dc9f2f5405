/** The rows of an answer, whether the read gives a list or `{ rows, next, total }`. */
export const rowsOf = <Row>(answer: unknown): readonly Row[] => {
  if (Array.isArray(answer)) return answer as Row[]
  const rows = (answer as { rows?: Row[] } | undefined)?.rows
  return rows ?? []
}
