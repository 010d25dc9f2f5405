-- A yes, with its proof: the words that were agreed to, when, and how. Withdrawn is a date, never a deletion.
create table consents (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  purpose text not null,
  -- As it stood before the eyes of the person.
  words text not null,
  given_on date not null,
  means text not null check (means in ('form', 'paper', 'spoken', 'mail', 'app')),
  -- Where the proof lies: the number of a paper, the address a form was sent from.
  proof text,
  withdrawn_on date,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, recorded_by) references people,
  check (withdrawn_on is null or withdrawn_on >= given_on)
);
select tenant('consents');
create index consents_by_person on consents (organisation_id, person_id);

-- What somebody asked by right (GDPR articles 15 to 21), and what was answered, by when.
create table privacy_requests (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  kind text not null check (kind in ('access', 'correction', 'objection', 'erasure', 'portability')),
  words text,
  received_on date not null,
  due date not null,
  -- Two months more where the request is complex, and the person was told why (article 12(3)).
  extended_reason text,
  state text not null default 'open' check (state in ('open', 'answered', 'declined')),
  closed_on date,
  answer text,
  recorded_by uuid,
  closed_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, recorded_by) references people,
  foreign key (organisation_id, closed_by) references people
);
select tenant('privacy_requests');
create index privacy_requests_open on privacy_requests (organisation_id, body_id, due) where state = 'open';
create index privacy_requests_by_person on privacy_requests (organisation_id, person_id);

-- On what a body rests its right to keep data for a purpose, where it is another than the one of its kind. The last day wins.
create table processing_choices (
  organisation_id uuid not null,
  body_id uuid not null,
  purpose text not null,
  decided_on date not null,
  basis text not null,
  note text,
  decided_by uuid,
  primary key (organisation_id, body_id, purpose, decided_on),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, decided_by) references people
);
select tenant('processing_choices');

-- Who is to be forgotten, announced before it is done. Kept with a reason: not proposed again before that day.
create table erasures_due (
  organisation_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  rule_key text not null,
  last_link date not null,
  announced_on date not null,
  due date not null,
  kept_until date,
  kept_reason text,
  kept_by uuid,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, kept_by) references people
);
select tenant('erasures_due');
create index erasures_due_by_body on erasures_due (organisation_id, body_id, due);

-- What the rules of conservation did each night they did something.
create table retention_runs (
  organisation_id uuid not null references organisations,
  on_day date not null,
  announced int not null,
  erased int not null,
  openings int not null,
  primary key (organisation_id, on_day)
);
select tenant('retention_runs');

-- Whoever administers a body answers for what it holds of people. The owner is bound by the wall too: it looks past it here.
alter table functions no force row level security;
update functions set capabilities = capabilities || 'privacy.manage'::text
 where 'bodies.manage' = any (capabilities) and not 'privacy.manage' = any (capabilities);
alter table functions force row level security;

-- Bodies founded before these rules existed live by the same as the new ones.
alter table rules no force row level security;
alter table bodies no force row level security;
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, legal_basis, source, read_on, confidence, overridden_by, note)
select b.organisation_id, gen_random_uuid(), b.id, r.key, r.value::jsonb, 'months', 'EU', r.basis, r.source, null, r.confidence, r.other, r.note
  from bodies b cross join (values
    ('eu.all.privacy.answer', '1', 'RGPD art. 12(3)', null, 'M+', null, 'Deux mois de plus si la demande est complexe, à dire dans le premier mois'),
    ('eu.all.privacy.keep_former', '36', 'RGPD art. 5(1)(e)', 'Permanence', 'M', 'règlement', 'Usage de la CNIL : trois ans sans contact. Notre proposition, à revoir'),
    ('eu.all.privacy.keep_openings', '12', 'RGPD art. 5(1)(e)', 'Permanence', 'M', 'règlement', 'Usage de la CNIL : six à douze mois pour les journaux. Notre proposition, à revoir')
  ) as r(key, value, basis, source, confidence, other, note);
alter table bodies force row level security;
alter table rules force row level security;
