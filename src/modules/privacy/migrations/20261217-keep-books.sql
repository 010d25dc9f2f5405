-- Copies of sitting books are working papers: they repeat what its own places keep, and gather what was meant for one sitting.
alter table retention_runs add column books int not null default 0;

-- Bodies founded before this rule existed live by the same as the new ones. The owner is bound by the wall too: it looks past it here.
alter table rules no force row level security;
alter table bodies no force row level security;
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, legal_basis, source, read_on, confidence, overridden_by, note)
select b.organisation_id, gen_random_uuid(), b.id, 'eu.all.privacy.keep_books', '12'::jsonb, 'months', 'EU', 'RGPD art. 5(1)(e)', 'Permanence', null, 'M',
       'règlement', 'Les textes, les positions et les rapports restent à leur place. Notre proposition, à revoir'
  from bodies b
 where not exists (select from rules r where (r.organisation_id, r.body_id, r.key) = (b.organisation_id, b.id, 'eu.all.privacy.keep_books'));
alter table bodies force row level security;
alter table rules force row level security;
