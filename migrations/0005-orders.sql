-- What firms order and book. An order keeps what it was promised: address, prices, deadlines are copies.

-- One form, sent once: a second submission of the same key finds this row and gets the first answer.
create table submission (
  customer_id bigint not null references customer,
  key text not null check (length(key) between 8 and 100),
  body_hash bytea not null,
  created_at timestamptz not null,
  primary key (customer_id, key)
);

create sequence order_number;

create table service_order (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  number text not null unique,
  submission_key text not null,
  service_code text not null references service,
  status text not null check (status in ('placed', 'cancelled', 'completed', 'failed')),
  pool text not null references window_pool,
  service_date date not null,
  window_starts time not null,
  window_ends time not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- last instant at which the firm may change or cancel; null: final when placed
  change_until timestamptz,
  cancel_until timestamptz,
  address_id bigint not null,
  address jsonb not null,
  reference text not null check (length(reference) <= 60),
  cost_centre_id bigint,
  cost_centre_label text not null,
  driver_hint text not null check (length(driver_hint) <= 500),
  net_cents integer not null check (net_cents >= 0),
  vat jsonb not null,
  gross_cents integer not null check (gross_cents >= net_cents),
  placed_by bigint references person on delete set null,
  placed_at timestamptz not null,
  cancelled_at timestamptz check ((cancelled_at is null) = (status <> 'cancelled')),
  completed_at timestamptz,
  unique (id, customer_id),
  foreign key (customer_id, submission_key) references submission,
  foreign key (address_id, customer_id) references address (id, customer_id),
  foreign key (cost_centre_id, customer_id) references cost_centre (id, customer_id)
);
-- The list is read newest first in pages of 50, whole or for one service or one status.
create index service_order_newest on service_order (customer_id, placed_at desc, id desc);
create index service_order_of_service on service_order (customer_id, service_code, placed_at desc, id desc);
create index service_order_of_status on service_order (customer_id, status, placed_at desc, id desc);
create index service_order_by_reference on service_order (customer_id, lower(reference) text_pattern_ops);
create index service_order_upcoming on service_order (customer_id, starts_at) where status = 'placed';
create index service_order_submission on service_order (customer_id, submission_key);

create table order_line (
  order_id bigint not null,
  customer_id bigint not null,
  position smallint not null,
  product_code text not null references product,
  name bilingual not null,
  unit bilingual not null,
  quantity integer not null check (quantity > 0),
  unit_price bigint not null check (unit_price >= 0),
  vat_rate integer not null check (vat_rate between 0 and 10000),
  net_cents integer not null check (net_cents >= 0),
  primary key (order_id, position),
  -- with the customer, because foreign keys do not ask the row security policies
  foreign key (order_id, customer_id) references service_order (id, customer_id)
);

create table order_event (
  id bigint generated always as identity primary key,
  order_id bigint not null,
  customer_id bigint not null,
  at timestamptz not null,
  kind text not null check (kind in ('placed', 'cancelled', 'completed', 'failed')),
  person_id bigint references person on delete set null,
  foreign key (order_id, customer_id) references service_order (id, customer_id)
);
create index on order_event (order_id);

create function require_order_line() returns trigger language plpgsql as $$
begin
  if not exists (select from order_line where order_id = new.id) then
    raise exception 'order % has no lines', new.number using errcode = 'check_violation';
  end if;
  return null;
end $$;
-- Deferred to the commit, so that order and lines may be written in two statements.
create constraint trigger order_has_lines after insert on service_order
  deferrable initially deferred for each row execute function require_order_line();

alter table submission enable row level security;
alter table service_order enable row level security;
alter table order_line enable row level security;
alter table order_event enable row level security;
create policy own_customer on submission to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on service_order to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on order_line to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on order_event to portal_app using (customer_id = (select app_customer_id()));

grant usage on sequence order_number to portal_app;
grant select, insert on submission, service_order, order_line, order_event to portal_app;
grant update (status, cancelled_at, completed_at) on service_order to portal_app;
