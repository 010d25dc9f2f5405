-- Whoever writes a row of an organisation shares its row until they commit: who is at it is waited for, who comes after waits
-- and then finds it gone. What hangs on it by another row only may still cross: that is tried again.
alter function example_forget() rename to example_forget_rows;
revoke execute on function example_forget_rows() from permanence_app;

create function example_forget() returns void language plpgsql volatile as $$
begin
  perform from organisations where id in (select example_unfinished()) order by id for update;
  perform example_forget_rows();
end $$;
select definer('example_forget()');
