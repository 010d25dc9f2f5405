-- The days of a mandate as they stood before each correction: what was written is never overwritten without a trace.
create table mandate_corrections (
  organisation_id uuid not null,
  id uuid not null,
  mandate_id uuid not null,
  since date not null,
  until date,
  reason text not null,
  corrected_by uuid,
  corrected_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, mandate_id) references mandates,
  foreign key (organisation_id, corrected_by) references people
);
select tenant('mandate_corrections');
create index mandate_corrections_by_mandate on mandate_corrections (organisation_id, mandate_id);
