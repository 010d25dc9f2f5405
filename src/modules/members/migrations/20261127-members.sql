-- Somebody asks to be of a body. Who they are is kept here until they are accepted: only then are they a person of the file.
create table applications (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  ring text not null check (ring in ('member', 'sympathiser', 'supporter')),
  given_name text not null,
  family_name text not null,
  form text not null check (form in ('m', 'f', 'n')),
  email text,
  phone text,
  street text,
  postcode text,
  town text,
  country text,
  language text not null,
  message text,
  -- site, paper, stand, friend, other
  source text not null,
  -- What they agreed to, when, and from where: the proof the GDPR asks for (article 7). Null: not given yet.
  consent_text text,
  consent_at timestamptz,
  consent_from text,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
  asked_at timestamptz not null,
  recorded_by uuid,
  -- The rule of the day it was asked: who accepts, and the last day to answer.
  admission text not null,
  answer_by date not null,
  objection text,
  objected_by uuid,
  objected_at timestamptz,
  answered_at timestamptz,
  answered_by uuid,
  reason text,
  -- The decision of the board or the assembly: its day, and where it stands.
  decided_on date,
  decided_in text,
  person_id uuid,
  -- The letter that told them.
  letter_id uuid,
  -- What was said of the person was taken away; that somebody asked stays for the figures.
  forgotten_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, recorded_by) references people,
  foreign key (organisation_id, objected_by) references people,
  foreign key (organisation_id, answered_by) references people
);
select tenant('applications');
create index applications_by_body on applications (organisation_id, body_id, asked_at desc, id);
create index applications_waiting on applications (organisation_id, answer_by) where state = 'asked';

-- Where dues are paid to, and how, in the words of the body.
create table dues_accounts (
  organisation_id uuid not null,
  body_id uuid not null,
  iban text,
  holder text,
  how text not null default '',
  primary key (organisation_id, body_id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('dues_accounts');

-- The scale of a year. An amount without figure is free: each gives what they want.
create table dues_amounts (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  year int not null check (year between 1900 and 2200),
  label text not null,
  note text,
  cents bigint check (cents >= 0),
  -- What is asked of whoever nobody has given another amount.
  usual boolean not null default false,
  place int not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('dues_amounts');
create index dues_amounts_by_body on dues_amounts (organisation_id, body_id, year);
create unique index dues_amounts_usual on dues_amounts (organisation_id, body_id, year) where usual and ended_at is null;

-- What one person owes a body for one year, and the communication by which a transfer is known.
create table dues (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  person_id uuid not null,
  year int not null,
  amount_id uuid not null,
  cents bigint check (cents >= 0),
  communication text not null,
  -- Freed of it this year, for a reason.
  freed text,
  set_at timestamptz not null,
  set_by uuid,
  -- Until when dues were paid before this year was.
  paid_before date,
  covered_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, body_id, person_id, year),
  unique (organisation_id, body_id, communication),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, set_by) references people,
  foreign key (organisation_id, amount_id) references dues_amounts
);
select tenant('dues');
create index dues_by_person on dues (organisation_id, person_id);
create index dues_by_communication on dues (organisation_id, communication);

-- Never deleted: a payment written by mistake is cancelled with a reason, and keeps its number.
create table dues_payments (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  due_id uuid not null,
  person_id uuid not null,
  year int not null,
  cents bigint not null check (cents > 0),
  means text not null check (means in ('cash', 'transfer', 'card', 'cheque')),
  paid_on date not null,
  -- Somebody else who paid, in words.
  payer text,
  note text,
  receipt_year int not null,
  receipt_number int not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text,
  primary key (organisation_id, id),
  unique (organisation_id, body_id, receipt_year, receipt_number),
  check ((cancelled_at is null) = (cancel_reason is null)),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, due_id) references dues,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, recorded_by) references people,
  foreign key (organisation_id, cancelled_by) references people
);
select tenant('dues_payments');
create index dues_payments_by_due on dues_payments (organisation_id, due_id);
create index dues_payments_by_body on dues_payments (organisation_id, body_id, paid_on desc, id);
revoke delete on dues_payments from permanence_app;

-- The call of a year and its two reminders: each once for each person, with its proof in the post.
create table dues_letters (
  organisation_id uuid not null,
  due_id uuid not null,
  step int not null check (step in (1, 2, 3)),
  sending_id uuid not null,
  written_on date not null,
  primary key (organisation_id, due_id, step),
  foreign key (organisation_id, due_id) references dues
);
select tenant('dues_letters');

-- Who could vote on a day, and why: frozen, numbered, and never written again.
create table rolls (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  year int not null,
  number int not null,
  title text not null,
  on_day date not null,
  rule jsonb not null,
  entitled int not null,
  others int not null,
  hash text not null,
  frozen_at timestamptz not null,
  frozen_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, body_id, year, number),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, frozen_by) references people
);
select tenant('rolls');
create index rolls_by_body on rolls (organisation_id, body_id, on_day desc, id);
revoke update, delete on rolls from permanence_app;
-- Two records that turn out to be one person: who froze it follows, and nothing else.
grant update (frozen_by) on rolls to permanence_app;

create table roll_lines (
  organisation_id uuid not null,
  roll_id uuid not null,
  place int not null,
  person_id uuid not null,
  -- Emptied when the person is erased; the proof of the roll rests on `sealed`, which then stands for a name nobody can read.
  name text not null,
  salt text not null,
  sealed text not null,
  entitled boolean not null,
  reasons jsonb not null,
  primary key (organisation_id, roll_id, place),
  foreign key (organisation_id, roll_id) references rolls,
  foreign key (organisation_id, person_id) references people
);
select tenant('roll_lines');
create index roll_lines_by_person on roll_lines (organisation_id, person_id);
revoke update, delete on roll_lines from permanence_app;
grant update (person_id, name, salt) on roll_lines to permanence_app;
