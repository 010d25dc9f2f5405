-- Somebody from outside whom a body deals with, such as a guest at a meeting: named by who keeps its people, and of no opinion
-- that the directory knows of. Reads nothing, has no vote.
alter table memberships drop constraint memberships_ring_check;
alter table memberships add constraint memberships_ring_check
  check (ring in ('member', 'sympathiser', 'supporter', 'contact', 'former'));
