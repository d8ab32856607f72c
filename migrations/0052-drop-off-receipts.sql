-- The receipt of a drop-off that was accepted and counted (Einlieferungsbeleg). It is never changed.
create table receipt_range (
  year integer primary key,
  last integer not null check (last > 0)
);

-- The next number of a year; whoever else wants one waits until this transaction ends, so there is no gap.
create function next_receipt_number(the_year integer) returns integer
language sql security definer set search_path = public, pg_temp
as $$
  insert into receipt_range as r (year, last) values (the_year, 1)
  on conflict (year) do update set last = r.last + 1
  returning last
$$;
revoke execute on function next_receipt_number from public;
grant execute on function next_receipt_number to portal_app;

create table drop_off_receipt (
  number text primary key check (number ~ '^EB-[0-9]{4}-[0-9]{6,}$'),
  order_id bigint not null unique,
  customer_id bigint not null,
  document_id bigint not null,
  site_code text not null references site,
  accepted_at timestamptz not null,
  clerk_name text not null,
  -- per product what was announced and what was counted: [{"product", "announced", "counted", "grams"}, …]
  items jsonb not null check (jsonb_typeof(items) = 'array'),
  containers integer not null check (containers between 0 and 10000),
  -- why counted and announced differ
  reason text not null check (length(reason) <= 300),
  foreign key (order_id, customer_id) references drop_off (order_id, customer_id),
  foreign key (document_id, customer_id) references document (id, customer_id)
);
create index on drop_off_receipt (accepted_at desc);
create index on drop_off_receipt (customer_id);
create index on drop_off_receipt (document_id);

alter table drop_off_receipt enable row level security;
create policy own_customer on drop_off_receipt to portal_app using (customer_id = (select app_customer_id()));
create policy desk_reads on drop_off_receipt for select to portal_desk using (true);
grant select, insert on drop_off_receipt to portal_app;
grant select on drop_off_receipt to portal_desk;
