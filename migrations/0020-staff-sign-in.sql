-- How staff prove who they are: a password and always a second factor. Their secrets are seen by transactions for that
-- member of staff only, as those of customers' people are.
create function app_staff_id() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('app.staff_id', true), '')::bigint;
grant execute on function app_staff_id() to portal_desk;

-- The secret is sealed with APP_KEY; `pending` waits for the first right code and then takes its place.
create table staff_totp (
  staff_id bigint primary key references staff_account on delete cascade,
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

create table staff_recovery_code (
  staff_id bigint not null references staff_account on delete cascade,
  selector text not null check (length(selector) = 4),
  code_hash text not null,
  used_at timestamptz,
  primary key (staff_id, selector)
);

-- Opens the door once, to choose a password: for a new account, and for a forgotten password.
create table staff_one_time_password (
  staff_id bigint primary key references staff_account on delete cascade,
  secret_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

alter table staff_totp enable row level security;
alter table staff_recovery_code enable row level security;
alter table staff_one_time_password enable row level security;
create policy own_staff on staff_totp to portal_desk using (staff_id = (select app_staff_id()));
create policy own_staff on staff_recovery_code to portal_desk using (staff_id = (select app_staff_id()));
grant select, insert, update, delete on staff_totp to portal_desk;
grant select, insert, delete, update (used_at) on staff_recovery_code to portal_desk;

-- The secrets to compare a sign-in with; no row when there is no such account, or it is closed.
create function staff_sign_in_candidate(mail text, at timestamptz)
returns table (staff_id bigint, name text, language text, password_hash text, one_time_hash bytea, has_totp boolean)
language sql stable security definer set search_path = public, pg_temp
as $$
  select a.id, a.name, a.language, a.password_hash,
    (select o.secret_hash from staff_one_time_password o
      where o.staff_id = a.id and o.used_at is null and o.expires_at > at),
    exists (select from staff_totp t where t.staff_id = a.id and t.secret is not null)
  from staff_account a
  where lower(a.email) = lower(mail) and a.is_active
$$;

-- Uses a one-time password up; false when somebody else was first or it has expired.
create function use_staff_one_time_password(who bigint, secret bytea, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update staff_one_time_password o set used_at = at
    where o.staff_id = who and o.secret_hash = secret and o.used_at is null and o.expires_at > at;
  return found;
end $$;

-- A new one-time password replaces the one before it.
create function store_staff_one_time_password(who bigint, secret bytea, at timestamptz, expires timestamptz)
returns void
language sql security definer set search_path = public, pg_temp
as $$
  insert into staff_one_time_password (staff_id, secret_hash, created_at, expires_at)
  values (who, secret, at, expires)
  on conflict (staff_id) do update
    set secret_hash = excluded.secret_hash, created_at = excluded.created_at,
        expires_at = excluded.expires_at, used_at = null
$$;

-- The acting member of staff chooses a password; every session of theirs ends, and so does what opened the door.
create function set_staff_password(hash text) returns void
language sql security definer set search_path = public, pg_temp
as $$
  update staff_account set password_hash = hash where id = (select app_staff_id());
  delete from staff_one_time_password where staff_id = (select app_staff_id());
  delete from staff_session where staff_id = (select app_staff_id());
$$;

-- Takes the second factor of somebody away who has lost it; the next sign-in sets another one up.
create function reset_staff_second_factor(who bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
declare had boolean;
begin
  delete from staff_totp where staff_id = who;
  had := found;
  delete from staff_recovery_code where staff_id = who;
  delete from staff_session where staff_id = who;
  return had;
end $$;

-- Who has a second factor; says nothing of the secrets.
create function staff_with_second_factor() returns table (staff_id bigint)
language sql stable security definer set search_path = public, pg_temp
as $$ select t.staff_id from staff_totp t where t.secret is not null $$;

revoke execute on function staff_sign_in_candidate, use_staff_one_time_password, store_staff_one_time_password,
  set_staff_password, reset_staff_second_factor, staff_with_second_factor from public;
grant execute on function staff_sign_in_candidate, use_staff_one_time_password, store_staff_one_time_password,
  set_staff_password, reset_staff_second_factor, staff_with_second_factor to portal_desk;

-- The desk keeps an administrator, whatever two of them do at the same moment: they take turns at the commit, and each
-- counts what the other has left.
create function keep_a_staff_admin() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(7260420);
  if not exists (select from staff_account where is_active and 'admin' = any (roles)) then
    raise exception 'the desk would have no administrator'
      using errcode = 'check_violation', constraint = 'last_staff_admin';
  end if;
  return null;
end $$;
revoke execute on function keep_a_staff_admin from public;
create constraint trigger keep_a_staff_admin_updated after update on staff_account deferrable initially deferred
  for each row
  when (old.is_active and 'admin' = any (old.roles) and not (new.is_active and 'admin' = any (new.roles)))
  execute function keep_a_staff_admin();
create constraint trigger keep_a_staff_admin_deleted after delete on staff_account deferrable initially deferred
  for each row when (old.is_active and 'admin' = any (old.roles)) execute function keep_a_staff_admin();

-- What has run out is deleted every night, of staff too.
create function sweep_expired_staff(at timestamptz, idle interval) returns void
language sql security definer set search_path = public, pg_temp
as $$
  delete from staff_session where ends_at < at or last_used_at < at - idle;
  delete from staff_one_time_password where expires_at < at;
$$;
revoke execute on function sweep_expired_staff from public;
grant execute on function sweep_expired_staff to portal_app;
