-- Bodies founded before know the second declaration of mandates too. The owner of the tables looks past the wall while it writes.
alter table rules no force row level security;
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, legal_basis, source, read_on, confidence, note)
select r.organisation_id, gen_random_uuid(), r.body_id, 'be.mandates.court_of_audit', '"09-30"'::jsonb, r.unit, 'BE',
       'Lois du 2 mai 1995, Regimand : le délai de la personne elle-même est à relire', 'Permanence', r.read_on, 'M',
       'L’informateur de l’institution déclare du 15 février au 15 avril ; les listes paraissent le 15 février de la deuxième année.'
  from rules r where r.key = 'be.mandates.declaration' and r.jurisdiction <> 'own';
alter table rules force row level security;
