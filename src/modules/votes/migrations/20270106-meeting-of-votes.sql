-- Of a vote held at a meeting: how many were there or represented when it opened, and how many it took, with the rule and its source.
alter table ballots add column meeting_room jsonb;
