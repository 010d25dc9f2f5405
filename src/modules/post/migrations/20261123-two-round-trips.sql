-- While it leaves, a letter costs the database one statement, which ends the letter before it as well. Both functions fix the
-- organisation of their letter themselves.

-- From here on the relay may have it. False: withdrawn in the meantime, or no longer held by the process that asks.
create function begin_sending(organisation uuid, sending uuid, at timestamptz, until timestamptz)
returns boolean language plpgsql volatile as $$
begin
  update sendings set state = 'sending', attempts = attempts + 1, held_until = until
   where organisation_id = organisation and id = sending and state = 'waiting' and held_until >= at;
  return found;
end $$;
select definer('begin_sending(uuid, uuid, timestamptz, timestamptz)');

-- What became of it. A letter taken for lost meanwhile is written down all the same, for what the relay said is known now;
-- but what somebody sent anew in that time does not leave a second time by itself.
create function end_sending(organisation uuid, sending uuid, becomes text, again_at timestamptz, answer text, accepted_at timestamptz)
returns void language sql volatile as $$
  update sendings
     set state = becomes, next_at = again_at, held_until = null, server_answer = answer,
         sent_at = coalesce(accepted_at, sent_at)
   where organisation_id = organisation and id = sending and (state = 'sending' or (state = 'unknown' and (again_id is null or becomes <> 'waiting')))
$$;
select definer('end_sending(uuid, uuid, text, timestamptz, text, timestamptz)');

-- As before, without waiting for a letter that begins or ends just now: two rows locked there and many here could wait for each other.
create or replace function hold_sendings(ids uuid[], until timestamptz) returns void language sql volatile as $$
  update sendings s set held_until = until
    from (select d.organisation_id, d.id from sendings d
           where d.id = any (ids) and d.state in ('waiting', 'sending') and d.held_until is not null for update skip locked) held
   where (s.organisation_id, s.id) = (held.organisation_id, held.id)
$$;
select definer('hold_sendings(uuid[], timestamptz)');
