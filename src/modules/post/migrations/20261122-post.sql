-- Everything that leaves, by e-mail or by letter: who, where, when, and what the other end said. Kept as proof.
create table sendings (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid,
  -- convocation, change, cancellation, reminder, minutes, task, poll, sign_in (never kept in clear), bulletin …
  kind text not null,
  meeting_id uuid,
  task_id uuid,
  person_id uuid,
  means text not null check (means in ('email', 'post')),
  address text not null,
  subject text not null,
  -- What the letter is made from; the message itself is composed when it leaves.
  content jsonb not null,
  message_id text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'accepted', 'refused', 'given_up', 'unknown', 'kept', 'printed', 'bounced', 'withdrawn')),
  attempts int not null default 0,
  next_at timestamptz,
  -- Set while one process holds it, so that nobody gets it twice; a process that died loses it after some minutes.
  held_until timestamptz,
  server_answer text,
  sent_at timestamptz,
  bounced_at timestamptz,
  bounce text,
  queued_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, message_id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, person_id) references people
);
select tenant('sendings');
create index sendings_due on sendings (next_at) where state = 'waiting';
create index sendings_by_meeting on sendings (organisation_id, meeting_id) where meeting_id is not null;
create index sendings_by_person on sendings (organisation_id, person_id);
