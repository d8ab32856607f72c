-- Sessions, one-time passwords and the throttle. At sign-in no customer is known yet, so the program passes
-- through the narrow functions below, which run with the owner's rights and answer one question each.
create table session (
  token_hash bytea primary key,
  customer_id bigint not null,
  person_id bigint not null,
  -- 'new-password': signed in with a one-time password, may do nothing but choose a password
  stage text not null check (stage in ('full', 'new-password')),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  ends_at timestamptz not null,
  user_agent text not null check (length(user_agent) <= 300),
  foreign key (customer_id, person_id) references membership on delete cascade
);
create index on session (person_id);
create index on session (ends_at);

alter table session enable row level security;
create policy own_customer on session to portal_app using (customer_id = (select app_customer_id()));
grant insert on session to portal_app;

create table one_time_password (
  person_id bigint primary key references person on delete cascade,
  secret_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
alter table one_time_password enable row level security;

-- Counts attempts per account and per address for all processes; worthless after a crash, hence unlogged.
create unlogged table throttle (
  key text primary key,
  hits integer not null,
  reset_at timestamptz not null
);
create index on throttle (reset_at);
grant select, insert, update, delete on throttle to portal_app;

-- Who is behind a session token, and what they may do; touches the session once a minute.
create function session_for_token(token bytea, at timestamptz, idle interval)
returns table (
  stage text, person_id bigint, person_name text, email text, language text,
  customer_id bigint, customer_number text, customer_name text, is_admin boolean, rights text[]
)
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update session s set last_used_at = at
    where s.token_hash = token and s.last_used_at between at - idle and at - interval '1 minute';
  return query
    select s.stage, p.id, p.name, p.email, p.language, c.id, c.number, c.name, m.is_admin, m.rights
    from session s
    join membership m on m.customer_id = s.customer_id and m.person_id = s.person_id and m.is_active
    join person p on p.id = s.person_id
    join customer c on c.id = s.customer_id
    where s.token_hash = token and s.ends_at > at and s.last_used_at >= at - idle;
end $$;

-- The secrets to compare a sign-in with; no row when number and e-mail do not belong together.
create function sign_in_candidate(number text, mail text, at timestamptz)
returns table (person_id bigint, customer_id bigint, password_hash text, one_time_hash bytea)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, c.id, p.password_hash,
    (select o.secret_hash from one_time_password o
      where o.person_id = p.id and o.used_at is null and o.expires_at > at)
  from customer c
  join membership m on m.customer_id = c.id and m.is_active
  join person p on p.id = m.person_id
  where c.number = sign_in_candidate.number and lower(p.email) = lower(mail)
$$;

-- Uses a one-time password up; false when somebody else was first or it has expired.
create function use_one_time_password(who bigint, secret bytea, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update one_time_password o set used_at = at
    where o.person_id = who and o.secret_hash = secret and o.used_at is null and o.expires_at > at;
  return found;
end $$;

-- The person behind an e-mail with the customer numbers they act for; for the mail with the one-time password.
create function person_for_email(mail text)
returns table (person_id bigint, name text, email text, language text, customer_numbers text[])
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, p.name, p.email, p.language, array_agg(c.number order by c.number)
  from person p
  join membership m on m.person_id = p.id and m.is_active
  join customer c on c.id = m.customer_id
  where lower(p.email) = lower(mail)
  group by p.id
$$;

-- A new one-time password replaces the one before it.
create function store_one_time_password(who bigint, secret bytea, at timestamptz, expires timestamptz)
returns void
language sql security definer set search_path = public, pg_temp
as $$
  insert into one_time_password (person_id, secret_hash, created_at, expires_at)
  values (who, secret, at, expires)
  on conflict (person_id) do update
    set secret_hash = excluded.secret_hash, created_at = excluded.created_at,
        expires_at = excluded.expires_at, used_at = null
$$;

-- Sets the password and ends every session of the person: whoever changed it gets a new one.
create function set_password(who bigint, hash text) returns void
language sql security definer set search_path = public, pg_temp
as $$
  update person set password_hash = hash where id = who;
  delete from one_time_password where person_id = who;
  delete from session where person_id = who;
$$;

create function end_session(token bytea) returns void
language sql security definer set search_path = public, pg_temp
as $$ delete from session where token_hash = token $$;

revoke execute on function session_for_token, sign_in_candidate, use_one_time_password, person_for_email,
  store_one_time_password, set_password, end_session from public;
grant execute on function session_for_token, sign_in_candidate, use_one_time_password, person_for_email,
  store_one_time_password, set_password, end_session to portal_app;
