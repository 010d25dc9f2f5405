import type pg from "pg"
import { migrationsIn, type Migration } from "./migrate.ts"

export const north = "00000000-0000-4000-8000-000000000001"
export const south = "00000000-0000-4000-8000-000000000002"

/** Minutes of two organisations, searched as the README of the migrations says: for the test of the plan and for the bench. */
export const searchScene = async (): Promise<Migration[]> => [
  ...(await migrationsIn(new URL("./migrations", import.meta.url), "kernel")),
  {
    module: "scene",
    name: "20261201-scene",
    sql: `
      create table papers (
        organisation_id uuid not null, id uuid not null default gen_random_uuid(), text text not null,
        words tsvector generated always as (fr_words(text)) stored,
        primary key (organisation_id, id));
      create index papers_words on papers using gin (organisation_id, words);
      select tenant('papers');

      create function search_papers(asked text, at_most int) returns table (id uuid, rank real)
        language sql stable as $$
          select p.id, ts_rank(p.words, fr_query(asked)) as rank from (
            select id, words from papers where organisation_id = current_org() and words @@ fr_query(asked) limit 500
          ) as p order by rank desc limit at_most $$;
      select definer('search_papers(text, int)');`,
  },
]

/** Half of the rows for each organisation; one in two thousand, all of the north, speaks of the budget of the school. */
export async function fillScene(client: pg.ClientBase, rows: number) {
  // An index made afterwards costs half of one kept up row by row.
  await client.query("drop index papers_words")
  await client.query(
    `insert into papers (organisation_id, text)
     select case when n % 2 = 0 then $2::uuid else $3::uuid end,
       'Procès-verbal ' || n || ' de la réunion de la section, ' || (array['mobilité', 'logement', 'énergie', 'culture'])[1 + n % 4]
         || case when n % 2000 = 0 then ', budget de l’école' else '' end
     from generate_series(1, $1::int) as n`,
    [rows, north, south],
  )
  await client.query("create index papers_words on papers using gin (organisation_id, words)")
  await client.query("analyze papers")
}
