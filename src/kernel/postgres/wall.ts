import type pg from "pg"
import { withClient } from "./bootstrap.ts"

/** Tables that are of the installation, not of one organisation: each is walled in its own way or holds nothing personal. */
export const notOfAnOrganisation = ["migrations", "organisations"]

/**
 * Looks at a migrated database for holes in the wall between organisations, one sentence each; none is the rule.
 * @param ofNone tables that belong to no organisation; the application may still reach only what its grants say
 */
export const wallBreaches = (owner: pg.PoolConfig, ofNone = notOfAnOrganisation): Promise<string[]> =>
  withClient(owner, async (client) => {
    const { rows } = await client.query<{ breach: string }>(
      `with tables as (${tables}), of_one as (select * from tables where name <> all ($1))
       select breach from (${checks.join(" union all ")}) found order by breach`,
      [ofNone, wall],
    )
    return rows.map(({ breach }) => breach)
  })

// Extensions and job queues bring schemas of their own; ours are in public.
const tables = `
  select c.oid, c.relname::text as name, c.relowner, c.relrowsecurity, c.relforcerowsecurity,
    (select attnum from pg_attribute a where a.attrelid = c.oid and attname = 'organisation_id' and not attisdropped) as org
  from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

// As PostgreSQL prints it back.
const wall = [
  "(organisation_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)",
  "(organisation_id = current_org())",
]

const isWall =
  "polcmd = '*' and pg_get_expr(polqual, polrelid) = any ($2) and coalesce(pg_get_expr(polwithcheck, polrelid) = any ($2), true)"

const checks = [
  `select name || ' has no organisation_id' as breach from of_one where org is null`,

  `select name || ': its primary key does not begin with organisation_id' from of_one
   where org is not null and not exists (select from pg_index i where i.indrelid = of_one.oid and indisprimary and indkey[0] = org)`,

  `select name || ' has no row-level security' from of_one where not relrowsecurity`,

  `select name || ' does not force row-level security' from tables where relrowsecurity and not relforcerowsecurity`,

  `select name || ' has no policy that walls it' from of_one
   where relrowsecurity and not exists (select from pg_policy where polrelid = of_one.oid and polpermissive and 0 = any (polroles) and ${isWall})`,

  `select name || ': the policy ' || polname || ' lets more through' from of_one join pg_policy on polrelid = of_one.oid
   where polpermissive and not (${isWall}) and not (polroles = array[relowner])`,

  `select name || ': its owner sees nothing, nor do the functions that work for everyone; add the policy keeper' from tables
   where relforcerowsecurity and not exists (select from pg_policy where polrelid = tables.oid and polroles = array[relowner])`,

  // What is of no organisation has a policy of its own, or is reached through functions only.
  `select name || ' belongs to no organisation and is open to the application' from tables
   where name = any ($1) and not relrowsecurity
     and has_table_privilege('permanence_app', tables.oid, 'select, insert, update, delete, truncate')`,

  // PostgreSQL checks a foreign key past every policy: one that does not carry the organisation tells what others have.
  `select of_one.name || ': the foreign key ' || conname || ' does not carry organisation_id'
   from of_one join pg_constraint on conrelid = of_one.oid and contype = 'f' join of_one as other on other.oid = confrelid
   where not exists (select from unnest(conkey, confkey) as pair(ours, theirs) where ours = of_one.org and theirs = other.org)`,

  // A view runs as its owner, who is behind no wall, unless it says otherwise.
  `select relname || ': a view the application may read without security_invoker' from pg_class
   where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
     and has_table_privilege('permanence_app', oid, 'select')
     and not coalesce(reloptions && array['security_invoker=true', 'security_invoker=on'], false)
     and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')`,

  `select p.oid::regprocedure || ': runs as its owner without a search_path of its own' from pg_proc p
   where prosecdef and pronamespace = 'public'::regnamespace
     and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')`,

  `select p.oid::regprocedure || ': runs as its owner for whoever calls it; revoke it from public' from pg_proc p
   where prosecdef and pronamespace = 'public'::regnamespace
     and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0)`,

  `select name || ' belongs to the application' from tables where relowner = 'permanence_app'::regrole`,
]
