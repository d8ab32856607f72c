-- The security of an account: how a session was proved, second factors, passkeys, trusted devices, and the firms
-- that ask for a second factor. What is secret to a person is seen by transactions for that person only.

-- The person whose secrets the running transaction works with; see app_customer_id() for how policies call it.
create function app_person_id() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::bigint;
grant execute on function app_person_id() to portal_app;

alter table customer add column requires_second_factor boolean not null default false;
grant update (requires_second_factor) on customer to portal_app;

-- 'second-factor': the password was right, the second step is missing. 'enrol': the firm asks for a second factor
-- and the person has none. Both may do nothing else.
alter table session drop constraint session_stage_check;
alter table session
  add constraint session_stage_check check (stage in ('full', 'new-password', 'second-factor', 'enrol')),
  add column id bigint generated always as identity unique,
  -- when the person last proved who they are, at sign-in or when asked again
  add column confirmed_at timestamptz,
  add column has_second_factor boolean not null default false,
  -- the network of the address, never the whole of it: '203.0.113.0/24'
  add column network text not null default '' check (length(network) <= 60);
update session set confirmed_at = created_at;
alter table session alter column confirmed_at set not null;

-- A session is begun for the customer of the transaction, and seen, renewed and ended by its own person alone.
drop policy own_customer on session;
create policy own_customer on session for insert to portal_app
  with check (customer_id = (select app_customer_id()));
create policy own_person_sees on session for select to portal_app using (person_id = (select app_person_id()));
create policy own_person_renews on session for update to portal_app using (person_id = (select app_person_id()));
create policy own_person_ends on session for delete to portal_app using (person_id = (select app_person_id()));
grant select (id, customer_id, person_id, stage, created_at, last_used_at, ends_at, confirmed_at,
  has_second_factor, network, user_agent) on session to portal_app;
grant update (token_hash, stage, ends_at, confirmed_at, has_second_factor) on session to portal_app;
grant delete on session to portal_app;

-- The secret is sealed with APP_KEY; `pending` waits for the first right code and then takes its place.
create table totp (
  person_id bigint primary key references person on delete cascade,
  secret bytea,
  activated_at timestamptz,
  -- the last time step whose code was used: no code counts twice
  last_step bigint not null default 0,
  pending bytea,
  pending_at timestamptz,
  check ((secret is null) = (activated_at is null)),
  check ((pending is null) = (pending_at is null)),
  check (secret is not null or pending is not null)
);

-- Found by its first group, proved by the whole of it. A used one stays, so that its owner sees when.
create table recovery_code (
  person_id bigint not null references person on delete cascade,
  selector text not null check (length(selector) = 4),
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, selector)
);

