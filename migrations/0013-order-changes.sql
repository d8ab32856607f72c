-- Orders change until their deadline, and a person can subscribe to them as a calendar.

-- An order and its lines are always the newest version. Every version before it stays as it was promised.
alter table service_order add column version integer not null default 1 check (version > 0);

create table order_version (
  order_id bigint not null,
  version integer not null check (version > 0),
  customer_id bigint not null,
  promise jsonb not null,
  lines jsonb not null,
  primary key (order_id, version),
  foreign key (order_id, customer_id) references service_order (id, customer_id)
);

alter table order_event drop constraint order_event_kind_check;
alter table order_event
  add constraint order_event_kind_check
    check (kind in ('placed', 'changed', 'cancelled', 'completed', 'failed')),
  -- the version that a change led to
  add column version integer,
  add check ((version is not null) = (kind = 'changed'));

-- Keeps the version that an update replaces, and takes its lines away: the program can do neither by itself, so
-- that nothing promised is lost in silence. The new lines follow in the same transaction.
create function keep_order_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if new.version <> old.version + 1 or old.status <> 'placed' or new.status <> 'placed'
    or old.change_until is null then
    raise exception 'order % cannot change like this', old.number
      using errcode = 'check_violation', constraint = 'order_changes_by_version';
  end if;
  insert into order_version (order_id, version, customer_id, promise, lines)
  select old.id, old.version, old.customer_id,
    jsonb_build_object(
      'pool', old.pool, 'serviceDate', old.service_date,
      'windowStarts', old.window_starts, 'windowEnds', old.window_ends,
      'startsAt', old.starts_at, 'endsAt', old.ends_at,
      'changeUntil', old.change_until, 'cancelUntil', old.cancel_until,
      'addressId', old.address_id, 'address', old.address, 'reference', old.reference,
      'costCentreId', old.cost_centre_id, 'costCentreLabel', old.cost_centre_label,
      'driverHint', old.driver_hint,
      'net', old.net_cents, 'vat', old.vat, 'gross', old.gross_cents),
    jsonb_agg(
      jsonb_build_object('productCode', product_code, 'name', name, 'unit', unit, 'quantity', quantity,
        'unitPrice', unit_price, 'vatRate', vat_rate, 'net', net_cents)
      order by position)
  from order_line where order_id = old.id;
  delete from order_line where order_id = old.id;
  return new;
end $$;
revoke execute on function keep_order_version from public;

create trigger keeps_every_version before update on service_order for each row
  when ((old.version, old.pool, old.service_date, old.window_starts, old.window_ends, old.starts_at, old.ends_at,
      old.change_until, old.cancel_until, old.address_id, old.address, old.reference, old.cost_centre_id,
      old.cost_centre_label, old.driver_hint, old.net_cents, old.vat, old.gross_cents)
    is distinct from
      (new.version, new.pool, new.service_date, new.window_starts, new.window_ends, new.starts_at, new.ends_at,
      new.change_until, new.cancel_until, new.address_id, new.address, new.reference, new.cost_centre_id,
      new.cost_centre_label, new.driver_hint, new.net_cents, new.vat, new.gross_cents))
  execute function keep_order_version();
create constraint trigger changed_order_has_lines after update on service_order
  deferrable initially deferred for each row when (old.version <> new.version)
  execute function require_order_line();

alter table order_version enable row level security;
create policy own_customer on order_version to portal_app using (customer_id = (select app_customer_id()));
grant select on order_version to portal_app;
grant update (version, pool, service_date, window_starts, window_ends, starts_at, ends_at, change_until,
  cancel_until, address_id, address, reference, cost_centre_id, cost_centre_label, driver_hint, net_cents, vat,
  gross_cents) on service_order to portal_app;

-- The calendar shows what was and what is to come, cancelled orders too.
create index service_order_by_end on service_order (customer_id, ends_at);

-- Whoever knows the address reads the orders of this firm, for as long as this person acts for it. The address is
-- made from the seed with APP_KEY; the database alone does not know it.
create table calendar_feed (
  customer_id bigint not null,
  person_id bigint not null,
  token_hash bytea not null unique,
  seed bytea not null,
  created_at timestamptz not null,
  last_read_at timestamptz,
  primary key (customer_id, person_id),
  foreign key (customer_id, person_id) references membership on delete cascade
);
create index on calendar_feed (person_id);

alter table calendar_feed enable row level security;
create policy own_customer on calendar_feed for insert to portal_app
  with check (customer_id = (select app_customer_id()));
create policy own_person_sees on calendar_feed for select to portal_app
  using (customer_id = (select app_customer_id()) and person_id = (select app_person_id()));
create policy own_person_removes on calendar_feed for delete to portal_app
  using (customer_id = (select app_customer_id()) and person_id = (select app_person_id()));
grant insert, delete, select (customer_id, person_id, seed, created_at, last_read_at) on calendar_feed to portal_app;

-- Whoever is let out of a firm and later back in begins without a feed.
create function end_calendar_feed() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from calendar_feed where customer_id = new.customer_id and person_id = new.person_id;
  return null;
end $$;
revoke execute on function end_calendar_feed from public;
create trigger end_calendar_feed after update on membership for each row
  when (old.is_active and not new.is_active) execute function end_calendar_feed();

-- For whom and in which language the calendar behind an address is; notes once an hour that it is being read.
create function calendar_feed_for_token(token bytea, at timestamptz)
returns table (customer_id bigint, person_id bigint, language text)
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update calendar_feed f set last_read_at = at
    where f.token_hash = token and (f.last_read_at is null or f.last_read_at <= at - interval '1 hour');
  return query
    select f.customer_id, f.person_id, p.language
    from calendar_feed f
    join membership m on m.customer_id = f.customer_id and m.person_id = f.person_id and m.is_active
    join person p on p.id = f.person_id
    where f.token_hash = token;
end $$;
revoke execute on function calendar_feed_for_token from public;
grant execute on function calendar_feed_for_token to portal_app;
