-- A window's capacity reaches the days that have bookings already. Until now a day copied it with its first booking
-- and kept it. Lowering it below what is booked takes nothing away from anybody: such a day only takes no more.
alter table slot drop constraint slot_check;
alter table slot add constraint slot_booked_check check (booked >= 0);

-- The promise that no place is given twice, whatever the program does. A new day takes its capacity from the window
-- itself, and the window stays as it is until the booking is written: whoever raises or lowers it comes before or
-- after, and then finds the day.
create function hold_slot_capacity() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  kept integer;
begin
  if tg_op = 'INSERT' then
    if new.booked > new.capacity and new.capacity > 0 then
      raise exception 'more bookings than places' using errcode = 'check_violation', constraint = 'slot_check';
    end if;
    -- most bookings meet a day that is there: they need not look at the window
    if exists (select from slot s
        where s.pool = new.pool and s.service_date = new.service_date and s.starts = new.starts) then
      return new;
    end if;
    select capacity into kept from time_window w
      where w.pool = new.pool and w.weekday = extract(isodow from new.service_date) and w.starts = new.starts
      for share;
    if found and new.capacity > 0 then
      new.capacity := kept;
      -- lowered since it was offered: nobody gets the place, which the program reads as "full"
      if new.booked > kept then
        return null;
      end if;
    end if;
  elsif new.booked > old.booked and new.booked > new.capacity then
    raise exception 'more bookings than places' using errcode = 'check_violation', constraint = 'slot_check';
  end if;
  return new;
end $$;
revoke execute on function hold_slot_capacity from public;
create trigger hold_slot_capacity before insert or update on slot
  for each row execute function hold_slot_capacity();

create function pass_capacity_on() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update slot set capacity = new.capacity
    where pool = new.pool and starts = new.starts and extract(isodow from service_date) = new.weekday
      and service_date >= current_date - 1 and capacity <> new.capacity;
  return null;
end $$;
revoke execute on function pass_capacity_on from public;
create trigger pass_capacity_on after insert or update of capacity on time_window
  for each row execute function pass_capacity_on();

-- What has diverged so far.
update slot s set capacity = w.capacity from time_window w
  where w.pool = s.pool and w.starts = s.starts and w.weekday = extract(isodow from s.service_date)
    and s.service_date >= current_date and s.capacity <> w.capacity;
