-- Which rings of a body are asked for dues: the members, unless it decides otherwise.
alter table dues_accounts add column rings text[] not null default '{member}'
 check (rings <@ array['member', 'sympathiser', 'supporter'] and cardinality(rings) > 0);
