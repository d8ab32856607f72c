-- What a firm keeps about itself, and what a person may know and decide about their own data.

-- `version` counts the changes of a row: a form that was shown before the last one is told so.
-- A removed address stays for the orders that name it. One address of a firm is where bills go by default.
alter table address
  add column version integer not null default 1,
  add column is_default_billing boolean not null default false,
  add column archived_at timestamptz,
  add constraint default_billing_in_use check (not is_default_billing or (is_billing and archived_at is null));
update address set is_default_billing = true
  where id in (select min(id) from address where is_billing group by customer_id);
create unique index one_default_billing on address (customer_id) where is_default_billing;

create function keep_default_billing() returns trigger language plpgsql as $$
begin
  if not exists (select from address where customer_id = old.customer_id and is_default_billing) then
    raise exception 'customer % would have no default billing address', old.customer_id
      using errcode = 'check_violation', constraint = 'keeps_default_billing';
  end if;
  return null;
end $$;
-- Deferred to the commit: moving it takes one statement to take it away and one to give it.
create constraint trigger keeps_default_billing after update on address deferrable initially deferred
  for each row when (old.is_default_billing and not new.is_default_billing)
  execute function keep_default_billing();

alter table cost_centre add column version integer not null default 1;

create table contact_person (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  name text not null check (length(name) between 1 and 200),
  -- what they are there for: "Poststelle", "Buchhaltung"
  role text not null check (length(role) <= 100),
  phone text not null check (length(phone) <= 60),
  email text not null check (length(email) <= 254),
  version integer not null default 1
);
create index on contact_person (customer_id);

-- A firm without a row has the defaults of the program.
create table invoice_settings (
  customer_id bigint primary key references customer,
  invoice_copies text[] not null,
  report_copies text[] not null,
  receipt_copies text[] not null,
  einvoice_format text not null check (einvoice_format in ('zugferd', 'xrechnung')),
  -- both become BT-10 of EN 16931; the Leitweg-ID comes first
  leitweg_id text not null check (length(leitweg_id) <= 46),
  buyer_reference text not null check (length(buyer_reference) <= 100),
  price_display text not null check (price_display in ('net', 'gross')),
  version integer not null default 1
);

-- The name of a firm is part of its contract: it is asked for here and changed by the carrier.
create table company_change_request (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  new_name text not null check (length(new_name) between 1 and 200),
  reason text not null check (length(reason) between 1 and 1000),
  valid_from date not null,
  requested_by bigint references person on delete set null,
  requested_at timestamptz not null,
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answer_note text not null default '' check (length(answer_note) <= 1000),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index one_open_company_change on company_change_request (customer_id) where answer is null;
create index on company_change_request (customer_id, id desc);

-- A person without a row gets every letter.
create table notification_preference (
  person_id bigint primary key references person on delete cascade,
  order_confirmations boolean not null,
  status_changes boolean not null,
  deadline_reminders boolean not null,
  new_documents boolean not null,
  version integer not null default 1
);

alter table contact_person enable row level security;
alter table invoice_settings enable row level security;
alter table company_change_request enable row level security;
alter table notification_preference enable row level security;
create policy own_customer on contact_person to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on invoice_settings to portal_app using (customer_id = (select app_customer_id()));
create policy read_own on company_change_request for select to portal_app
  using (customer_id = (select app_customer_id()));
create policy ask on company_change_request for insert to portal_app
  with check (customer_id = (select app_customer_id()) and answer is null);
-- The portal can withdraw a request; only the carrier, who is not bound by policies, can accept one.
create policy withdraw on company_change_request for update to portal_app
  using (customer_id = (select app_customer_id()) and answer is null)
  with check (customer_id = (select app_customer_id()) and answer = 'withdrawn');
create policy colleagues on notification_preference to portal_app
  using (exists (select from membership where membership.person_id = notification_preference.person_id));

grant select, insert, update, delete on contact_person to portal_app;
grant select, insert, update on invoice_settings, notification_preference to portal_app;
grant select, insert, update (answer, answered_at) on company_change_request to portal_app;

-- The history of one thing, and of all things of a kind ("address/…").
create index on audit_entry (customer_id, object text_pattern_ops, id);

-- The firms that a person acts or acted for, also besides the one of the running transaction.
create function own_memberships(who bigint)
returns table (
  customer_id bigint, customer_number text, customer_name text, is_admin boolean, rights text[],
  is_main_contact boolean, is_active boolean, last_sign_in_at timestamptz
)
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, c.number, c.name, m.is_admin, m.rights, m.is_main_contact, m.is_active, m.last_sign_in_at
  from membership m join customer c on c.id = m.customer_id
  where m.person_id = who order by c.number
$$;

revoke execute on function own_memberships from public;
grant execute on function own_memberships to portal_app;
