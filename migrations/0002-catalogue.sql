-- What the carrier offers: who it is, its services, goods and prices, its windows and its calendar.
create table carrier (
  only_row boolean primary key default true check (only_row),
  name text not null,
  legal_name text not null,
  street text not null,
  postcode text not null,
  city text not null,
  phone text not null,
  phone_hours bilingual not null,
  email text not null,
  vat_id text not null,
  register text not null,
  representatives text not null,
  supervisory_authority text not null,
  accent_colour text not null check (accent_colour ~ '^#[0-9a-f]{6}$'),
  time_zone text not null,
  is_sample boolean not null
);

-- Services of one pool share their windows and the capacity in them (one tour delivers stamps and boxes).
create table window_pool (
  code text primary key,
  name bilingual not null
);

create table time_window (
  pool text not null references window_pool,
  weekday smallint not null check (weekday between 1 and 7),
  starts time not null,
  ends time not null,
  capacity integer not null check (capacity > 0),
  primary key (pool, weekday, starts),
  check (starts < ends)
);

create table service (
  code text primary key,
  name bilingual not null,
  hours bilingual not null,
  pool text not null references window_pool,
  position smallint not null,
  -- deadline rules: {"kind":"final"} or {"kind":"before","days":1,"dayKind":"calendar","time":"16:00"}
  order_cutoff jsonb not null,
  change_rule jsonb not null,
  cancel_rule jsonb not null,
  lead_business_days smallint not null check (lead_business_days >= 0),
  horizon_days smallint not null check (horizon_days between 1 and 366)
);

create table product (
  code text primary key,
  service_code text not null references service,
  name bilingual not null,
  unit bilingual not null,
  hint bilingual,
  -- basis points: 1900 is 19 %
  vat_rate integer not null check (vat_rate between 0 and 10000),
  max_per_order integer not null check (max_per_order > 0),
  position smallint not null,
  is_active boolean not null default true
);

create table product_price (
  product_code text not null references product,
  valid_from date not null,
  -- hundredths of a cent
  unit_price bigint not null check (unit_price >= 0),
  primary key (product_code, valid_from)
);

create table holiday_rule (
  id bigint generated always as identity primary key,
  name bilingual not null,
  kind text not null check (kind in ('fixed', 'easter')),
  month smallint check (month between 1 and 12),
  day smallint check (day between 1 and 31),
  easter_offset smallint,
  check (case kind when 'fixed' then month is not null and day is not null and easter_offset is null
                   else month is null and day is null and easter_offset is not null end)
);

create table calendar_exception (
  date date primary key,
  kind text not null check (kind in ('closed', 'open')),
  name bilingual not null
);

-- Places taken in a window on a date. The check is what makes a double booking impossible, whatever the
-- program does: the row is locked by the update that takes the place.
create table slot (
  pool text not null references window_pool,
  service_date date not null,
  starts time not null,
  ends time not null,
  capacity integer not null check (capacity > 0),
  booked integer not null check (booked between 0 and capacity),
  primary key (pool, service_date, starts)
);

grant select on carrier, window_pool, time_window, service, product, product_price, holiday_rule,
  calendar_exception, slot to portal_app;
grant insert, update (booked) on slot to portal_app;
