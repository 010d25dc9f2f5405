-- The paper by which a question was answered.
alter table texts add column answer_file_id uuid, add foreign key (organisation_id, answer_file_id) references files;
create index texts_by_answer on texts (organisation_id, answer_file_id) where answer_file_id is not null;
-- Written questions that wait for their answer.
create index texts_unanswered on texts (organisation_id, body_id, lodged_on) where kind = 'written_question' and state = 'lodged';
