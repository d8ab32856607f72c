-- Firms, their addresses and cost centres, and the people who act for them.
create table customer (
  id bigint generated always as identity primary key,
  number text not null unique check (number ~ '^D[0-9]{1,12}$'),
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null
);

create table address (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  -- how the firm itself calls it: "Kanzlei", "Notariat"
  label text not null check (length(label) between 1 and 60),
  recipient text not null check (length(recipient) between 1 and 200),
  street text not null check (length(street) between 1 and 200),
  postcode text not null check (length(postcode) between 1 and 10),
  city text not null check (length(city) between 1 and 100),
  is_billing boolean not null,
  is_delivery boolean not null,
  is_pickup boolean not null,
  contact_name text not null default '',
  contact_phone text not null default '',
  driver_hint text not null default '' check (length(driver_hint) <= 500),
  unique (id, customer_id)
);
create index on address (customer_id);

create table cost_centre (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  code text not null check (length(code) between 1 and 20),
  name text not null check (length(name) between 1 and 100),
  closed_at timestamptz,
  unique (customer_id, code),
  unique (id, customer_id)
);

-- A person has one password whatever number of firms they act for.
create table person (
  id bigint generated always as identity primary key,
  email text not null check (length(email) <= 254),
  name text not null check (length(name) between 1 and 200),
  language text not null check (language in ('de', 'en')),
  password_hash text not null,
  created_at timestamptz not null
);
create unique index person_email on person (lower(email));

create table membership (
  customer_id bigint not null references customer,
  person_id bigint not null references person,
  is_admin boolean not null,
  rights text[] not null,
  is_main_contact boolean not null default false,
  is_active boolean not null default true,
  last_sign_in_at timestamptz,
  primary key (customer_id, person_id)
);
create index on membership (person_id);
create unique index one_main_contact on membership (customer_id) where is_main_contact;

alter table customer enable row level security;
alter table address enable row level security;
alter table cost_centre enable row level security;
alter table person enable row level security;
alter table membership enable row level security;

create policy own_customer on customer to portal_app using (id = (select app_customer_id()));
create policy own_customer on address to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on cost_centre to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on membership to portal_app using (customer_id = (select app_customer_id()));
-- The people of the own firm, and nobody else. Their password hashes are never readable (column grants below).
create policy colleagues on person to portal_app
  using (exists (select from membership where membership.person_id = person.id));

grant select on customer, address, cost_centre, membership to portal_app;
grant insert, update on address, cost_centre to portal_app;
grant update (last_sign_in_at) on membership to portal_app;
grant select (id, email, name, language, created_at), update (name, language) on person to portal_app;
