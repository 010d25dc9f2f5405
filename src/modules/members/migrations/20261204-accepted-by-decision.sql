-- The decision, of those in this product, by which a member was accepted; its day and where it stands in words otherwise.
alter table applications
  add column decision_id uuid,
  add foreign key (organisation_id, decision_id) references decisions;
