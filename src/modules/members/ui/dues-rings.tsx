import type { ReadOf } from "../../../shell/api.ts"
import { CheckField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

const rings = ["member", "sympathiser", "supporter"] as const

/** Who is asked for dues: the members, and whom else the body decides. */
export const DuesRings = ({ bodyId, of: { rings: asked, may } }: { bodyId: string; of: ReadOf<"dues.year"> }) => {
  const t = useWords()
  return (
    <Sheet title={t("members.rings.title")} padded>
      {may["dues.setRings"] ? (
        <Form
          command="dues.setRings"
          initial={Object.fromEntries(rings.map((ring) => [ring, asked.includes(ring)]))}
          input={(values) => ({ bodyId, rings: rings.filter((ring) => values[ring] === true) })}
          send={t("members.save")}
          kind="plain"
          onDone={() => tell({ words: t("members.rings.saved") })}
        >
          {rings.map((ring) => (
            <CheckField key={ring} name={ring} label={t(`mandates.ring.${ring}`)} />
          ))}
        </Form>
      ) : (
        <p>{asked.map((ring) => t.named(`mandates.ring.${ring}`)).join(", ")}</p>
      )}
    </Sheet>
  )
}
