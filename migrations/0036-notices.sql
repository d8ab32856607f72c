-- What has happened to the things of a firm, for the person whom it concerns: read in the portal, and by mail as
-- they prefer. Written by the database when it happens, so whatever does it: there is one notice, and never two.
create table notice (
  id bigint generated always as identity primary key,
  customer_id bigint not null,
  person_id bigint not null,
  kind text not null check (kind in ('changed', 'cancelled', 'completed', 'failed', 'reminder',
    'approval-wanted', 'approved', 'declined', 'expired')),
  order_id bigint,
  -- what of the order's history it tells
  event_id bigint references order_event on delete cascade,
  -- of a reminder: the deadline that it is about
  deadline timestamptz check ((deadline is not null) = (kind = 'reminder')),
  created_at timestamptz not null,
  read_at timestamptz,
  -- when it was handed to the mail queue, whether or not the person wants such letters
  queued_at timestamptz,
  foreign key (customer_id, person_id) references membership (customer_id, person_id) on delete cascade,
  foreign key (order_id, customer_id) references service_order (id, customer_id) on delete cascade
);
create unique index notice_of_event on notice (event_id, person_id);
create unique index notice_of_deadline on notice (order_id, person_id, deadline);
create index notice_newest on notice (customer_id, person_id, id desc);
create index notice_unread on notice (customer_id, person_id) where read_at is null;
create index notice_to_queue on notice (id) where queued_at is null;
create index on notice (created_at);
create index on notice (order_id);

alter table notice enable row level security;
create policy own_customer on notice to portal_app using (customer_id = (select app_customer_id()));
grant select, insert, update (read_at) on notice to portal_app;

alter table notification_preference add column completions boolean not null default false;

-- Whom an order concerns: who placed it, as long as they act for the firm; else the firm's main contact.
create function order_contact(firm bigint, placer bigint) returns bigint
language sql stable security definer set search_path = public, pg_temp
as $$
  select person_id from membership
  where customer_id = firm and is_active and (person_id = placer or is_main_contact)
  order by person_id is not distinct from placer desc limit 1
$$;
revoke execute on function order_contact from public;

-- A notice for whom it concerns, unless they did it themselves.
create function note_order_event() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare who bigint;
begin
  select order_contact(new.customer_id, o.placed_by) into who from service_order o where o.id = new.order_id;
  if who is not null and who is distinct from new.person_id then
    insert into notice (customer_id, person_id, kind, order_id, event_id, created_at)
    values (new.customer_id, who, new.kind, new.order_id, new.id, new.at) on conflict do nothing;
  end if;
  return null;
end $$;
revoke execute on function note_order_event from public;
create trigger note_order_event after insert on order_event for each row
  when (new.kind in ('changed', 'cancelled', 'completed', 'failed'))
  execute function note_order_event();

-- The next deadline of an order that is still to be carried out.
create index service_order_deadline on service_order (least(change_until, cancel_until)) where status = 'placed';

-- Writes a reminder for every order whose next deadline comes within `ahead`; each once, however often it is asked.
-- Whoever has ordered within that time knows the deadline.
create function remind_of_deadlines(at timestamptz, ahead interval) returns integer
language sql security definer set search_path = public, pg_temp
as $$
  with due as (
    select o.customer_id, order_contact(o.customer_id, o.placed_by) as who, o.id, least(o.change_until, o.cancel_until) as deadline
    from service_order o
    where o.status = 'placed' and least(o.change_until, o.cancel_until) > at
      and least(o.change_until, o.cancel_until) <= at + ahead
      and o.placed_at <= least(o.change_until, o.cancel_until) - ahead
  ), written as (
    insert into notice (customer_id, person_id, kind, order_id, deadline, created_at)
    select customer_id, who, 'reminder', id, deadline, at from due where who is not null
    on conflict do nothing returning 1
  )
  select count(*)::int from written
$$;
revoke execute on function remind_of_deadlines from public;
grant execute on function remind_of_deadlines to portal_app;

-- Takes notices that no letter was queued for yet, the oldest first; the transaction that asks queues the letters.
create function notices_to_queue(at timestamptz, most integer)
returns table (id bigint, customer_id bigint, person_id bigint)
language sql security definer set search_path = public, pg_temp
as $$
  update notice n set queued_at = at
  where n.id in (
    select n2.id from notice n2 where n2.queued_at is null order by n2.id limit most for update skip locked
  )
  returning n.id, n.customer_id, n.person_id
$$;
revoke execute on function notices_to_queue from public;
grant execute on function notices_to_queue to portal_app;

-- What is older nobody looks for here: the orders themselves tell their history.
create function sweep_notices(before timestamptz) returns void
language sql security definer set search_path = public, pg_temp
as $$ delete from notice where created_at < before $$;
revoke execute on function sweep_notices from public;
grant execute on function sweep_notices to portal_app;

-- As before, and how many notices are new.
drop function session_for_token(bytea, timestamptz, interval);
create function session_for_token(token bytea, at timestamptz, idle interval)
returns table (
  session_id bigint, stage text, confirmed_at timestamptz, person_id bigint, person_name text, email text,
  language text, customer_id bigint, customer_number text, customer_name text, is_admin boolean, rights text[],
  has_other_customers boolean, unread_notices integer
)
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update session s set last_used_at = at
    where s.token_hash = token and s.last_used_at between at - idle and at - interval '1 minute';
  return query
    select s.id, s.stage, s.confirmed_at, p.id, p.name, p.email, p.language, c.id, c.number, c.name,
      m.is_admin, m.rights,
      exists (
        select from membership o
        where o.person_id = p.id and o.is_active and o.customer_id <> c.id
      ),
      -- counting ends where the page says "more than that"
      (select count(*)::int from (
        select from notice n where n.customer_id = c.id and n.person_id = p.id and n.read_at is null limit 100
      ) unread)
    from session s
    join membership m on m.customer_id = s.customer_id and m.person_id = s.person_id and m.is_active
    join person p on p.id = s.person_id
    join customer c on c.id = s.customer_id
    where s.token_hash = token and s.ends_at > at and s.last_used_at >= at - idle;
end $$;
revoke execute on function session_for_token from public;
grant execute on function session_for_token to portal_app;
