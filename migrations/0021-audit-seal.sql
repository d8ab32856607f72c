-- The audit log cannot be changed, and a change that somebody manages all the same shows. Every minute a job seals the
-- entries that are not sealed yet: the seal holds a hash over them and over the seal before. A chain over single entries
-- would make every order of the portal wait for the one before it; a seal costs the order nothing.
create table audit_seal (
  -- 1, 2, 3 without gaps
  id bigint primary key check (id > 0),
  sealed_at timestamptz not null,
  entries integer not null check (entries > 0),
  -- the hash of the seal before, 32 zero bytes in the first one
  previous bytea not null check (length(previous) = 32),
  hash bytea not null unique check (length(hash) = 32)
);
grant select on audit_seal to portal_app, portal_desk;

alter table audit_entry add column seal_id bigint references audit_seal;
create index on audit_entry (seal_id, id);

-- What the desk searches by; the newest come first.
create index on audit_entry (action, id);
create index on audit_entry (object text_pattern_ops, id);
create index on audit_entry (person_id, id) where person_id is not null;
create index on audit_entry (staff_id, id) where staff_id is not null;
create index on audit_entry using brin (at);

-- An entry is born unsealed.
revoke insert on audit_entry from portal_app, portal_desk;
grant insert (at, customer_id, actor_kind, person_id, staff_id, actor_name, action, object, before, after, request_id)
  on audit_entry to portal_app, portal_desk;

-- What is hashed of an entry. `bin/portal doctor` computes the same by itself from the same text.
create function audit_text(e audit_entry) returns text
language sql stable set timezone = 'UTC'
as $$
  select jsonb_build_array(e.id, e.at, e.customer_id, e.actor_kind, e.person_id, e.staff_id, e.actor_name, e.action,
    e.object, e.before, e.after, e.request_id)::text
$$;
revoke execute on function audit_text from public;

-- Seals at most so many entries and says how many those were. An entry that commits late comes into a later seal.
create function seal_audit(moment timestamptz, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  before_id bigint;
  before_hash bytea;
  chosen bigint[];
  digests bytea;
begin
  -- two jobs at once take turns
  lock table audit_seal in share row exclusive mode;
  select s.id, s.hash into before_id, before_hash from audit_seal s order by s.id desc limit 1;
  before_id := coalesce(before_id, 0);
  before_hash := coalesce(before_hash, decode(repeat('00', 32), 'hex'));
  select array_agg(c.id order by c.id), string_agg(c.digest, ''::bytea order by c.id) into chosen, digests
  from (
    select e.id, sha256(convert_to(audit_text(e), 'UTF8')) as digest
    from audit_entry e where e.seal_id is null order by e.id limit most
  ) c;
  if chosen is null then return 0; end if;
  insert into audit_seal (id, sealed_at, entries, previous, hash)
    values (before_id + 1, moment, cardinality(chosen), before_hash,
      sha256(before_hash || int8send(before_id + 1) || digests));
  update audit_entry set seal_id = before_id + 1 where id = any (chosen);
  return cardinality(chosen);
end $$;
revoke execute on function seal_audit from public;
grant execute on function seal_audit to portal_app;

-- Nobody changes an entry, the owner of the table neither, by mistake; sealing is the one exception.
create function keep_audit_entry() returns trigger
language plpgsql
as $$
declare same audit_entry := new;
begin
  same.seal_id := old.seal_id;
  if old.seal_id is not null or same is distinct from old then
    raise exception 'an entry of the audit log is not changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create function refuse_audit_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'the audit log is not changed' using errcode = 'check_violation';
end $$;
create trigger keep_entry before update on audit_entry for each row execute function keep_audit_entry();
create trigger keep_entries before delete on audit_entry for each row execute function refuse_audit_change();
create trigger never_emptied before truncate on audit_entry for each statement execute function refuse_audit_change();
create trigger keep_seals before update or delete on audit_seal for each row execute function refuse_audit_change();
create trigger never_emptied before truncate on audit_seal for each statement execute function refuse_audit_change();
