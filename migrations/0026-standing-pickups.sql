-- Standing pickups: what was agreed once, and the orders that come of it date by date.

-- Figures of services whose dates come from plans.
create table standing_terms (
  service_code text primary key references service,
  -- the first date is this many business days after the plan is made, at the earliest
  start_lead_business_days smallint not null check (start_lead_business_days >= 0),
  -- so many days ahead dates become orders
  made_ahead_days smallint not null check (made_ahead_days between 1 and 60),
  -- from this many letters a day on average a stop costs nothing; billing decides
  free_from_daily_letters integer not null check (free_from_daily_letters > 0)
);
grant select on standing_terms to portal_app;

create sequence standing_pickup_number;

create table standing_pickup (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  number text not null unique check (number ~ '^RA-[0-9]{6,}$'),
  submission_key text not null,
  -- counts the changes: whoever changes the plan says which state they saw
  revision integer not null default 1 check (revision > 0),
  -- the last day on which it may come; null: until further notice
  last_date date,
  created_at timestamptz not null,
  created_by bigint references person on delete set null,
  unique (id, customer_id),
  foreign key (customer_id, submission_key) references submission
);
create index on standing_pickup (customer_id, id desc);
-- For the job that makes dates into orders.
create index standing_pickup_running on standing_pickup (last_date);

-- What holds from a date on, until the next version.
create table standing_pickup_version (
  id bigint generated always as identity primary key,
  plan_id bigint not null,
  customer_id bigint not null,
  valid_from date not null,
  weekdays smallint[] not null check (weekdays <> '{}' and weekdays <@ '{1,2,3,4,5,6,7}'::smallint[]),
  starts time not null,
  ends time not null check (ends > starts),
  on_holiday text not null check (on_holiday in ('skip', 'next-business-day')),
  address_id bigint not null,
  cost_centre_id bigint,
  reference text not null check (length(reference) <= 60),
  driver_hint text not null check (length(driver_hint) <= 500),
  -- hints for the tour; null: nothing said
  expected_letters integer check (expected_letters between 1 and 1000000),
  expected_boxes integer check (expected_boxes between 1 and 1000),
  unique (plan_id, valid_from),
  foreign key (plan_id, customer_id) references standing_pickup (id, customer_id),
  foreign key (address_id, customer_id) references address (id, customer_id),
  foreign key (cost_centre_id, customer_id) references cost_centre (id, customer_id)
);

create table standing_pickup_pause (
  id bigint generated always as identity primary key,
  plan_id bigint not null,
  customer_id bigint not null,
  first_date date not null,
  last_date date not null check (last_date >= first_date),
  reason text not null check (length(reason) <= 60),
  foreign key (plan_id, customer_id) references standing_pickup (id, customer_id)
);
create index on standing_pickup_pause (plan_id);

-- A date that is left out, moved, or comes in addition; it is named by its original date for ever.
create table standing_pickup_exception (
  plan_id bigint not null,
  customer_id bigint not null,
  date date not null,
  kind text not null check (kind in ('skip', 'move', 'add')),
  to_date date,
  starts time,
  ends time check (ends > starts),
  primary key (plan_id, date),
  check (num_nulls(to_date, starts, ends) = case kind when 'skip' then 3 else 0 end),
  foreign key (plan_id, customer_id) references standing_pickup (id, customer_id)
);

-- A date that became an order, or could not. The key is what makes each date become one order only, however many
-- processes look at the plan.
create table pickup_occurrence (
  plan_id bigint not null,
  customer_id bigint not null,
  original_date date not null,
  state text not null check (state in ('booked', 'blocked', 'dropped')),
  -- why it is blocked, or why its order could not follow a new version of the plan: all places of the window are
  -- taken, the window is no longer kept, the address is gone
  reason text check (reason in ('full', 'no-window', 'address-gone')),
  -- what it was made from: a plan that says so still leaves the order alone, whatever the customer did to it
  version_id bigint not null,
  made_date date not null,
  made_starts time not null,
  -- counts the orders that were made of this date: one that was skipped can be taken up again
  attempt integer not null check (attempt > 0),
  order_id bigint,
  primary key (plan_id, original_date),
  unique (order_id),
  check (state <> 'blocked' or reason is not null),
  check (state <> 'booked' or order_id is not null),
  foreign key (plan_id, customer_id) references standing_pickup (id, customer_id),
  foreign key (order_id, customer_id) references service_order (id, customer_id)
);
create index on pickup_occurrence (plan_id, made_date);

alter table standing_pickup enable row level security;
alter table standing_pickup_version enable row level security;
alter table standing_pickup_pause enable row level security;
alter table standing_pickup_exception enable row level security;
alter table pickup_occurrence enable row level security;
create policy own_customer on standing_pickup to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on standing_pickup_version to portal_app
  using (customer_id = (select app_customer_id()));
create policy own_customer on standing_pickup_pause to portal_app
  using (customer_id = (select app_customer_id()));
create policy own_customer on standing_pickup_exception to portal_app
  using (customer_id = (select app_customer_id()));
create policy own_customer on pickup_occurrence to portal_app using (customer_id = (select app_customer_id()));

grant usage on sequence standing_pickup_number to portal_app;
grant select, insert, update (revision, last_date) on standing_pickup to portal_app;
grant select, insert, delete on standing_pickup_version, standing_pickup_pause to portal_app;
grant select, insert, delete, update (kind, to_date, starts, ends) on standing_pickup_exception to portal_app;
grant select, insert, update (state, reason, version_id, made_date, made_starts, attempt, order_id)
  on pickup_occurrence to portal_app;

-- The plans of all firms that may still come on or after a day: the job goes through them, each as its own firm.
create function running_standing_pickups(on_date date)
returns table (customer_id bigint, plan_id bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select customer_id, id from standing_pickup where last_date is null or last_date >= on_date order by id;
$$;
revoke execute on function running_standing_pickups from public;
grant execute on function running_standing_pickups to portal_app;
