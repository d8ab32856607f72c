-- Drop-offs (Selbsteinlieferung): where firms can hand mail over themselves, and what they announce to bring.
create table site (
  code text primary key check (code ~ '^[A-Z0-9_]{1,40}$'),
  name text not null check (length(name) between 1 and 100),
  street text not null,
  postcode text not null,
  city text not null,
  hint bilingual not null,
  -- a site has windows and places of its own
  pool text not null unique references window_pool,
  position smallint not null,
  is_active boolean not null default true
);

create table site_hours (
  site_code text not null references site,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  primary key (site_code, weekday, opens),
  check (opens < closes)
);

-- Which services a site takes in, and on which weekdays.
create table site_service (
  site_code text not null references site,
  service_code text not null references service,
  weekday smallint not null check (weekday between 1 and 7),
  primary key (site_code, service_code, weekday)
);

-- An order that is a drop-off, with the code that the depot scans.
create table drop_off (
  order_id bigint primary key,
  customer_id bigint not null,
  manifest_code text not null unique check (manifest_code ~ '^EL(-[2-9A-HJKMNP-Z]{3}){3}$'),
  unique (order_id, customer_id),
  foreign key (order_id, customer_id) references service_order (id, customer_id)
);

-- What is announced, in every version of the order: rows are added, never changed.
create table drop_off_version (
  order_id bigint not null,
  version integer not null check (version > 0),
  customer_id bigint not null,
  site_code text not null references site,
  note text not null check (length(note) <= 500),
  boxes integer not null check (boxes between 0 and 500),
  trolleys integer not null check (trolleys between 0 and 500),
  pallets integer not null check (pallets between 0 and 500),
  primary key (order_id, version),
  unique (order_id, version, customer_id),
  foreign key (order_id, customer_id) references drop_off (order_id, customer_id)
);

create table drop_off_item (
  order_id bigint not null,
  version integer not null,
  customer_id bigint not null,
  position smallint not null,
  product_code text not null references mail_product,
  name bilingual not null,
  pieces integer not null check (pieces between 1 and 1000000),
  -- of one piece
  grams integer not null check (grams between 1 and 2000),
  -- hundredths of a cent, net, per piece: what it would cost by the prices of the day it was announced
  unit_price bigint not null check (unit_price >= 0),
  surcharge bigint not null check (surcharge >= 0),
  vat_rate integer not null check (vat_rate between 0 and 10000),
  net_cents integer not null check (net_cents >= 0),
  primary key (order_id, version, position),
  unique (order_id, version, product_code),
  foreign key (order_id, version, customer_id) references drop_off_version (order_id, version, customer_id)
);

alter table drop_off enable row level security;
alter table drop_off_version enable row level security;
alter table drop_off_item enable row level security;
create policy own_customer on drop_off to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on drop_off_version to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on drop_off_item to portal_app using (customer_id = (select app_customer_id()));
create policy desk_reads on drop_off for select to portal_desk using (true);
create policy desk_reads on drop_off_version for select to portal_desk using (true);
create policy desk_reads on drop_off_item for select to portal_desk using (true);

grant select on site, site_hours, site_service to portal_app, portal_desk;
grant select, insert on drop_off, drop_off_version, drop_off_item to portal_app;
grant select on drop_off, drop_off_version, drop_off_item to portal_desk;
