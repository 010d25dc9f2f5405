-- What a calendar answered for somebody convened, from an address or with a name we cannot tie to their letter. It answers
-- for nobody until the secretariat says whose it is.
create table stray_answers (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  -- Who wrote, and for whom the calendar says it speaks.
  sender text not null,
  attendee text not null,
  answer text not null check (answer in ('present', 'excused')),
  note text,
  -- Whose it may be; null when nothing says so.
  guess_id uuid,
  received_at timestamptz not null,
  settled_at timestamptz,
  -- Whose it was said to be; null when it was set aside.
  invitation_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meetings,
  -- Two records of one person become one, and so do their invitations: the answer stays, and says nobody.
  foreign key (organisation_id, guess_id) references invitations on delete set null (guess_id),
  foreign key (organisation_id, invitation_id) references invitations on delete set null (invitation_id)
);
select tenant('stray_answers');
-- Who presses twice has one answer, the last.
create unique index stray_answers_waiting on stray_answers (organisation_id, meeting_id, sender, attendee) where settled_at is null;
