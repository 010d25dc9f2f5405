-- As before, word for word; a name without accents, as most are, does not pass through the dictionary. Three names are
-- folded for each line of an import.
create or replace function name_folded(text) returns text language sql immutable strict parallel safe
  return ' ' || lower(translate(
    case when octet_length($1) = length($1) then $1 else public.f_unaccent($1) end, '-''’.', '    '));
