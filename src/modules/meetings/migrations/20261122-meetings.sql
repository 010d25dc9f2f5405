-- Ours, we convene; or an outside meeting one only attends.
create table meeting_types (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  key text not null,
  name text not null,
  -- Who is convened: members, members in order of dues, holders of functions, or people named one by one.
  convenes text not null check (convenes in ('members', 'members_up_to_date', 'holders', 'listed')),
  -- Of holders: keys of the functions whose holders are convened; empty for all functions.
  functions text[] not null default '{}',
  -- Keys of the body's rulebook; null when nothing is required.
  notice_rule text,
  -- Until when items are received.
  items_rule text,
  quorum_rule text,
  majority_rule text,
  proxy_rule text,
  confidential boolean not null default false,
  place text,
  starts_at time,
  minutes int not null default 120,
  -- Template agenda: [{title, purpose, minutes, automatic, confidential}].
  agenda jsonb not null default '[]',
  ended_on date,
  primary key (organisation_id, id),
  unique (organisation_id, body_id, key),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('meeting_types');

create table meeting_series (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  type_id uuid,
  title text not null,
  -- As kernel/calendar/series reads it: every, weekdays, start, minutes, zone, from, until, except.
  rule jsonb not null,
  place text,
  link text,
  -- An outside meeting: who holds it, and nothing to convene.
  outside boolean not null default false,
  host text,
  ended_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, type_id) references meeting_types
);
select tenant('meeting_series');

create table meetings (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  type_id uuid,
  series_id uuid,
  -- The day the series planned it, which stays when the meeting itself moves.
  series_day date,
  title text not null,
  -- Wall time and zone: the instant is derived, so a change of summer-time law moves no meeting on the wall clock.
  starts timestamp not null,
  zone text not null,
  minutes int not null,
  place text,
  link text,
  outside boolean not null default false,
  host text,
  confidential boolean not null default false,
  state text not null default 'preparing' check (state in ('preparing', 'convened', 'open', 'closed', 'cancelled')),
  -- Members propose items until that day, included.
  propose_until date,
  -- The calendar's UID and SEQUENCE (RFC 5546): raised at each change that invitees must hear of.
  uid text not null,
  sequence int not null default 0,
  chair_id uuid,
  scribe_id uuid,
  convened_at timestamptz,
  -- Why it could be convened late: the urgency rule invoked, or an irregularity owned up to. Never silence.
  urgency_reason text,
  irregular_reason text,
  -- Why it decides without the number: the second convocation, and its article. Null: the quorum is required.
  quorum_waiver text,
  opened_at timestamptz,
  closed_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  -- What the year of the body asked for, and when its window opened: "accounts:2026-02-01".
  occasions text[] not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, uid),
  unique (organisation_id, series_id, series_day),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, type_id) references meeting_types,
  foreign key (organisation_id, series_id) references meeting_series,
  foreign key (organisation_id, chair_id) references people,
  foreign key (organisation_id, scribe_id) references people
);
select tenant('meetings');
create index meetings_by_body on meetings (organisation_id, body_id, starts desc);
create index meetings_by_day on meetings (organisation_id, starts);

create table agenda_items (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  -- Order on the agenda; proposals that wait have none.
  position int,
  title text not null,
  purpose text not null check (purpose in ('inform', 'discuss', 'decide')),
  presenter_id uuid,
  minutes int not null default 10,
  confidential boolean not null default false,
  matter_id uuid,
  -- Rich text: what it is about, and what is proposed to decide.
  description jsonb,
  proposed_decision text,
  state text not null default 'accepted' check (state in ('proposed', 'accepted', 'refused', 'merged', 'withdrawn')),
  proposed_by uuid,
  proposed_at timestamptz,
  refused_reason text,
  merged_into uuid,
  -- Came by itself: the minutes to approve, the tasks not done, what was left undecided.
  automatic text check (automatic in ('approve-minutes', 'follow-up', 'carried-over')),
  -- For approve-minutes: the meeting whose minutes; for carried-over: see from_item_id.
  about_meeting_id uuid,
  from_item_id uuid,
  -- Added after the convocation left: shown as such, within the rulebook's limits.
  added_after boolean not null default false,
  -- What the scribe writes while it is held.
  notes jsonb,
  opened_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('decided', 'discussed', 'informed', 'postponed')),
  version int not null default 1,
  changed_by uuid,
  changed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, presenter_id) references people,
  foreign key (organisation_id, matter_id) references matters,
  foreign key (organisation_id, proposed_by) references people,
  foreign key (organisation_id, merged_into) references agenda_items,
  foreign key (organisation_id, about_meeting_id) references meetings,
  foreign key (organisation_id, from_item_id) references agenda_items
);
select tenant('agenda_items');
create index agenda_items_by_meeting on agenda_items (organisation_id, meeting_id, position);
create index agenda_items_by_matter on agenda_items (organisation_id, matter_id) where matter_id is not null;

