-- Every step of an order is a notice: that it was placed and accepted, and where a courier ride is.
alter table notice
  -- the step of a ride that it tells
  add column courier_event_id bigint,
  drop constraint notice_kind_check,
  add constraint notice_kind_check check (kind in ('placed', 'accepted', 'changed', 'cancelled', 'completed', 'failed',
    'reopened', 'ride-assigned', 'ride-picked-up', 'ride-delivered', 'reminder',
    'approval-wanted', 'approved', 'declined', 'expired')),
  add check ((courier_event_id is not null) = (kind like 'ride-%'));
alter table courier_event add unique (id, customer_id);
alter table notice add foreign key (courier_event_id, customer_id) references courier_event (id, customer_id)
  on delete cascade;
create unique index notice_of_courier_event on notice (courier_event_id, person_id);

-- Letters about steps on the way are for those who ask for them.
alter table notification_preference add column steps boolean not null default false;

-- As before, for every status. Whoever places an order knows it: for them the notice is read already, and there so that
-- the list is whole. That a ride is done says its own step, with who took it.
create or replace function note_order_event() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  who bigint;
  is_ride boolean;
begin
  select order_contact(new.customer_id, o.placed_by),
    exists (select from courier_ride r where r.order_id = o.id)
    into who, is_ride from service_order o where o.id = new.order_id;
  if who is null or (is_ride and new.kind = 'completed') then return null; end if;
  if who is not distinct from new.person_id and new.kind <> 'placed' then return null; end if;
  insert into notice (customer_id, person_id, kind, order_id, event_id, created_at, read_at, queued_at)
  values (new.customer_id, who, new.kind, new.order_id, new.id, new.at,
    -- the confirmation tells it by mail
    case when who is not distinct from new.person_id then new.at end,
    case when new.kind = 'placed' then new.at end)
  on conflict do nothing;
  return null;
end $$;
drop trigger note_order_event on order_event;
create trigger note_order_event after insert on order_event for each row
  when (new.kind in ('placed', 'accepted', 'changed', 'cancelled', 'completed', 'failed', 'reopened'))
  execute function note_order_event();

-- A step of a ride for whom it concerns: who rides, who took it, and when.
create function note_courier_event() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare who bigint;
begin
  select order_contact(new.customer_id, o.placed_by) into who from service_order o where o.id = new.order_id;
  if who is not null then
    insert into notice (customer_id, person_id, kind, order_id, courier_event_id, created_at, queued_at)
    -- a letter of its own tells it at once
    values (new.customer_id, who, 'ride-' || new.step, new.order_id, new.id, new.at, new.at) on conflict do nothing;
  end if;
  return null;
end $$;
revoke execute on function note_courier_event from public;
create trigger note_courier_event after insert on courier_event for each row
  when (new.step <> 'placed') execute function note_courier_event();
