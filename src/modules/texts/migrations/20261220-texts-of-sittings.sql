-- The sitting it is lodged for where no item of it carries it: an item to add, a question. With an item, the item says which.
alter table texts add column sitting_id uuid, add foreign key (organisation_id, sitting_id) references sittings,
  add check (sitting_id is null or sitting_item_id is null);
create index texts_by_sitting on texts (organisation_id, sitting_id) where sitting_id is not null;