create table passkey (
  id bigint generated always as identity primary key,
  person_id bigint not null references person on delete cascade,
  credential_id bytea not null unique,
  public_key bytea not null,
  -- signatures so far, as the authenticator counts them; many always say 0
  counter bigint not null,
  transports text[] not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index on passkey (person_id);

-- One token per browser, which several people may trust: each has a row of their own.
create table trusted_device (
  id bigint generated always as identity primary key,
  token_hash bytea not null,
  person_id bigint not null references person on delete cascade,
  user_agent text not null check (length(user_agent) <= 300),
  network text not null check (length(network) <= 60),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  ends_at timestamptz not null,
  unique (token_hash, person_id)
);
create index on trusted_device (person_id);

alter table totp enable row level security;
alter table recovery_code enable row level security;
alter table passkey enable row level security;
alter table trusted_device enable row level security;
create policy own_person on totp to portal_app using (person_id = (select app_person_id()));
create policy own_person on recovery_code to portal_app using (person_id = (select app_person_id()));
create policy own_person on passkey to portal_app using (person_id = (select app_person_id()));
create policy own_person on trusted_device to portal_app using (person_id = (select app_person_id()));
grant select, insert, update, delete on totp to portal_app;
grant select, insert, delete, update (used_at) on recovery_code to portal_app;
grant select, insert, delete, update (counter, last_used_at) on passkey to portal_app;
grant insert, delete,
  select (id, person_id, user_agent, network, created_at, last_used_at, ends_at) on trusted_device to portal_app;

-- What an authenticator is to sign, once, within minutes. Tied to the page that asked; worthless after a crash.
create unlogged table passkey_challenge (
  challenge text primary key,
  purpose text not null check (purpose in ('register', 'sign-in', 'second-step', 'confirm')),
  bound_to text not null,
  expires_at timestamptz not null
);
create index on passkey_challenge (expires_at);
grant select, insert, delete on passkey_challenge to portal_app;

-- Who is behind a session token, and what they may do; touches the session once a minute.
drop function session_for_token(bytea, timestamptz, interval);
create function session_for_token(token bytea, at timestamptz, idle interval)
returns table (
  session_id bigint, stage text, confirmed_at timestamptz, person_id bigint, person_name text, email text,
  language text, customer_id bigint, customer_number text, customer_name text, is_admin boolean, rights text[],
  has_other_customers boolean
)
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update session s set last_used_at = at
    where s.token_hash = token and s.last_used_at between at - idle and at - interval '1 minute';
  return query
    select s.id, s.stage, s.confirmed_at, p.id, p.name, p.email, p.language, c.id, c.number, c.name,
      m.is_admin, m.rights,
      exists (
        select from membership o
        where o.person_id = p.id and o.is_active and o.customer_id <> c.id
      )
    from session s
    join membership m on m.customer_id = s.customer_id and m.person_id = s.person_id and m.is_active
    join person p on p.id = s.person_id
    join customer c on c.id = s.customer_id
    where s.token_hash = token and s.ends_at > at and s.last_used_at >= at - idle;
end $$;

-- Sets the password and ends every session and every trust in a device: whoever changed it gets a new session.
create or replace function set_password(who bigint, hash text) returns void
language sql security definer set search_path = public, pg_temp
as $$
  update person set password_hash = hash where id = who;
  delete from one_time_password where person_id = who;
  delete from session where person_id = who;
  delete from trusted_device where person_id = who;
$$;

-- What decides after a right password whether a second step comes, and which; marks the device as used.
create function second_factors(who bigint, firm bigint, device bytea, at timestamptz)
returns table (has_totp boolean, has_passkey boolean, is_required boolean, is_trusted_device boolean)
language plpgsql security definer set search_path = public, pg_temp
as $$
declare trusted boolean;
begin
  update trusted_device d set last_used_at = at
    where d.person_id = who and d.token_hash = device and d.ends_at > at;
  trusted := found;
  return query select
    exists (select from totp t where t.person_id = who and t.secret is not null),
    exists (select from passkey k where k.person_id = who),
    c.requires_second_factor,
    trusted
  from customer c where c.id = firm;
end $$;

-- Whether a browser that knocks is one that the person behind number and e-mail trusts; false for unknown ones.
create function is_trusted_device(number text, mail text, device bytea, at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select from customer c
    join membership m on m.customer_id = c.id and m.is_active
    join person p on p.id = m.person_id
    join trusted_device d on d.person_id = p.id
    where c.number = is_trusted_device.number and lower(p.email) = lower(mail)
      and d.token_hash = device and d.ends_at > at
  )
$$;

-- Gives a browser a new token. Whoever trusts it goes on doing so; a token that somebody planted is worth nothing.
create function renew_device_token(old bytea, new bytea) returns void
language sql security definer set search_path = public, pg_temp
as $$ update trusted_device set token_hash = new where token_hash = old $$;

-- Which device of the person this browser is.
create function trusted_device_id(who bigint, device bytea, at timestamptz) returns bigint
language sql stable security definer set search_path = public, pg_temp
as $$ select id from trusted_device where person_id = who and token_hash = device and ends_at > at $$;

-- The passkey behind a credential with the person it belongs to; no row when nobody has it.
create function passkey_for_credential(credential bytea)
returns table (passkey_id bigint, person_id bigint, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = public, pg_temp
as $$
  select k.id, k.person_id, k.public_key, k.counter, k.transports from passkey k
  where k.credential_id = credential
$$;

-- The firms that a person acts for; the one they last signed in to comes first.
create function memberships_of(who bigint)
returns table (customer_id bigint, number text, name text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, c.number, c.name
  from membership m join customer c on c.id = m.customer_id
  where m.person_id = who and m.is_active
  order by m.last_sign_in_at desc nulls last, c.number
$$;

-- Who of the firm of the transaction has a second factor. Says nothing about other firms' people.
create function people_with_second_factor()
returns table (person_id bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.person_id from membership m
  where m.customer_id = (select app_customer_id()) and m.is_active
    and (exists (select from totp t where t.person_id = m.person_id and t.secret is not null)
      or exists (select from passkey k where k.person_id = m.person_id))
$$;

revoke execute on function session_for_token, second_factors, is_trusted_device, renew_device_token,
  trusted_device_id, passkey_for_credential, memberships_of, people_with_second_factor from public;
grant execute on function session_for_token, second_factors, is_trusted_device, renew_device_token,
  trusted_device_id, passkey_for_credential, memberships_of, people_with_second_factor to portal_app;
