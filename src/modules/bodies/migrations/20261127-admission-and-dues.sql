-- Bodies founded before these rules existed get our proposals, as new ones do. The owner of the tables is bound by the wall too:
-- it looks past it while the rows are written.
alter table rules no force row level security;
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, source, read_on, confidence, overridden_by, note)
select r.organisation_id, gen_random_uuid(), r.body_id, regexp_replace(r.key, '\.auditors$', added.key), added.value::jsonb,
       added.unit, r.jurisdiction, 'Permanence', null, 'M', r.overridden_by, 'Notre proposition, à revoir'
  from rules r
 cross join (values ('.admission.days', '30', 'days'), ('.dues.second_letter', '30', 'days'), ('.dues.third_letter', '30', 'days'),
                    ('.admission', '"secretariat"', 'choice')) as added(key, value, unit)
 where r.key in ('be.locale.auditors', 'fr.local.auditors') and r.jurisdiction <> 'own'
   and not exists (select from rules s where (s.organisation_id, s.body_id) = (r.organisation_id, r.body_id)
                     and s.key = regexp_replace(r.key, '\.auditors$', added.key));
alter table rules force row level security;
