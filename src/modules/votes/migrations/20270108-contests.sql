-- A vote outside an operation may be contested too: for so many days, as its rulebook says when it opens. Null: it opened before this
-- was asked, or its operation says.
alter table ballots add column challenge_days int check (challenge_days between 0 and 366);

-- Bodies founded before the rule existed follow the same one as the new ones. The owner is bound by the wall too: it looks past it here.
alter table rules no force row level security;
alter table bodies no force row level security;
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, source, confidence, overridden_by, note)
select b.organisation_id, gen_random_uuid(), b.id, 'any.body.votes.challenge_days', '15'::jsonb, 'days', b.country, 'Permanence', 'M',
       case b.country when 'BE' then 'ROI' else 'règlement intérieur' end, 'Notre proposition, à revoir'
  from bodies b
 where not exists (select from rules r where (r.organisation_id, r.body_id, r.key) = (b.organisation_id, b.id, 'any.body.votes.challenge_days'));
alter table bodies force row level security;
alter table rules force row level security;
