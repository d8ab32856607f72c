-- Invoices as the carrier issues them: numbers without gaps, everything charged once, nothing changed afterwards.

-- How far each range of numbers has come. Only inserting an invoice moves it on, see invoice_takes_next_number().
create table number_range (
  range text not null check (range in ('R', 'G')),
  year smallint not null,
  last integer not null check (last >= 0),
  primary key (range, year)
);

-- One month for all firms: who is in it, and how far it has come. A run that was killed goes on with whoever waits.
create table invoice_run (
  id bigint generated always as identity primary key,
  month date not null check (extract(day from month) = 1),
  issued_on date not null,
  started_by bigint references staff_account on delete set null,
  started_by_name text not null,
  started_at timestamptz not null,
  -- the last sign of life of whoever works on it
  beat_at timestamptz not null,
  finished_at timestamptz
);
-- two clerks who begin at the same moment: the second is told
create unique index one_run_at_a_time on invoice_run ((finished_at is null)) where finished_at is null;
create index on invoice_run (started_by);

create table invoice (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  kind text not null check (kind in ('invoice', 'correction', 'cancellation')),
  range text not null generated always as (case kind when 'invoice' then 'R' else 'G' end) stored,
  year smallint not null,
  running integer not null check (running > 0),
  number text not null unique,
  issued_on date not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  -- the invoice that this one takes back, and which quantities of its lines
  original_id bigint,
  takes_back jsonb not null default '[]',
  reason text not null default '' check (length(reason) <= 500),
  run_id bigint references invoice_run,
  format text not null check (format in ('zugferd', 'xrechnung')),
  net_cents bigint not null,
  tax_cents bigint not null,
  gross_cents bigint not null check (gross_cents = net_cents + tax_cents),
  payment text not null check (payment in ('transfer', 'debit', 'set-off')),
  due_on date,
  mandate_reference text,
  -- everything that it says, and its XML as it was issued: what the hash is made of
  content jsonb not null,
  xml text not null,
  xml_sha256 bytea not null,
  issued_at timestamptz not null,
  issued_by bigint references staff_account on delete set null,
  issued_by_name text not null,
  -- its PDF, as soon as that is set
  document_id bigint,
  unique (id, customer_id),
  unique (range, year, running),
  check (year = extract(year from issued_on)),
  check (number = case kind when 'invoice' then 'R' else 'G' end || '-' || year || '-'
    || lpad(running::text, greatest(6, length(running::text)), '0')),
  check ((kind = 'invoice') = (original_id is null)),
  check ((payment = 'set-off') = (due_on is null)),
  check ((payment = 'debit') = (mandate_reference is not null)),
  constraint invoice_has_its_hash check (xml_sha256 = sha256(convert_to(xml, 'UTF8'))),
  foreign key (original_id, customer_id) references invoice (id, customer_id),
  foreign key (document_id, customer_id) references document (id, customer_id)
);
create index on invoice (customer_id, issued_on desc, id desc);
create index on invoice (original_id) where original_id is not null;
create index on invoice (run_id) where run_id is not null;
create index on invoice (issued_by) where issued_by is not null;
create index on invoice (document_id) where document_id is not null;
create index invoice_unset on invoice (issued_at) where document_id is null;
-- an invoice is taken back as a whole once
create unique index cancelled_once on invoice (original_id) where kind = 'cancellation';

-- What was charged by which line. Each thing is charged once, whoever tries: a second time only after its invoice has
-- been taken back.
create table invoice_item (
  id bigint generated always as identity primary key,
  customer_id bigint not null,
  invoice_id bigint not null,
  source text not null check (source in ('order', 'mail-volume')),
  source_id bigint not null,
  released_by bigint,
  foreign key (invoice_id, customer_id) references invoice (id, customer_id),
  foreign key (released_by, customer_id) references invoice (id, customer_id)
);
create unique index charged_once on invoice_item (source, source_id) where released_by is null;
create index on invoice_item (invoice_id);
create index on invoice_item (released_by) where released_by is not null;

create table invoice_run_item (
  run_id bigint not null references invoice_run,
  customer_id bigint not null references customer,
  state text not null check (state in ('waiting', 'issued', 'nothing', 'refused')),
  -- why nothing was issued, by its name
  problem text not null default '' check (length(problem) <= 200),
  invoice_id bigint,
  primary key (run_id, customer_id),
  check ((state = 'issued') = (invoice_id is not null)),
  foreign key (invoice_id, customer_id) references invoice (id, customer_id)
);
create index invoice_run_waiting on invoice_run_item (run_id, customer_id) where state = 'waiting';
create index on invoice_run_item (customer_id);
create index on invoice_run_item (invoice_id) where invoice_id is not null;

-- The next number of a range, kept for this transaction: whoever else wants one waits until it ends.
create function next_invoice_number(the_range text, the_year integer) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  reached integer;
begin
  insert into number_range (range, year, last) values (the_range, the_year, 0) on conflict do nothing;
  select last into reached from number_range where range = the_range and year = the_year for update;
  return reached + 1;
end $$;
revoke execute on function next_invoice_number from public;
grant execute on function next_invoice_number to portal_app;

-- A number is used up by the invoice that has it and by nothing else, so there can be no gap.
create function invoice_takes_next_number() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update number_range set last = new.running
    where range = new.range and year = new.year and last = new.running - 1;
  if not found then
    raise exception '% is not the next number', new.number
      using errcode = 'check_violation', constraint = 'invoice_number_is_next';
  end if;
  return null;
end $$;
revoke execute on function invoice_takes_next_number from public;
create trigger takes_next_number after insert on invoice for each row execute function invoice_takes_next_number();

-- Holds for the owner of the tables, too: an invoice is never changed or deleted; only its PDF comes later.
create function invoice_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.document_id is null and to_jsonb(new) - '{document_id,range}'::text[]
        = to_jsonb(old) - '{document_id,range}'::text[] then
      return new;
    end if;
    -- the account of the clerk who issued it may go
    if new.issued_by is null and to_jsonb(new) - '{issued_by,range}'::text[]
        = to_jsonb(old) - '{issued_by,range}'::text[] then
      return new;
    end if;
  end if;
  raise exception 'an invoice is not changed and not deleted'
    using errcode = 'check_violation', constraint = 'invoice_stays';
end $$;
create trigger stays before update or delete on invoice for each row execute function invoice_stays();
create trigger never_emptied before truncate on invoice execute function invoice_stays();

alter table number_range enable row level security;
alter table invoice_run enable row level security;
alter table invoice_run_item enable row level security;
alter table invoice enable row level security;
alter table invoice_item enable row level security;

create policy desk on number_range for select to portal_desk using (true);
create policy desk on invoice_run to portal_desk using (true);
create policy desk on invoice_run_item to portal_desk using (true);
create policy desk_reads on invoice for select to portal_desk using (true);
create policy desk_reads on invoice_item for select to portal_desk using (true);
create policy own_customer on invoice to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on invoice_item to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on invoice_run_item to portal_app using (customer_id = (select app_customer_id()));

grant select on number_range, invoice, invoice_item to portal_desk;
grant select, insert, update (beat_at, finished_at) on invoice_run to portal_desk;
grant select, insert on invoice_run_item to portal_desk;
grant select, insert, update (document_id) on invoice to portal_app;
grant select, insert, update (released_by) on invoice_item to portal_app;
grant select, update (state, problem, invoice_id) on invoice_run_item to portal_app;
