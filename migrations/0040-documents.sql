-- Invoices, reports and receipts of a firm: what was issued stays as it was, byte for byte, for as long as the law
-- asks for it. Only what became of it (paid, corrected) moves on.
create table document (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  kind text not null check (kind in
    ('invoice', 'correction', 'cancellation', 'credit-note', 'reminder', 'weekly-report', 'receipt')),
  -- the tab that it lies under
  folder text not null generated always as (
    case kind when 'weekly-report' then 'reports' when 'receipt' then 'receipts' else 'invoices' end) stored,
  number text not null unique check (number ~ '^[A-Z0-9][A-Za-z0-9./_-]{0,39}$'),
  -- what it is about, where kind and period do not say it
  title text not null default '' check (length(title) <= 200),
  document_date date not null,
  period_from date,
  period_to date,
  check (num_nulls(period_from, period_to) in (0, 2) and period_to >= period_from),
  -- what the firm owes by it; negative: what it gets
  net_cents bigint,
  gross_cents bigint,
  check (num_nulls(net_cents, gross_cents) in (0, 2)),
  due_on date,
  corrects_id bigint,
  order_id bigint,
  source text not null check (source in ('own', 'imported')),
  -- of the hashes of its files, see document_is_whole()
  content_hash bytea not null check (length(content_hash) = 32),
  retain_until date not null check (retain_until > document_date),
  created_at timestamptz not null,
  -- the two that move on: what became of it, and since or for which day
  state text check (state in ('open', 'debited', 'paid', 'returned', 'corrected', 'cancelled')),
  state_on date,
  check ((state is null) = (kind in ('reminder', 'weekly-report', 'receipt'))),
  unique (id, customer_id),
  -- the same content is the same document
  unique (customer_id, content_hash),
  foreign key (corrects_id, customer_id) references document (id, customer_id),
  foreign key (order_id, customer_id) references service_order (id, customer_id)
);
-- Lists are read newest first, whole or one tab of them or one state, from a place in the index onwards.
create index document_newest on document (customer_id, document_date desc, id desc);
create index document_of_folder on document (customer_id, folder, document_date desc, id desc);
create index document_of_state on document (customer_id, state, document_date desc, id desc) where state is not null;
create index document_arrived on document (customer_id, created_at desc);
create index on document (corrects_id) where corrects_id is not null;
create index on document (order_id) where order_id is not null;

-- What of a document's sum is for which cost centre; the label as it was then.
create table document_share (
  document_id bigint not null,
  customer_id bigint not null,
  position smallint not null,
  cost_centre_id bigint,
  cost_centre_label text not null check (length(cost_centre_label) <= 130),
  net_cents bigint,
  primary key (document_id, position),
  foreign key (document_id, customer_id) references document (id, customer_id),
  foreign key (cost_centre_id, customer_id) references cost_centre (id, customer_id)
);
create index document_share_of_centre on document_share (customer_id, cost_centre_id, document_id);

-- The bytes lie apart from the rest, so that lists never read them; PDFs are packed already.
create table document_file (
  document_id bigint not null,
  customer_id bigint not null,
  role text not null check (role in ('pdf', 'xml', 'csv', 'xlsx')),
  name text not null check (name ~ '^[^/\\[:cntrl:]]{1,150}$'),
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  bytes bytea not null,
  -- at most 25 MB, which is also the most that mail servers take
  constraint file_has_its_size check (size between 1 and 26214400 and size = octet_length(bytes)),
  constraint file_has_its_hash check (sha256 = sha256(bytes)),
  primary key (document_id, role),
  foreign key (document_id, customer_id) references document (id, customer_id)
);
alter table document_file alter column bytes set storage external;
create index document_file_of_firm on document_file (customer_id, sha256);

-- Who has looked at which document; without a row it is new to them.
create table document_read (
  document_id bigint not null,
  customer_id bigint not null,
  person_id bigint not null references person on delete cascade,
  read_at timestamptz not null,
  primary key (document_id, person_id),
  foreign key (document_id, customer_id) references document (id, customer_id)
);
create index on document_read (person_id);

-- At the commit a document has exactly the files that its hash was made of: none is missing, none comes later.
create function check_document_files(the_document bigint) returns void language plpgsql as $$
begin
  if (select content_hash from document where id = the_document) is distinct from (
    select sha256(convert_to(
      string_agg(role || ':' || encode(sha256, 'hex'), ' ' order by role collate "C"), 'UTF8'))
    from document_file where document_id = the_document
  ) then
    raise exception 'document % does not have the files that it was made of', the_document
      using errcode = 'check_violation', constraint = 'document_is_whole';
  end if;
end $$;
create function document_is_whole() returns trigger language plpgsql as $$
begin
  perform check_document_files(new.id);
  return null;
end $$;
create function document_file_fits() returns trigger language plpgsql as $$
begin
  perform check_document_files(new.document_id);
  return null;
end $$;
create constraint trigger document_is_whole after insert on document
  deferrable initially deferred for each row execute function document_is_whole();
create constraint trigger document_file_fits after insert on document_file
  deferrable initially deferred for each row execute function document_file_fits();

-- Holds for whoever is at the database, the owner too: only the state moves on, and nothing goes before its time.
create function refuse_document_change() returns trigger language plpgsql as $$
begin
  raise exception 'a document is not changed, and not deleted before its time'
    using errcode = 'check_violation', constraint = 'document_stays';
end $$;
create function document_changes_state_only() returns trigger language plpgsql as $$
declare
  -- the folder is generated and not known yet
  movable constant text[] := '{state,state_on,folder}';
begin
  if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
    raise exception 'a document is not changed, and not deleted before its time'
      using errcode = 'check_violation', constraint = 'document_stays';
  end if;
  return new;
end $$;
create function document_part_stays() returns trigger language plpgsql as $$
begin
  if exists (select from document where id = old.document_id and retain_until >= current_date) then
    raise exception 'a document is not changed, and not deleted before its time'
      using errcode = 'check_violation', constraint = 'document_stays';
  end if;
  return old;
end $$;
create trigger changes_state_only before update on document
  for each row execute function document_changes_state_only();
create trigger stays_its_time before delete on document for each row
  when (old.retain_until >= current_date) execute function refuse_document_change();
create trigger never_changes before update on document_file execute function refuse_document_change();
create trigger never_changes before update on document_share execute function refuse_document_change();
create trigger stays_its_time before delete on document_file for each row execute function document_part_stays();
create trigger stays_its_time before delete on document_share for each row execute function document_part_stays();
create trigger never_emptied before truncate on document execute function refuse_document_change();
create trigger never_emptied before truncate on document_file execute function refuse_document_change();
create trigger never_emptied before truncate on document_share execute function refuse_document_change();

alter table document enable row level security;
alter table document_share enable row level security;
alter table document_file enable row level security;
alter table document_read enable row level security;
create policy own_customer on document to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on document_share to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on document_file to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on document_read to portal_app using (customer_id = (select app_customer_id()));

grant select, insert on document, document_share, document_file, document_read to portal_app;
grant update (state, state_on) on document to portal_app;
