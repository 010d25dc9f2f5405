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
  -- Sent anew, perhaps to a mended address: this one stays as it was, as proof.
  again_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, message_id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, person_id) references people
);
select tenant('sendings');
create index sendings_due on sendings (next_at) where state = 'waiting' and means = 'email';
create index sendings_leaving on sendings (held_until) where state = 'sending';
create index sendings_by_time on sendings (organisation_id, queued_at desc, id);
create index sendings_by_meeting on sendings (organisation_id, meeting_id) where meeting_id is not null;
create index sendings_by_person on sendings (organisation_id, person_id);

-- The letters that are due, across organisations, for one process: it holds them until `until`, and no other takes them.
-- One that was being handed to the relay when its process died may have left: nobody sends it again by itself.
create function claim_sendings(at_most int, at timestamptz, until timestamptz)
returns table (organisation_id uuid, id uuid) language plpgsql volatile as $$
begin
  update sendings s set state = 'unknown', held_until = null, server_answer = 'interrupted'
   where s.state = 'sending' and s.held_until < at;
  return query
  update sendings s set held_until = until
    from (select d.organisation_id, d.id from sendings d
           where d.state = 'waiting' and d.means = 'email' and d.next_at <= at and (d.held_until is null or d.held_until < at)
           order by d.next_at, d.id limit at_most for update skip locked) due
   where (s.organisation_id, s.id) = (due.organisation_id, due.id)
  returning s.organisation_id, s.id;
end $$;
select definer('claim_sendings(int, timestamptz, timestamptz)');

-- A process that lives keeps what it holds.
create function hold_sendings(ids uuid[], until timestamptz) returns void language sql volatile as $$
  update sendings set held_until = until where id = any (ids) and state in ('waiting', 'sending') and held_until is not null
$$;
select definer('hold_sendings(uuid[], timestamptz)');

-- Whose letter an answer or a bounce is about; its id stands in the Message-ID and in the address for answers.
create function organisation_of_sending(sending uuid) returns uuid language sql stable as $$
  select organisation_id from sendings where id = sending
$$;
select definer('organisation_of_sending(uuid)');

-- Each message of the mailbox counts once, whichever process read it.
create table received_mails (
  organisation_id uuid not null,
  key text not null,
  sending_id uuid,
  kind text not null,
  received_at timestamptz not null,
  primary key (organisation_id, key)
);
select tenant('received_mails');
