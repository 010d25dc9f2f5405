import type { Circumstances } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import { queueLetters } from "../../post/contract.ts"
import type { Text } from "../seen.ts"

export type Cosigner = { id: string; person_id: string | null; name: string; quality: string | null; email: string }

/** A letter to each, written when it leaves. */
export const queueCosignLetters = (
  { body_id, title }: Pick<Text, "body_id" | "title">,
  cosigners: readonly Pick<Cosigner, "id" | "person_id" | "email">[],
  given: Circumstances,
  again = false,
) =>
  queueLetters(
    cosigners.map(({ id, person_id, email }) => ({
      kind: "text-cosign",
      bodyId: body_id,
      personId: person_id,
      means: "email" as const,
      address: email,
      subject: say("fr", again ? "texts.cosign.letter.again" : "texts.cosign.letter.subject", { title }),
      content: { cosignature_id: id, again },
    })),
    given,
  )
