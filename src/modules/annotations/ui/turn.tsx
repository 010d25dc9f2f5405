import { useWords } from "../../../shell/use-words.ts"

/** Which page one is on, and the next and the previous one. */
export const Turn = ({ page, pages, turn }: { page: number; pages: number; turn: (to: number) => void }) => {
  const t = useWords()
  return (
    <div className="bar annotated-turn">
      <button
        type="button"
        className="button"
        disabled={page <= 1}
        onClick={() => turn(page - 1)}
        aria-label={t("annotations.page.previous")}
      >
        ‹
      </button>
      <output>{t("annotations.page", { page, pages })}</output>
      <button
        type="button"
        className="button"
        disabled={page >= pages}
        onClick={() => turn(page + 1)}
        aria-label={t("annotations.page.next")}
      >
        ›
      </button>
      {pages > 2 && (
        <input
          className="input"
          type="number"
          min={1}
          max={pages}
          aria-label={t("annotations.page.go")}
          placeholder={t("annotations.page.go")}
          onKeyDown={({ key, currentTarget }) => {
            if (key === "Enter") turn(Number(currentTarget.value))
          }}
        />
      )}
    </div>
  )
}
