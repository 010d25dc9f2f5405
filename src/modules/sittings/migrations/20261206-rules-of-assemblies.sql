-- Bodies that followed an assembly before its rules were written with it: those of which no rulebook that binds them speaks.
alter table rules no force row level security;
alter table assemblies no force row level security;
alter table bodies no force row level security;
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, count_basis, legal_basis, source, read_on,
                   confidence, overridden_by, note)
select f.organisation_id, gen_random_uuid(), f.body_id, r.key, r.value::jsonb, r.unit, r.jurisdiction, r.count_basis,
       r.legal_basis, r.source, r.read_on::date, r.confidence, r.overridden_by, r.note
  from (select distinct a.organisation_id, a.body_id, b.line,
               case a.kind when 'fr_municipal_council' then 'fr.cm' when 'be_municipal_council' then 'be.cc'
                           when 'be_cpas_council' then 'be.cpas' when 'other' then null else 'fr.cr' end as place
          from assemblies a join bodies b on (b.organisation_id, b.id) = (a.organisation_id, a.body_id)) f
  join (values
  ('fr.cr', 'fr.cr.min_frequency', '3', 'months', 'FR', null, 'CGCT L4132-8', 'collectivites-locales.gouv.fr/institutions/regles-de-vote-0', '2026-11-22', 'V', null, 'Au moins une réunion par trimestre, à l’initiative de la présidence.'),
  ('fr.cr', 'fr.cr.reports_notice', '12', 'days', 'FR', 'dispatch', 'CGCT L4132-18', 'codes-et-lois.fr; french-business-law.com', '2026-11-22', 'V', null, 'Le texte ne dit pas « francs » ; la date prudente est un jour plus tôt.'),
  ('fr.cr', 'fr.cr.urgency', '1', 'clear_days', 'FR', 'dispatch', 'CGCT L4132-18', 'codes-et-lois.fr; french-business-law.com', '2026-11-22', 'V', null, 'La présidence en rend compte à l’ouverture ; le conseil se prononce sur l’urgence.'),
  ('fr.cr', 'fr.cr.quorum', '{"of":"members_in_office","fraction":[1,2],"strictly":true,"counts":"present"}', 'quorum', 'FR', null, 'CGCT L4132-13', 'collectivites-locales.gouv.fr/institutions/regles-de-vote-0', '2026-11-22', 'V', null, 'Présents seulement. À défaut, réunion de plein droit trois jours plus tard, sans quorum.'),
  ('fr.cr', 'fr.cr.quorum.waived_after', '1', 'times', 'FR', null, 'CGCT L4132-13', 'collectivites-locales.gouv.fr/institutions/regles-de-vote-0', '2026-11-22', 'V', null, 'La réunion se tient de plein droit trois jours plus tard et vaut quel que soit le nombre.'),
  ('fr.cr', 'fr.cr.quorum.interval', '3', 'days', 'FR', null, 'CGCT L4132-13', 'collectivites-locales.gouv.fr/institutions/regles-de-vote-0', '2026-11-22', 'V', null, 'La réunion se tient de plein droit trois jours plus tard.'),
  ('fr.cr', 'fr.cr.cp_quorum', '{"of":"members_in_office","fraction":[1,2],"strictly":true,"counts":"present_or_represented"}', 'quorum', 'FR', null, 'CGCT L4132-13-1', 'etalab/codes-juridiques-francais (2014)', '2026-11-22', 'V-', null, 'Commission permanente : présents ou représentés.'),
  ('fr.cr', 'fr.cr.majority', '{"majority":{"kind":"absolute"},"of":"votes_cast","blanks":"apart","abstentions":"apart","tie":"chair"}', 'majority', 'FR', null, 'CGCT L4132-13 et L4132-14', 'collectivites-locales.gouv.fr/institutions/regles-de-vote-0', '2026-11-22', 'V', null, null),
  ('fr.cr', 'fr.cr.proxies', '{"per_holder":1}', 'proxies', 'FR', null, 'CGCT L4132-15', 'etalab/codes-juridiques-francais (2014)', '2026-11-22', 'V', null, null),
  ('fr.cr', 'fr.cr.ri_adopted', '3', 'months', 'FR', null, 'CGCT L4132-6', 'lagazettedescommunes.com/803508', '2026-11-22', 'V', null, 'Après chaque renouvellement.'),
  ('fr.cr', 'fr.cr.cp_notice', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cr', 'fr.cr.amendments_until', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cr', 'fr.cr.voeux_until', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cr', 'fr.cr.oral_questions_until', null, 'days', 'FR', null, 'CGCT L4132-20 : fréquence et forme au règlement intérieur', 'doctrine.fr LEGIARTI000006392157', null, '?', 'règlement intérieur', null),
  ('fr.cr', 'fr.cr.speaking_time', null, 'minutes', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cr', 'fr.cr.tribune_signs', null, 'signs', 'FR', null, 'CGCT L4132-23-1 : espace réservé aux groupes, modalités au règlement intérieur', 'questions.assemblee-nationale.fr 17-9026', null, '?', 'règlement intérieur', null),
  ('fr.cr', 'fr.cr.sub_amendments_until', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cr', 'fr.cr.written_questions_until', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cr', 'fr.cr.topical_questions_until', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cr', 'fr.cr.commission_notice', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cr', 'fr.cr.cp_amendments_until', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cm', 'fr.cm.notice', '5', 'clear_days', 'FR', 'dispatch', 'CGCT L2121-12', 'admi.net CGCTERRL-L2121-12; french-business-law.com', '2026-11-22', 'V', null, 'Communes de 3 500 habitants et plus, avec une note de synthèse sur chaque affaire.'),
  ('fr.cm', 'fr.cm.notice_small', '3', 'clear_days', 'FR', 'dispatch', 'CGCT L2121-11', 'senat.fr/rap/l10-020-1; touspolitiques.fr', '2026-11-22', 'V', null, 'Communes de moins de 3 500 habitants.'),
  ('fr.cm', 'fr.cm.urgency', '1', 'clear_days', 'FR', 'dispatch', 'CGCT L2121-11 et L2121-12', 'admi.net CGCTERRL-L2121-12; french-business-law.com', '2026-11-22', 'V', null, 'Le maire en rend compte à l’ouverture ; le conseil se prononce sur l’urgence.'),
  ('fr.cm', 'fr.cm.quorum', '{"of":"members_in_office","fraction":[1,2],"strictly":true,"counts":"present"}', 'quorum', 'FR', null, 'CGCT L2121-17', null, '2026-11-22', 'M+', null, 'Présents seulement. À défaut, nouvelle réunion à trois jours au moins, sans quorum.'),
  ('fr.cm', 'fr.cm.majority', '{"majority":{"kind":"absolute"},"of":"votes_cast","blanks":"apart","abstentions":"apart","tie":"chair"}', 'majority', 'FR', null, 'CGCT L2121-20', null, '2026-11-22', 'M+', null, null),
  ('fr.cm', 'fr.cm.proxies', '{"per_holder":1}', 'proxies', 'FR', null, 'CGCT L2121-20', null, '2026-11-22', 'M+', null, null),
  ('fr.cm', 'fr.cm.amendments_until', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cm', 'fr.cm.voeux_until', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cm', 'fr.cm.oral_questions_until', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cm', 'fr.cm.written_questions_until', null, 'days', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('fr.cm', 'fr.cm.speaking_time', null, 'minutes', 'FR', null, null, null, null, '?', 'règlement intérieur', null),
  ('be.cc', 'be.cc.notice', '7', 'clear_days', 'BE-WAL', 'receipt', 'CDLD L1122-13', 'parlement-wallonie.be iddoc=15910; roicc.doische.be', '2026-11-22', 'V', null, 'Sauf urgence. Le jour de la réception et celui de la réunion ne comptent pas.'),
  ('be.cc', 'be.cc.notice_2_3', '2', 'clear_days', 'BE-WAL', 'receipt', 'CDLD L1122-13 et L1122-17', 'parlement-wallonie.be iddoc=15910', '2026-11-22', 'V', null, null),
  ('be.cc', 'be.cc.added_item', '5', 'clear_days', 'BE-WAL', 'receipt', 'CDLD L1122-24', 'roicc.doische.be', '2026-11-22', 'V', null, 'Remis au bourgmestre avec une note et un projet de délibération ; l’auteur doit le présenter.'),
  ('be.cc', 'be.cc.min_meetings', '10', 'times', 'BE-WAL', null, 'CDLD L1122-11, NLC art. 85', 'uvcw.be; comineswarneton.be', '2026-11-22', 'V', null, null),
  ('be.cc', 'be.cc.quorum', '{"of":"members_in_office","fraction":[1,2],"strictly":true,"counts":"present"}', 'quorum', 'BE-WAL', null, 'CDLD L1122-17', null, '2026-11-22', 'M+', null, 'Après deux convocations sans le nombre, la troisième vaut quel que soit le nombre.'),
  ('be.cc', 'be.cc.quorum.waived_after', '2', 'times', 'BE-WAL', null, 'CDLD L1122-17', null, '2026-11-22', 'M+', null, 'La troisième convocation vaut pour les points portés pour la troisième fois à l’ordre du jour.'),
  ('be.cc', 'be.cc.quorum.interval', '2', 'clear_days', 'BE-WAL', null, 'CDLD L1122-13 et L1122-17', 'parlement-wallonie.be iddoc=15910', '2026-11-22', 'V', null, 'La deuxième convocation part après la réunion où le nombre manquait ; les deux jours francs de son délai les séparent.'),
  ('be.cc', 'be.cc.majority', '{"majority":{"kind":"absolute"},"of":"votes_cast","blanks":"apart","abstentions":"apart","tie":"rejected"}', 'majority', 'BE-WAL', null, 'CDLD L1122-26', null, '2026-11-22', 'M+', null, null),
  ('be.cc', 'be.cc.question_answer', '1', 'months', 'BE-WAL', null, 'CDLD L1122-10', 'roicc.doische.be; parlement-wallonie.be iddoc=72458', '2026-11-22', 'V', null, null),
  ('be.cc', 'be.cc.regulations_bind', '5', 'days', 'BE-WAL', null, 'CDLD L1133-2', 'floreffe.be', '2026-11-22', 'V', null, null),
  ('be.cc', 'be.cc.proxies', '{"per_holder":0}', 'proxies', 'BE-WAL', null, 'CDLD L1122-26', null, '2026-11-22', 'M+', null, null),
  ('be.cc', 'be.cc.amendments_until', null, 'days', 'BE-WAL', null, null, null, null, '?', 'ROI', null),
  ('be.cc', 'be.cc.oral_questions_until', null, 'days', 'BE-WAL', null, null, null, null, '?', 'ROI', null),
  ('be.cc', 'be.cc.interpellations_until', null, 'clear_days', 'BE-WAL', null, null, null, null, '?', 'ROI', null),
  ('be.cc', 'be.cc.speaking_time', null, 'minutes', 'BE-WAL', null, null, null, null, '?', 'ROI', null),
  ('be.cpas', 'be.cpas.notice', '5', 'clear_days', 'BE-WAL', 'receipt', 'Loi organique des CPAS du 8 juillet 1976, art. 30', 'parlement-wallonie.be iddoc=120357', '2026-11-22', 'V', null, 'Par écrit et à domicile, avec l’ordre du jour ; les dossiers complets sont au siège pendant ce délai. Sauf urgence.'),
  ('be.cpas', 'be.cpas.quorum', '{"of":"members_in_office","fraction":[1,2],"strictly":true,"counts":"present"}', 'quorum', 'BE-WAL', null, 'Loi organique des CPAS du 8 juillet 1976, art. 32', null, '2026-11-22', 'M+', null, null),
  ('be.cpas', 'be.cpas.majority', '{"majority":{"kind":"absolute"},"of":"votes_cast","blanks":"apart","abstentions":"apart","tie":"rejected"}', 'majority', 'BE-WAL', null, 'Loi organique des CPAS du 8 juillet 1976, art. 33', null, '2026-11-22', 'M+', null, null),
  ('be.cpas', 'be.cpas.proxies', '{"per_holder":0}', 'proxies', 'BE-WAL', null, 'Loi organique des CPAS du 8 juillet 1976, art. 33', null, '2026-11-22', 'M+', null, null),
  ('be.cpas', 'be.cpas.added_item', null, 'clear_days', 'BE-WAL', null, null, null, null, '?', 'ROI', null),
  ('be.cpas', 'be.cpas.oral_questions_until', null, 'days', 'BE-WAL', null, null, null, null, '?', 'ROI', null),
  ('be.cpas', 'be.cpas.speaking_time', null, 'minutes', 'BE-WAL', null, null, null, null, '?', 'ROI', null)
  ) r (place, key, value, unit, jurisdiction, count_basis, legal_basis, source, read_on, confidence, overridden_by, note)
    on r.place = f.place
 where not exists (select from rules k where k.organisation_id = f.organisation_id and k.body_id = any(f.line) and k.key = r.key);
alter table bodies force row level security;
alter table assemblies force row level security;
alter table rules force row level security;
