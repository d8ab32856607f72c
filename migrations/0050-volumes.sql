-- What firms handed over: pieces and weight per day, mail product and cost centre, the basis of weekly reports and
-- invoices. Typed in at the desk, read from the files of the sorting machine, or counted when a drop-off is accepted.

-- A file keeps its name for ever: a line of it is taken once, whoever reads the file how often.
create table volume_file (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 200),
  created_at timestamptz not null
);

-- The same content under another name is the same file.
create table volume_upload (
  content_hash bytea primary key,
  file_id bigint not null references volume_file,
  at timestamptz not null,
  clerk_name text not null
);
create index on volume_upload (file_id);

create table volume_line (
  file_id bigint not null references volume_file,
  line integer not null check (line > 0),
  -- 'wrong' waits to be mended; 'dropped' was thrown away by a clerk and does not come back
  state text not null check (state in ('taken', 'wrong', 'dropped')),
  -- of what the file says: a line that was taken and says something else now is not passed over
  content_hash bytea not null,
  -- as it was typed, and what is wrong with it
  cells jsonb check ((cells is not null) = (state = 'wrong')),
  problems jsonb check ((problems is not null) = (state = 'wrong')),
  primary key (file_id, line)
);
create index volume_line_wrong on volume_line (file_id, line) where state = 'wrong';

create table mail_volume (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  service_date date not null,
  product_code text not null references mail_product,
  cost_centre_id bigint,
  pieces integer not null check (pieces between 1 and 10000000),
  -- of all pieces together; 0: not weighed
  weight_grams bigint not null check (weight_grams between 0 and 1000000000),
  source text not null check (source in ('typed', 'import', 'drop-off')),
  file_id bigint,
  line integer,
  check (num_nulls(file_id, line) = case source when 'import' then 0 else 2 end),
  -- the drop-off that was counted
  order_id bigint,
  check ((order_id is not null) = (source = 'drop-off')),
  -- of the form in which it was typed: a form counts once
  entry_key text unique,
  clerk_name text not null,
  created_at timestamptz not null,
  version integer not null default 1 check (version > 0),
  -- set by the run that bills it; from then on it stays as it is
  invoice_id bigint,
  unique (file_id, line),
  foreign key (file_id, line) references volume_line,
  foreign key (cost_centre_id, customer_id) references cost_centre (id, customer_id),
  foreign key (order_id, customer_id) references service_order (id, customer_id)
);
create index mail_volume_newest on mail_volume (service_date desc, id desc);
create index mail_volume_of_firm on mail_volume (customer_id, service_date desc, id desc);
create index mail_volume_unbilled on mail_volume (customer_id, service_date) where invoice_id is null;
create index on mail_volume (order_id) where order_id is not null;
create index on mail_volume (invoice_id) where invoice_id is not null;

create function billed_volume_stays() returns trigger language plpgsql as $$
begin
  -- the invoice may let go of it again, when it is cancelled
  if tg_op = 'UPDATE' and to_jsonb(new) - 'invoice_id' = to_jsonb(old) - 'invoice_id' then return new; end if;
  raise exception 'volume % is on an invoice', old.id
    using errcode = 'check_violation', constraint = 'billed_volume_stays';
end $$;
create trigger billed_volume_stays before update or delete on mail_volume for each row
  when (old.invoice_id is not null) execute function billed_volume_stays();

alter table volume_file enable row level security;
alter table volume_upload enable row level security;
alter table volume_line enable row level security;
alter table mail_volume enable row level security;
create policy desk on volume_file to portal_desk using (true);
create policy desk on volume_upload to portal_desk using (true);
create policy desk on volume_line to portal_desk using (true);
create policy desk on mail_volume to portal_desk using (true);
create policy own_customer on mail_volume to portal_app using (customer_id = (select app_customer_id()));

grant select, insert on volume_file, volume_upload to portal_desk;
grant select, insert, update on volume_line to portal_desk;
grant select, insert, delete,
  update (service_date, product_code, cost_centre_id, pieces, weight_grams, version, invoice_id) on mail_volume
  to portal_desk;
-- what happens to one firm's things happens as that firm: counting its drop-off, billing it
grant select, insert, update (invoice_id) on mail_volume to portal_app;
