-- The carrier's staff have accounts of their own, never shared with those of customers. Their lists go over all firms:
-- such a transaction works as the role portal_desk, which has policies and grants of its own and none of portal_app's.
create table staff_account (
  id bigint generated always as identity primary key,
  email text not null check (length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 100),
  language text not null default 'de' check (language in ('de', 'en')),
  roles text[] not null check (
    cardinality(roles) > 0 and roles <@ array['dispatch', 'care', 'billing', 'catalogue', 'admin']),
  -- null until the person has chosen one
  password_hash text,
  is_active boolean not null default true,
  -- grows with every change: whoever changes it names the version that they saw
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null,
  last_sign_in_at timestamptz
);
create unique index staff_account_email on staff_account (lower(email));

create table staff_session (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  staff_id bigint not null references staff_account on delete cascade,
  -- 'new-password' and 'enrol' may do nothing but choose a password, set a second factor up; see domain/sign-in-steps
  stage text not null check (stage in ('full', 'new-password', 'second-factor', 'enrol')),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  ends_at timestamptz not null,
  confirmed_at timestamptz not null,
  network text not null,
  user_agent text not null check (length(user_agent) <= 300)
);
create index on staff_session (staff_id);
create index on staff_session (ends_at);

-- Which member of staff did it, and under which name: accounts go, the log stays.
alter table audit_entry
  add column staff_id bigint,
  add column actor_name text,
  add check (staff_id is null or actor_kind = 'carrier');

alter table staff_account enable row level security;
alter table staff_session enable row level security;
create policy desk on staff_account to portal_desk using (true);
create policy desk on staff_session to portal_desk using (true);
grant select (id, email, name, language, roles, is_active, version, created_at, last_sign_in_at), insert,
  update (email, name, language, roles, is_active, version, last_sign_in_at) on staff_account to portal_desk;
grant select, insert, update, delete on staff_session to portal_desk;

-- Who is behind the token of a staff session; touches the session once a minute.
create function staff_session_for_token(token bytea, at timestamptz, idle interval)
returns table (session_id bigint, stage text, confirmed_at timestamptz, staff_id bigint, name text, email text,
  language text, roles text[])
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update staff_session s set last_used_at = at
    where s.token_hash = token and s.last_used_at between at - idle and at - interval '1 minute';
  return query
    select s.id, s.stage, s.confirmed_at, a.id, a.name, a.email, a.language, a.roles
    from staff_session s
    join staff_account a on a.id = s.staff_id and a.is_active
    where s.token_hash = token and s.ends_at > at and s.last_used_at >= at - idle;
end $$;
revoke execute on function staff_session_for_token from public;
grant execute on function staff_session_for_token to portal_app;

-- What the desk reads: all firms. Secrets (password hashes, tokens, the bank's data) stay out of it.
grant usage on schema public to portal_desk;
grant execute on function app_customer_id(), app_person_id() to portal_desk;
grant select on carrier, window_pool, time_window, service, product, product_price, holiday_rule,
  calendar_exception, slot, mail to portal_desk;

create policy desk_reads on customer for select to portal_desk using (true);
create policy desk_reads on address for select to portal_desk using (true);
create policy desk_reads on cost_centre for select to portal_desk using (true);
create policy desk_reads on contact_person for select to portal_desk using (true);
create policy desk_reads on person for select to portal_desk using (true);
create policy desk_reads on membership for select to portal_desk using (true);
create policy desk_reads on registration_request for select to portal_desk using (true);
create policy desk_reads on invitation for select to portal_desk using (true);
create policy desk_reads on member_request for select to portal_desk using (true);
create policy desk_reads on company_change_request for select to portal_desk using (true);
create policy desk_reads on invoice_settings for select to portal_desk using (true);
create policy desk_reads on mandate for select to portal_desk using (true);
create policy desk_reads on service_order for select to portal_desk using (true);
create policy desk_reads on order_line for select to portal_desk using (true);
create policy desk_reads on order_event for select to portal_desk using (true);
create policy desk_reads on order_version for select to portal_desk using (true);
create policy desk_reads on audit_entry for select to portal_desk using (true);
create policy desk_writes on audit_entry for insert to portal_desk with check (true);

grant select on customer, address, cost_centre, contact_person, membership, member_request, company_change_request,
  invoice_settings, service_order, order_line, order_event, order_version to portal_desk;
grant select (id, email, name, language, created_at) on person to portal_desk;
grant select (id, customer_id, email, name, language, state, via, rights, created_at, expires_at)
  on registration_request to portal_desk;
grant select (id, customer_id, email, language, is_admin, is_main_contact, rights, invited_by, created_at, expires_at)
  on invitation to portal_desk;
grant select, insert on audit_entry to portal_desk;
-- of a mandate what a clerk needs to name it, never the account
grant select (id, customer_id, reference, scheme, creditor_id, holder, iban_country, iban_last4, given_at, given_by_name,
  last_used_at, ended_at, ended_how) on mandate to portal_desk;
