-- The desk looks after customers: finds them among many, answers what they ask for, takes over what the ERP says.
-- What it may write belongs to one firm at a time (app_customer_id), except where a request names its firm itself.

create policy desk_answers on registration_request for update to portal_desk using (true);
grant select (customer_number), update (state, via, expires_at, password_hash) on registration_request to portal_desk;
create policy desk_answers on company_change_request for update to portal_desk using (true);
grant update (answer, answer_note, answered_at) on company_change_request to portal_desk;

create policy desk_enters on customer for insert to portal_desk with check (true);
create policy desk_keeps on customer for update to portal_desk using (true);
grant insert (number, name, created_at), update (name) on customer to portal_desk;
create policy desk_enters on address for insert to portal_desk with check (true);
create policy desk_keeps on address for update to portal_desk using (true);
grant insert, update (label, recipient, street, postcode, city, is_billing, is_delivery, is_pickup, is_default_billing,
  contact_name, contact_phone, driver_hint, version) on address to portal_desk;
create policy desk_enters on cost_centre for insert to portal_desk with check (true);
create policy desk_keeps on cost_centre for update to portal_desk using (true);
grant insert, update (name, version) on cost_centre to portal_desk;
create policy desk on customer_contact to portal_desk using (true);
grant select, insert, delete on customer_contact to portal_desk;
-- the code itself is nobody's to read
create policy desk on activation_code to portal_desk using (customer_id = (select app_customer_id()));
grant select (customer_id, issued_by, issued_at, expires_at, used_at), insert,
  update (code_hash, issued_by, issued_at, expires_at, used_at) on activation_code to portal_desk;

-- Two clerks are two accounts, where there are accounts; at the command line a name has to do.
alter table main_contact_proposal
  add column proposed_by_staff bigint references staff_account on delete set null,
  add column agreed_by_staff bigint references staff_account on delete set null,
  add constraint two_accounts check (agreed_by_staff <> proposed_by_staff);
create policy desk_reads on main_contact_proposal for select to portal_desk using (true);
create policy desk_proposes on main_contact_proposal for insert to portal_desk
  with check (customer_id = (select app_customer_id()));
create policy desk_answers on main_contact_proposal for update to portal_desk
  using (customer_id = (select app_customer_id()));
grant select, insert, update (agreed_by, agreed_by_staff, agreed_at, withdrawn_at) on main_contact_proposal to portal_desk;
create policy desk_assigns on membership for update to portal_desk using (customer_id = (select app_customer_id()));
grant update (is_admin, rights, is_main_contact) on membership to portal_desk;
create policy desk_invites on invitation for insert to portal_desk
  with check (customer_id = (select app_customer_id()));
create policy desk_withdraws on invitation for update to portal_desk
  using (customer_id = (select app_customer_id()));
grant insert (customer_id, email, language, is_admin, is_main_contact, rights, created_at, expires_at),
  update (token_hash, withdrawn_at), select (accepted_at, withdrawn_at) on invitation to portal_desk;

-- What clerks tell each other about a firm. The firm never sees it: its role has no right here.
create table customer_note (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  at timestamptz not null,
  staff_id bigint references staff_account on delete set null,
  author text not null check (length(author) between 1 and 200),
  body text not null check (length(body) between 1 and 2000)
);
create index on customer_note (customer_id, id desc);
alter table customer_note enable row level security;
create policy desk on customer_note to portal_desk using (true);
grant select, insert on customer_note to portal_desk;

-- Words anywhere in what a firm, its places and its people are called. Trusted: the owner of the database may add it.
create extension if not exists pg_trgm;
create index customer_by_name on customer (lower(name), id);
create index customer_name_words on customer using gin (lower(name) gin_trgm_ops);
create index customer_by_number on customer (number text_pattern_ops);
create index address_words on address
  using gin (lower(recipient || ' ' || street || ' ' || postcode || ' ' || city) gin_trgm_ops);
create index person_words on person using gin (lower(name || ' ' || email) gin_trgm_ops);
create index customer_contact_words on customer_contact using gin (email gin_trgm_ops);
create index contact_person_words on contact_person using gin (lower(name || ' ' || email) gin_trgm_ops);
create index service_order_by_any_reference on service_order (reference_key text_pattern_ops)
  where reference_key <> '';
