-- Couriers: zones and prices, and what is carried from where to where.
create table courier_zone (
  code text primary key check (code ~ '^[A-Z0-9_]{1,40}$'),
  name bilingual not null,
  position smallint not null
);

-- The longest beginning of a postcode counts.
create table courier_zone_postcode (
  prefix text primary key check (prefix ~ '^\d{1,5}$'),
  zone_code text not null references courier_zone
);

create table courier_distance (
  one text not null references courier_zone,
  other text not null references courier_zone,
  distance text not null check (distance in ('near', 'city', 'region')),
  primary key (one, other)
);

-- The base fee of a vehicle is the price of its product.
create table courier_vehicle (
  code text primary key check (code ~ '^[A-Z0-9_]{1,40}$'),
  name bilingual not null,
  max_kg integer not null check (max_kg > 0),
  max_length_cm integer not null check (max_length_cm > 0),
  max_width_cm integer not null check (max_width_cm > 0),
  max_height_cm integer not null check (max_height_cm > 0),
  product_code text not null references product,
  position smallint not null
);

-- One leg of the way with a vehicle: net, hundredths of a cent.
create table courier_fare (
  vehicle_code text not null references courier_vehicle,
  distance text not null check (distance in ('near', 'city', 'region')),
  valid_from date not null,
  unit_price bigint not null check (unit_price >= 0),
  primary key (vehicle_code, distance, valid_from)
);

-- Which products stand for the parts of the price, and what is no price.
create table courier_terms (
  only_row boolean primary key default true check (only_row),
  way_product text not null references product,
  stop_product text not null references product,
  wait_product text not null references product,
  narrow_window_product text not null references product,
  direct_product text not null references product,
  -- basis points on base and way
  direct_surcharge integer not null check (direct_surcharge between 0 and 100000),
  -- how long the window of a ride is that begins at once, and how many such rides begin in the same five minutes
  now_minutes integer not null check (now_minutes between 5 and 240),
  now_capacity integer not null check (now_capacity > 0),
  -- pools of places: by the half hour, and at once; by the hour is the pool of the service
  narrow_pool text not null references window_pool,
  now_pool text not null references window_pool
);

create table courier_ride (
  order_id bigint primary key,
  customer_id bigint not null,
  vehicle_code text not null references courier_vehicle,
  is_now boolean not null,
  is_direct boolean not null,
  content text not null check (length(content) <= 200),
  kg integer not null check (kg > 0),
  length_cm integer not null check (length_cm > 0),
  width_cm integer not null check (width_cm > 0),
  height_cm integer not null check (height_cm > 0),
  proof text not null check (proof in ('signature', 'name', 'photo', 'none')),
  step text not null check (step in ('placed', 'assigned', 'picked-up', 'delivered')),
  rider_name text not null default '' check (length(rider_name) <= 100),
  received_by text not null default '' check (length(received_by) <= 100),
  -- what cancelling costs once a rider is assigned: net cents, as promised when it was booked
  base_fee_cents integer not null check (base_fee_cents >= 0),
  unique (order_id, customer_id),
  foreign key (order_id, customer_id) references service_order (id, customer_id),
  check (step = 'placed' or rider_name <> '')
);

create table courier_stop (
  order_id bigint not null,
  customer_id bigint not null,
  -- 0 is the pickup, the last one the delivery
  position smallint not null check (position >= 0),
  address jsonb not null,
  address_id bigint,
  zone_code text not null references courier_zone,
  hint text not null check (length(hint) <= 200),
  primary key (order_id, position),
  foreign key (order_id, customer_id) references courier_ride (order_id, customer_id),
  foreign key (address_id, customer_id) references address (id, customer_id)
);

create table courier_event (
  id bigint generated always as identity primary key,
  order_id bigint not null,
  customer_id bigint not null,
  at timestamptz not null,
  step text not null check (step in ('placed', 'assigned', 'picked-up', 'delivered')),
  -- the rider, or whoever took the consignment
  name text not null check (length(name) <= 100),
  foreign key (order_id, customer_id) references courier_ride (order_id, customer_id)
);
create index on courier_event (order_id);

alter table courier_ride enable row level security;
alter table courier_stop enable row level security;
alter table courier_event enable row level security;
create policy own_customer on courier_ride to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on courier_stop to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on courier_event to portal_app using (customer_id = (select app_customer_id()));
create policy desk_reads on courier_ride for select to portal_desk using (true);
create policy desk_reads on courier_stop for select to portal_desk using (true);
create policy desk_reads on courier_event for select to portal_desk using (true);

grant select on courier_zone, courier_zone_postcode, courier_distance, courier_vehicle, courier_fare, courier_terms
  to portal_app, portal_desk;
grant select, insert on courier_ride, courier_stop, courier_event to portal_app;
grant update (step, rider_name, received_by) on courier_ride to portal_app;
grant select on courier_ride, courier_stop, courier_event to portal_desk;

-- A cancelled order that costs something all the same: its lines are what is charged.
alter table service_order
  add column is_cancellation_charged boolean not null default false,
  add check (not is_cancellation_charged or status = 'cancelled');
grant update (is_cancellation_charged) on service_order to portal_app;

-- Rides are final for the firm, but cancelling one late leaves only its base fee: that makes a version as well.
create or replace function keep_order_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if new.version <> old.version + 1 or old.status <> 'placed' or new.status <> 'placed'
    or (old.change_until is null and not exists (select from courier_ride where order_id = old.id)) then
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
      'driverHint', old.driver_hint, 'particulars', old.particulars,
      'net', old.net_cents, 'vat', old.vat, 'gross', old.gross_cents),
    jsonb_agg(
      jsonb_build_object('productCode', product_code, 'name', name, 'unit', unit, 'quantity', quantity,
        'unitPrice', unit_price, 'vatRate', vat_rate, 'net', net_cents)
      order by position)
  from order_line where order_id = old.id;
  delete from order_line where order_id = old.id;
  return new;
end $$;