create table item_papers (
  organisation_id uuid not null,
  item_id uuid not null,
  file_id uuid not null,
  position int not null default 0,
  primary key (organisation_id, item_id, file_id),
  foreign key (organisation_id, item_id) references agenda_items,
  foreign key (organisation_id, file_id) references files
);
select tenant('item_papers');

-- Who is convened, and what they answered. One row a person, frozen when the convocation leaves.
create table invitations (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  means text not null check (means in ('email', 'post')),
  -- Counts for quorum and votes; guests and staff do not.
  voting boolean not null default true,
  answer text check (answer in ('present', 'excused', 'proxy')),
  answered_at timestamptz,
  answered_by text check (answered_by in ('link', 'calendar', 'mail', 'app', 'secretariat')),
  answer_note text,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, meeting_id, person_id),
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, person_id) references people
);
select tenant('invitations');
create index invitations_by_person on invitations (organisation_id, person_id);

create table proxies (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  giver_id uuid not null,
  holder_id uuid not null,
  given_at timestamptz not null,
  given_by text not null check (given_by in ('link', 'calendar', 'mail', 'app', 'secretariat', 'paper')),
  file_id uuid,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, giver_id) references people,
  foreign key (organisation_id, holder_id) references people,
  foreign key (organisation_id, file_id) references files,
  check (giver_id <> holder_id)
);
select tenant('proxies');
-- One proxy given by a person at a time, whatever arrives at once by link and by hand.
create unique index proxies_one_each on proxies (organisation_id, meeting_id, giver_id) where withdrawn_at is null;

-- Each stay in the room; someone who leaves and comes back has two.
create table attendances (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  voting boolean not null default true,
  remote boolean not null default false,
  arrived_at timestamptz not null,
  left_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, person_id) references people,
  check (left_at is null or left_at >= arrived_at)
);
select tenant('attendances');
create unique index attendances_one_open on attendances (organisation_id, meeting_id, person_id) where left_at is null;
create index attendances_by_meeting on attendances (organisation_id, meeting_id);

create table minutes (
  organisation_id uuid not null,
  meeting_id uuid not null,
  -- VAL-2026-PV-0004: given at circulation, without gaps for each body and year.
  reference text,
  state text not null default 'draft' check (state in ('draft', 'circulated', 'approved')),
  -- The scribe's own words before the items and after them (rich text); items carry their own notes.
  opening jsonb,
  closing jsonb,
  version int not null default 1,
  changed_by uuid,
  changed_at timestamptz,
  circulated_at timestamptz,
  circulated_by uuid,
  approved_at timestamptz,
  approved_by uuid,
  -- The meeting that approved them.
  approved_in uuid,
  -- The PDF/A as it was approved, and what it was made from, kept word for word.
  file_id uuid,
  content jsonb,
  primary key (organisation_id, meeting_id),
  unique (organisation_id, reference),
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, approved_in) references meetings,
  foreign key (organisation_id, file_id) references files
);
select tenant('minutes');

create table minutes_corrections (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  person_id uuid not null,
  text text not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'taken', 'declined')),
  answer text,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references minutes,
  foreign key (organisation_id, item_id) references agenda_items,
  foreign key (organisation_id, person_id) references people
);
select tenant('minutes_corrections');

-- Date polls, when the date is open.
create table date_polls (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  -- The meeting to be moved; null when choosing a date makes one, of this type.
  meeting_id uuid,
  type_id uuid,
  title text not null,
  -- Last day to answer.
  until date,
  closed_at timestamptz,
  created_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, type_id) references meeting_types
);
select tenant('date_polls');

create table date_poll_options (
  organisation_id uuid not null,
  id uuid not null,
  poll_id uuid not null,
  starts timestamp not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, poll_id) references date_polls
);
select tenant('date_poll_options');

create table date_poll_answers (
  organisation_id uuid not null,
  option_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('yes', 'if_needed', 'no')),
  answered_at timestamptz not null,
  primary key (organisation_id, option_id, person_id),
  foreign key (organisation_id, option_id) references date_poll_options,
  foreign key (organisation_id, person_id) references people
);
select tenant('date_poll_answers');

-- Whose meeting a calendar answers: it names the event by its UID, and we hear it before any organisation is chosen.
create function organisation_of_meeting(asked text) returns uuid language sql stable as $$
  select organisation_id from meetings where uid = asked limit 1
$$;
select definer('organisation_of_meeting(text)');
create index meetings_by_uid on meetings (uid);
