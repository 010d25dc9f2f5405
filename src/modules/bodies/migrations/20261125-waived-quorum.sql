-- Bodies founded before the rule existed are asked the same question as the new ones. The owner of the tables is bound by the
-- wall too: it looks past it while the rows are written.
alter table rules no force row level security;
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, confidence, overridden_by)
select r.organisation_id, gen_random_uuid(), r.body_id, regexp_replace(r.key, '\.statutory$', '.waived_after'), null, 'times',
       r.jurisdiction, '?', r.overridden_by
  from rules r
 where r.key in ('be.locale.quorum.statutory', 'fr.local.quorum.statutory') and r.jurisdiction <> 'own';
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, legal_basis, source, read_on, confidence, note)
select r.organisation_id, gen_random_uuid(), r.body_id, r.key || '.waived_after',
       case r.key when 'fr.cr.quorum' then '1' else '2' end::jsonb, 'times', r.jurisdiction, r.legal_basis, r.source, r.read_on,
       r.confidence, r.note
  from rules r
 where r.key in ('fr.cr.quorum', 'be.cc.quorum') and r.jurisdiction <> 'own';
alter table rules force row level security;
