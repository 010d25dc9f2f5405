-- One outside world: an institution is an organisation of the file of counterparts (its name, its address, who is who there), with
-- what the register says of it beside: the kind of assembly, its level, the seats that are ours. Those that stand in the register
-- are found by their name in the file of their body, or written into it.
alter table institutions add column outside_id uuid;
alter table institutions no force row level security;
alter table counterparts no force row level security;
do $$
declare
  one record;
  there uuid;
begin
  for one in select * from institutions order by closed_on nulls first, id loop
    select c.id into there from counterparts c
     where c.organisation_id = one.organisation_id and c.body_id = one.body_id and c.nature = 'organisation'
       and c.folded = name_folded(one.name || ' ')
     order by c.ended_on nulls first, c.kind <> 'institution', c.id limit 1;
    if there is null then
      there := gen_random_uuid();
      insert into counterparts (organisation_id, id, body_id, nature, kind, name, added_on, checked_on)
      values (one.organisation_id, there, one.body_id, 'organisation',
              case one.kind when 'asbl' then 'association' else 'institution' end, one.name, current_date, current_date);
    end if;
    update institutions set outside_id = there where organisation_id = one.organisation_id and id = one.id;
  end loop;
end $$;
alter table counterparts force row level security;
alter table institutions force row level security;
alter table institutions
  alter column outside_id set not null,
  drop column name,
  add foreign key (organisation_id, outside_id) references counterparts;
create index institutions_by_outside on institutions (organisation_id, outside_id);
