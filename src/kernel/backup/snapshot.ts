import pg from "pg"

export type Column = { name: string; type: string }

/** A table of ours, with the columns that are written: generated ones follow from the others. */
export type Table = { name: string; columns: Column[] }

/** Every table but `migrations`, by name. Throws when one hides rows from its owner: a backup would leave them out in silence. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { hides: boolean }>(`
    select c.relname::text as name,
           c.relforcerowsecurity and not exists (
             select from pg_policy p where p.polrelid = c.oid and p.polname = 'keeper') as hides,
           json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
     group by c.oid order by 1`)
  const hiding = rows.find(({ hides }) => hides)
  if (hiding) throw new Error(`the owner does not see all of the table ${hiding.name}`)
  return rows.map(({ name, columns }) => ({ name, columns }))
}

/** Values are written as PostgreSQL's own text; these settings make every server write and read the same. */
export const plainText = `
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex';
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`

export const countOf = async (client: pg.ClientBase, { name }: Table): Promise<number> => {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::float8 as count from ${pg.escapeIdentifier(name)}`,
  )
  return rows[0]!.count
}

/**
 * The rows of a table in batches of some megabytes, each row a JSON array of texts and nulls, in one line. The text of a
 * value, not its JSON: a jsonb `null` and an absent one are two things, and no number passes through a float.
 */
export async function* batchesOf(client: pg.ClientBase, { name, columns }: Table): AsyncGenerator<string[]> {
  const values = columns.map((column) => `${pg.escapeIdentifier(column.name)}::text`)
  await client.query(`declare batch no scroll cursor for
    select array_to_json(array[${values.join(", ")}])::text as row from ${pg.escapeIdentifier(name)}`)
  let most = 100
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${most} from batch`)
    if (rows.length === 0) break
    yield rows.map(({ row }) => row)
    const length = rows.reduce((sum, { row }) => sum + row.length, 0)
    if (length > 4_000_000) most = Math.max(1, Math.floor(most / 4))
    else if (length < 1_000_000) most = Math.min(10_000, most * 2)
  }
  await client.query("close batch")
}

/** Puts a batch back. @returns how many rows went in */
export async function insertBatch(client: pg.ClientBase, { name, columns }: Table, lines: string[]): Promise<number> {
  const names = columns.map((column) => pg.escapeIdentifier(column.name))
  const values = columns.map(({ type }, index) => `(row ->> ${index})::${type}`)
  const { rowCount } = await client.query(
    `insert into ${pg.escapeIdentifier(name)} (${names.join(", ")})
     select ${values.join(", ")} from json_array_elements($1::json) as row`,
    [`[${lines.join(",")}]`],
  )
  return rowCount ?? 0
}
