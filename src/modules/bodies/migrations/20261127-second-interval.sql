-- Bodies founded before the rule existed: the law's own value where the law has one, the question where the body's text decides.
alter table rules no force row level security;
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, confidence, overridden_by)
select r.organisation_id, gen_random_uuid(), r.body_id, regexp_replace(r.key, '\.waived_after$', '.interval'), null, 'days',
       r.jurisdiction, '?', r.overridden_by
  from rules r
 where r.key in ('be.locale.quorum.waived_after', 'fr.local.quorum.waived_after') and r.jurisdiction <> 'own';
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, legal_basis, source, read_on, confidence, note)
select r.organisation_id, gen_random_uuid(), r.body_id, 'fr.cr.quorum.interval', '3'::jsonb, 'days', r.jurisdiction,
       'CGCT L4132-13', 'collectivites-locales.gouv.fr/institutions/regles-de-vote-0', date '2026-11-22', 'V',
       'La réunion se tient de plein droit trois jours plus tard.'
  from rules r where r.key = 'fr.cr.quorum.waived_after' and r.jurisdiction <> 'own';
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, legal_basis, source, read_on, confidence, note)
select r.organisation_id, gen_random_uuid(), r.body_id, 'be.cc.quorum.interval', '2'::jsonb, 'clear_days', r.jurisdiction,
       'CDLD L1122-13 et L1122-17', 'parlement-wallonie.be iddoc=15910', date '2026-11-22', 'V',
       'La deuxième convocation part après la réunion où le nombre manquait ; les deux jours francs de son délai les séparent.'
  from rules r where r.key = 'be.cc.quorum.waived_after' and r.jurisdiction <> 'own';
alter table rules force row level security;
