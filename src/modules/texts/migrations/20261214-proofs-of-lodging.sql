-- A deadline is proved: at what hour a text was lodged, by what means, and the paper that was given for it.
alter table texts add lodged_at time;
alter table texts add lodged_by text check (lodged_by in ('platform', 'mail', 'hand', 'post'));
alter table texts add proof_id uuid;
alter table texts add foreign key (organisation_id, proof_id) references files;
create index texts_by_proof on texts (organisation_id, proof_id) where proof_id is not null;
