-- What an assembly publishes of an amendment of others, in its words: who signed it, where, what it asks and why. Its operations may be
-- none: they are written when somebody wants to know what it meets.
alter table amendments
  add column signed_by text,
  add column place text,
  add column says text,
  add column object text;
