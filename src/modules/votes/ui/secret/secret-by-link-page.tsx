import { useRead } from "../../../../shell/api.ts"
import { AuthShell } from "../../../../shell/auth-shell.tsx"
import { Reading } from "../../../../shell/fault.tsx"
import { useParam } from "../../../../shell/go.tsx"
import { useWords } from "../../../../shell/use-words.ts"
import { Secret } from "./secret-form.tsx"

/** A secret vote of whoever has a code and no account: sealed here as on the page of those who sign in. */
export const SecretByLinkPage = () => {
  const t = useWords()
  const linkId = useParam("linkId")
  const it = useRead("votes.byLink", { linkId, ballotId: useParam("ballotId") })
  return (
    <AuthShell title={it.data?.ballot.title ?? t("votes.link.enter")} lead={it.data?.ballot.body_name}>
      <Reading of={it}>
        {(data) => (
          <>
            {data.ballot.question && <p className="lines">{data.ballot.question}</p>}
            <Secret of={data} linkId={linkId} />
            <p>
              <a className="button" href={`/v/${linkId}`}>
                {t("votes.link.secret.back")}
              </a>
            </p>
          </>
        )}
      </Reading>
    </AuthShell>
  )
}
