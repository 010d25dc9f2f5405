import { Link } from "../../../shell/go.tsx"
import { Row, Rows } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { ItemLine } from "./agenda-list.tsx"

/** Papers to open: PDF and pictures in the browser, the rest to download. */
export const Papers = ({ of }: { of: ItemLine["papers"] }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Rows>
      {of.map(({ file_id, name, bytes }) => (
        <Row
          key={file_id}
          soft={
            <>
              {say.bytes(bytes)}
              {/\.pdf$/i.test(name) && (
                <>
                  {" · "}
                  <Link to={`/pieces/${file_id}`}>{t("annotations.open")}</Link>
                </>
              )}
            </>
          }
        >
          <a href={`/api/files/${file_id}?vue=1`} target="_blank" rel="noreferrer">
            {name}
          </a>
        </Row>
      ))}
    </Rows>
  )
}
