import { createHash, randomBytes } from "node:crypto"
import pg from "pg"
import { newId } from "../src/kernel/id.ts"

export type Settled = { id: string; token: string }

/** Members of a body with an account and a session each, written past every rule: `token` is their cookie. */
export const settle = async (owner: pg.PoolConfig, bodyId: string, count: number): Promise<Settled[]> => {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ organisation_id: string }>("select organisation_id from bodies where id = $1", [
    bodyId,
  ])
  const organisation = rows[0]!.organisation_id
  const people = Array.from({ length: count }, () => ({ id: newId(), token: randomBytes(32).toString("base64url") }))
  await client.query("select set_config('permanence.organisation', $1, false)", [organisation])
  for (const [at, { id, token }] of people.entries()) {
    const account = newId()
    const all: [string, unknown[]][] = [
      [
        "insert into people (organisation_id, id, family_name, given_name, email) values ($1, $2, $3, 'Membre', $4)",
        [organisation, id, `Nom ${at}`, `m${at}@lisle.example`],
      ],
      [
        "insert into memberships (organisation_id, id, person_id, body_id, ring, since) values ($1, $2, $3, $4, 'member', '2020-01-01')",
        [organisation, newId(), id, bodyId],
      ],
      ["insert into accounts (id, email) values ($1, $2)", [account, `m${at}@lisle.example`]],
      [
        "insert into accesses (account_id, organisation_id, person_id) values ($1, $2, $3)",
        [account, organisation, id],
      ],
      [
        "insert into sessions (id, token_hash, account_id, organisation_id, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')",
        [newId(), createHash("sha256").update(token).digest(), account, organisation],
      ],
    ]
    for (const [text, values] of all) await client.query(text, values)
  }
  await client.end()
  return people
}

/** A command of somebody settled, as their browser sends it; the answer as it came. */
export const sendAs = (url: string, token: string, command: string, data: object, commandId = crypto.randomUUID()) =>
  fetch(`${url}/api/${command}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-command-id": commandId,
      cookie: `permanence=${token}`,
      origin: url,
    },
    body: JSON.stringify(data),
  })
