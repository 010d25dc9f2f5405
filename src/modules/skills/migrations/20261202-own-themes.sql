-- The themes under which a body puts its skills are its own: named, ordered, retired. Those of before become the first of each.
create table skill_themes (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  name text not null,
  position int not null,
  ended_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('skill_themes');
create unique index skill_themes_in_use on skill_themes (organisation_id, body_id, f_unaccent(lower(name))) where ended_on is null;

alter table skills add column theme_id uuid;
-- The owner is bound by the wall: it looks past it here.
alter table skills no force row level security;
alter table skill_themes no force row level security;
alter table organisations no force row level security;
insert into skill_themes (organisation_id, id, body_id, name, position)
select k.organisation_id, gen_random_uuid(), k.body_id, case when o.language = 'en' then t.en else t.fr end, t.position
  from (select distinct organisation_id, body_id, theme from skills) k
  join organisations o on o.id = k.organisation_id
  join (values (0, 'speaking', 'Écrire, parler, animer', 'Writing, speaking, facilitating'),
               (1, 'mandate', 'Travail d’élu', 'Work of the elected'),
               (2, 'money', 'Argent et comptes', 'Money and accounts'),
               (3, 'image', 'Image et réseaux', 'Image and networks'),
               (4, 'field', 'Terrain et logistique', 'Field and logistics'),
               (5, 'hosting', 'Accueil et convivialité', 'Hosting and welcome'),
               (6, 'knowledge', 'Savoirs et langues', 'Knowledge and languages')) t (position, key, fr, en) on t.key = k.theme;
update skills k set theme_id = t.id
  from skill_themes t
 where (t.organisation_id, t.body_id) = (k.organisation_id, k.body_id)
   and t.position = array_position(array['speaking', 'mandate', 'money', 'image', 'field', 'hosting', 'knowledge'], k.theme) - 1;
alter table organisations force row level security;
alter table skill_themes force row level security;
alter table skills force row level security;
alter table skills alter column theme_id set not null;
alter table skills add foreign key (organisation_id, theme_id) references skill_themes;
drop index skills_by_body;
alter table skills drop column theme;
create index skills_by_body on skills (organisation_id, body_id, position);
create index skills_by_theme on skills (organisation_id, theme_id);

-- Those who know a thing best, first: of a hundred thousand who can, two hundred are looked at.
create index person_skills_best on person_skills
  (organisation_id, skill_id, array_position(array['teaches', 'well', 'some'], level), person_id);

-- Whose answers are over a year old, in the bodies of who keeps the file: asked at every page.
drop index skill_sheets_to_ask;
create index skill_sheets_old on skill_sheets (organisation_id, body_id, confirmed_on)
 where confirmed_on is not null and withdrawn_on is null and declined_on is null;
