-- What is paid on invoices: transfers, direct debits, and what banks gave back.

create table payment (
  id bigint generated always as identity primary key,
  customer_id bigint not null,
  invoice_id bigint not null,
  -- 'refund' is money that the firm got back
  kind text not null check (kind in ('transfer', 'refund')),
  amount_cents bigint not null check (amount_cents > 0),
  paid_on date not null,
  note text not null check (length(note) <= 200),
  -- of the form in which it was typed: a form counts once
  entry_key text not null unique check (length(entry_key) between 8 and 100),
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  foreign key (invoice_id, customer_id) references invoice (id, customer_id)
);
create index on payment (invoice_id);
create index on payment (customer_id, paid_on desc);

create sequence debit_file_number;

-- A file for the bank. It holds account numbers, so it lies sealed.
create table debit_file (
  id bigint generated always as identity primary key,
  number text not null unique check (number ~ '^L-[0-9]{4}-[0-9]{6,}$'),
  scheme text not null check (scheme in ('CORE', 'B2B')),
  created_at timestamptz not null,
  created_by_name text not null,
  debits integer not null check (debits > 0),
  sum_cents bigint not null check (sum_cents > 0),
  xml_sealed bytea not null
);

-- Each time that somebody took it. A second time needs a reason, because a file that a bank gets twice debits twice.
create table debit_file_download (
  id bigint generated always as identity primary key,
  file_id bigint not null references debit_file,
  at timestamptz not null,
  by_name text not null,
  reason text check (length(reason) between 1 and 500)
);
create unique index first_download on debit_file_download (file_id) where reason is null;
create index on debit_file_download (file_id, id);

create table debit (
  id bigint generated always as identity primary key,
  customer_id bigint not null,
  invoice_id bigint not null,
  file_id bigint not null references debit_file,
  end_to_end_id text not null unique check (length(end_to_end_id) <= 35),
  mandate_reference text not null references mandate (reference),
  amount_cents bigint not null check (amount_cents > 0),
  due_on date not null,
  returned_on date,
  return_reason text check (return_reason in
    ('AC04', 'AC06', 'AM04', 'MD01', 'MD06', 'MS02', 'MS03', 'SL01', 'OTHER')),
  returned_by_name text,
  check (num_nulls(returned_on, return_reason, returned_by_name) in (0, 3)),
  foreign key (invoice_id, customer_id) references invoice (id, customer_id)
);
-- an invoice is not debited twice at a time, whoever makes files
create unique index debited_once on debit (invoice_id) where returned_on is null;
create index on debit (invoice_id);
create index on debit (file_id);
create index on debit (customer_id);
create index on debit (mandate_reference);

create sequence reminder_number;

alter table payment enable row level security;
alter table debit enable row level security;
alter table debit_file enable row level security;
alter table debit_file_download enable row level security;
create policy own_customer on payment to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on debit to portal_app using (customer_id = (select app_customer_id()));
create policy desk_reads on payment for select to portal_desk using (true);
create policy desk on debit to portal_desk using (true);
create policy desk on debit_file to portal_desk using (true);
create policy desk on debit_file_download to portal_desk using (true);
-- that a mandate was used is noted for all firms of a file at once
create policy desk_notes_use on mandate for update to portal_desk using (true);

grant select, insert on payment to portal_app;
grant select, update (returned_on, return_reason, returned_by_name) on debit to portal_app;
grant usage on sequence debit_file_number to portal_desk;
grant usage on sequence reminder_number to portal_app;
grant select on payment to portal_desk;
grant select, insert on debit, debit_file, debit_file_download to portal_desk;
grant update (last_used_at) on mandate to portal_desk;
