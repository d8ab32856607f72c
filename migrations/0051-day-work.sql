-- The day's work: what the desk does with the services that are due, and what became of them.
alter table service_order
  add column accepted_at timestamptz,
  -- by whom it is carried out, as the desk calls them
  add column tour text not null default '' check (length(tour) <= 40),
  add column driver text not null default '' check (length(driver) <= 60),
  -- counts the steps of the desk: whoever takes the next one names the one that they saw
  add column desk_version integer not null default 1 check (desk_version > 0);
grant update (accepted_at, tour, driver, desk_version) on service_order to portal_app;

-- A day is read by window in pages; what is counted on top of it lies in the index.
create index service_order_of_day on service_order (service_date, window_starts, id)
  include (status, service_code, tour, ends_at, accepted_at);
-- For what should have been confirmed by now.
create index service_order_unconfirmed on service_order (ends_at) where status = 'placed';

-- So many minutes after its window a service that nobody confirmed counts as not carried out; null: only the desk says so.
alter table service add column unconfirmed_after_minutes integer default 120
  check (unconfirmed_after_minutes between 0 and 10080);

create table order_outcome (
  order_id bigint primary key,
  customer_id bigint not null,
  kind text not null check (kind in ('completed', 'failed')),
  -- when it was done or tried, and when that was written down
  at timestamptz not null,
  recorded_at timestamptz not null check (recorded_at >= at),
  clerk_name text not null,
  pieces integer check (pieces between 0 and 1000000),
  boxes_out integer check (boxes_out between 0 and 10000),
  boxes_in integer check (boxes_in between 0 and 10000),
  -- of what failed: why, who could have helped it, and whether the firm pays
  reason text,
  at_fault text check (at_fault in ('carrier', 'customer')),
  note text not null check (length(note) <= 200),
  is_charged boolean not null,
  check (num_nulls(reason, at_fault) = case kind when 'failed' then 0 else 2 end),
  check (kind = 'failed' or is_charged),
  check (at_fault is distinct from 'carrier' or not is_charged),
  foreign key (order_id, customer_id) references service_order (id, customer_id)
);
alter table order_outcome enable row level security;
create policy own_customer on order_outcome to portal_app using (customer_id = (select app_customer_id()));
create policy desk_reads on order_outcome for select to portal_desk using (true);
grant select, insert, delete on order_outcome to portal_app;
grant select on order_outcome to portal_desk;

alter table order_event drop constraint order_event_kind_check;
alter table order_event add constraint order_event_kind_check check (kind in
  ('placed', 'changed', 'cancelled', 'completed', 'failed', 'accepted', 'assigned', 'reopened'));
