-- When a thing that was there already was hung on a matter: to those who follow it, it is new from then on. Things that came to be on their
-- matter have no row here; one that hangs elsewhere since is simply not found by it.
create table matter_attachments (
  organisation_id uuid not null,
  matter_id uuid not null,
  -- Of the module it comes from: a task, an item, a text, a decision, an exchange, a letter.
  thing_id uuid not null,
  attached_at timestamptz not null,
  primary key (organisation_id, matter_id, thing_id),
  foreign key (organisation_id, matter_id) references matters
);
select tenant('matter_attachments');
