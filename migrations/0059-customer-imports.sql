-- A file of firms between its check and the moment when a clerk takes it over.
create table customer_import (
  id bigint generated always as identity primary key,
  name text not null check (length(name) <= 200),
  content text not null,
  staff_id bigint references staff_account on delete cascade,
  created_at timestamptz not null
);
alter table customer_import enable row level security;
create policy desk on customer_import to portal_desk using (true);
grant select, insert, delete on customer_import to portal_desk;
