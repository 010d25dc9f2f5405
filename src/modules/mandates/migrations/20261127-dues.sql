-- Who keeps the money records dues and calls for them; auditors and whoever keeps the whole chapter read them.
alter table functions no force row level security;
update functions set capabilities = capabilities || '{dues.read,dues.manage}'
 where key in ('treasurer', 'deputy-treasurer') and not 'dues.manage' = any (capabilities);
update functions set capabilities = capabilities || '{dues.read}'
 where (key = 'auditor' or capabilities @> '{people.manage,mandates.manage,bodies.manage}') and not 'dues.read' = any (capabilities);
alter table functions force row level security;
