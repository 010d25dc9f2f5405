import { useWords } from "../../../../shell/use-words.ts"

/** How it was counted, step by step. */
export const Trace = ({ of }: { of: readonly (readonly string[])[] }) => {
  const t = useWords()
  return of.length > 0 ? (
    <details>
      <summary>{t("votes.how_counted")}</summary>
      <ol>
        {of.map((steps, at) => (
          // Two rounds may say the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>{steps.join(" ")}</li>
        ))}
      </ol>
    </details>
  ) : null
}
