// Search as a person asks it, in one organisation of RECORDS (100 000) decisions, or papers of some three pages with OF=papers: the
// whole read, with its rights and excerpts, not the bare question to the database; as soon as it is indexed, before the database
// has had time to look at its new rows by itself. The aim is 100 ms.
import { sql } from "kysely"
import { searchAll } from "../src/modules/search/all.ts"
import { findAnything } from "../src/modules/search/find.ts"
import { rebuild } from "../src/modules/search/index-entries.ts"
import { addItem } from "../src/modules/meetings/agenda/add.ts"
import { prepareMeeting } from "../src/modules/meetings/prepare.ts"
import { world } from "../tests/world.ts"

// Words as they fall in texts: few very common, many rare. The vocabulary is made of syllables that French has.
const vocabulary = sql`words as (select array(select a || b || d || c from unnest(array['ba','cor','dé','fi','gran','lo','mé','nou','pra','ré','so','tra','vi']) a,
          unnest(array['li','mo','na','po','ra','si','ta','vo','che','ge']) b, unnest(array['li','mo','na','po','ra','si','ta','vo']) d, unnest(array['tion','ment','té','r','s','le','que','ne']) c order by 1) as all)`
const RECORDS = Number(process.env["RECORDS"] ?? 100_000)
const w = await world()
try {
  const { meetingId } = await w.do(
    prepareMeeting,
    { bodyId: w.lisle, title: "Assemblée", day: "2026-05-21", at: "19:30" },
    w.people.amina,
  )
  const filling = performance.now()
  const ofPapers = process.env["OF"] === "papers"
  if (ofPapers) await writePapers(meetingId)
  else await writeDecisions(meetingId)
  console.log(`${RECORDS} ${ofPapers ? "papers" : "decisions"} written: ${seconds(performance.now() - filling)} s`)
  const indexing = performance.now()
  await w.look((db) => rebuild(w.organisation, db))
  console.log(`indexed anew: ${seconds(performance.now() - indexing)} s`)

  const times = async (name: string, once: () => Promise<number>) => {
    const all: number[] = []
    let found = 0
    for (let n = 0; n < 21; n++) {
      const started = performance.now()
      found = await once()
      all.push(performance.now() - started)
    }
    all.sort((a, b) => a - b)
    console.log(`${name} (${found} found): median ${all[10]!.toFixed(1)} ms, worst ${all[20]!.toFixed(1)} ms`)
  }
  const page = (q: string) => async () => (await w.ask(searchAll, { q }, w.people.dario)).total
  if (ofPapers) await times("the word of one paper", page("propre4242"))
  await times("two words", page("granmolition tracheliment"))
  await times("a rare word", page("vivovoté"))
  await times("the commonest word", page("balilile"))
  await times("a phrase", page('"balilile balilique"'))
  await times("without a word", page("corgelique -balilile"))
  await times("nothing to find", page("introuvable"))
  await times("typed in Ctrl-K", async () => (await w.ask(findAnything, { q: "granmo" }, w.people.dario)).length)
} finally {
  await w.end()
}

async function writeDecisions(meetingId: string) {
  return w.look((db) =>
    sql`
      with ${vocabulary}
      insert into decisions (organisation_id, id, body_id, meeting_id, year, number, title, text, how, adopted, taken_at)
      select ${w.organisation}, gen_random_uuid(), ${w.lisle}, ${meetingId}, 2000 + n / 1000, n % 1000 + 1,
             (select string_agg(words.all[1 + floor(power(random(), 3) * 8319)::int + g * 0], ' ') from generate_series(1, 6 + n % 3) g),
             (select string_agg(words.all[1 + floor(power(random(), 3) * 8319)::int + g * 0], ' ') from generate_series(1, 60 + n % 30) g),
             'consent', true, now() - n * interval '1 hour'
        from words, generate_series(1, ${RECORDS}) n`.execute(db),
  )
}

/** Each of eight paragraphs of a hundred and fifty words, from two thousand, and of a word of its own. */
async function writePapers(meetingId: string) {
  const { itemId } = await w.do(addItem, { meetingId, title: "Rapports" }, w.people.amina)
  await w.look(async (db) => {
    await sql`
      with ${vocabulary},
           paragraphs as materialized (
             select p, (select string_agg(words.all[1 + floor(power(random(), 3) * 8319)::int + g * 0], ' ') from generate_series(1, 150 + p * 0) g) as said
               from words, generate_series(1, 2000) p),
           pool as materialized (select array_agg(said order by p) as all from paragraphs)
      insert into files (organisation_id, id, body_id, hash, name, type, bytes, text, pages, kept_at)
      select ${w.organisation}, gen_random_uuid(), ${w.lisle}, md5(n::text), 'Rapport ' || n || '.pdf', 'application/pdf', 1,
             'propre' || n || ' ' || (select string_agg(pool.all[1 + floor(random() * 1999)::int + g * 0], E'\n') from generate_series(1, 8 + n * 0) g),
             3, now() - n * interval '1 hour'
        from pool, generate_series(1, ${RECORDS}) n`.execute(db)
    await sql`insert into item_papers (organisation_id, item_id, file_id)
              select organisation_id, ${itemId}, id from files`.execute(db)
  })
}

function seconds(ms: number) {
  return (ms / 1000).toFixed(1)
}
