-- The decision, of those in this product, by which somebody sits there; in words where it is an older one, or one of others.
alter table offices
  add column decision_id uuid,
  add foreign key (organisation_id, decision_id) references decisions;
