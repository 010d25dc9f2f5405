-- A call for candidates: for a function of the body, or for a mandate elsewhere that it fills.
create table calls (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  title text not null,
  function_id uuid,
  outside text,
  -- Null: it follows the model as long as nobody wrote another. From the publication on it is the one everybody read.
  text text,
  seats int not null check (seats between 1 and 200),
  who text not null check (who in ('members', 'members_up_to_date', 'holders', 'anyone')),
  functions text[] not null,
  min_months int not null check (min_months between 0 and 240),
  -- pair: each two seats go to a woman and a man; least: at least so many women and so many men.
  parity text not null check (parity in ('none', 'half', 'pair', 'least')),
  least int check (least between 1 and 100),
  ends_at timestamptz not null,
  statement_max int not null check (statement_max between 100 and 10000),
  photo boolean not null,
  shown text not null check (shown in ('at_once', 'at_close')),
  written_by uuid,
  written_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  -- Candidates are closed and their order is drawn in one gesture.
  closed_by uuid,
  closed_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, function_id) references functions,
  foreign key (organisation_id, written_by) references people,
  foreign key (organisation_id, published_by) references people,
  foreign key (organisation_id, closed_by) references people,
  foreign key (organisation_id, cancelled_by) references people,
  check ((function_id is null) <> (outside is null)),
  check ((parity = 'least') = (least is not null)),
  check (published_at is null or text is not null),
  check (closed_at is null or published_at is not null)
);
select tenant('calls');
create index calls_by_body on calls (organisation_id, body_id, written_at desc, id);
create index calls_open on calls (organisation_id, body_id, ends_at) where published_at is not null and closed_at is null and cancelled_at is null;

-- A call that was put off, because there were too few.
create table call_extensions (
  organisation_id uuid not null,
  call_id uuid not null,
  was_until timestamptz not null,
  until timestamptz not null,
  -- too_few or parity, as it stood then.
  because text not null check (because in ('too_few', 'parity')),
  extended_by uuid,
  extended_at timestamptz not null,
  primary key (organisation_id, call_id, was_until),
  foreign key (organisation_id, call_id) references calls,
  foreign key (organisation_id, extended_by) references people
);
select tenant('call_extensions');

-- One for each person and call; who comes back after withdrawing takes it up again.
create table candidacies (
  organisation_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  person_id uuid not null,
  statement text not null,
  photo_id uuid,
  stood_at timestamptz not null,
  changed_at timestamptz,
  -- From a letter: who typed it, and the day it came.
  entered_by uuid,
  received_on date,
  withdrawn_at timestamptz,
  admitted boolean,
  answered_by uuid,
  answered_at timestamptz,
  reason text,
  -- What the rule said when it was answered.
  standing jsonb,
  -- In the order that was drawn.
  place int,
  primary key (organisation_id, id),
  unique (organisation_id, call_id, person_id),
  unique (organisation_id, call_id, place),
  foreign key (organisation_id, call_id) references calls,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, photo_id) references files,
  foreign key (organisation_id, entered_by) references people,
  foreign key (organisation_id, answered_by) references people,
  check ((admitted is null) = (answered_at is null))
);
select tenant('candidacies');
create index candidacies_by_person on candidacies (organisation_id, person_id);
create index candidacies_by_photo on candidacies (organisation_id, photo_id) where photo_id is not null;

create table call_questions (
  organisation_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  -- Null: to all of them.
  candidacy_id uuid,
  text text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- Whoever manages the call lets it through, or sets it aside with a reason.
  shown_by uuid,
  shown_at timestamptz,
  aside_by uuid,
  aside_at timestamptz,
  reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, call_id) references calls,
  foreign key (organisation_id, candidacy_id) references candidacies on delete cascade,
  foreign key (organisation_id, asked_by) references people,
  foreign key (organisation_id, shown_by) references people,
  foreign key (organisation_id, aside_by) references people
);
select tenant('call_questions');
create index call_questions_by_call on call_questions (organisation_id, call_id, asked_at, id);
create index call_questions_waiting on call_questions (organisation_id, call_id) where shown_at is null and aside_at is null;
create index call_questions_by_person on call_questions (organisation_id, asked_by);

create table call_answers (
  organisation_id uuid not null,
  question_id uuid not null,
  candidacy_id uuid not null,
  text text not null,
  answered_at timestamptz not null,
  primary key (organisation_id, question_id, candidacy_id),
  foreign key (organisation_id, question_id) references call_questions on delete cascade,
  foreign key (organisation_id, candidacy_id) references candidacies on delete cascade
);
select tenant('call_answers');
create index call_answers_by_candidacy on call_answers (organisation_id, candidacy_id);
