-- How people come to act for a firm, what they ask for there, and how they leave.

-- Whom the carrier knows at a firm from its own books: whoever reads this mailbox belongs to the firm.
create table customer_contact (
  customer_id bigint not null references customer,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  primary key (customer_id, email)
);

-- A code that the carrier prints on an invoice or sends by letter; a new one replaces the one before it.
create table activation_code (
  customer_id bigint primary key references customer,
  code_hash bytea not null,
  issued_by text not null check (length(issued_by) between 1 and 200),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Somebody who wants to act for a firm, by their own account. Not every number typed here exists.
-- received: nobody has looked yet; waiting: for the desk; join: for an administrator of the firm;
-- confirming: a letter is on its way whose link completes it.
create table registration_request (
  id bigint generated always as identity primary key,
  customer_number text not null,
  customer_id bigint references customer,
  email text not null check (length(email) <= 254),
  name text not null check (length(name) between 1 and 200),
  language text not null check (language in ('de', 'en')),
  -- taken over when it is completed, removed when it is over
  password_hash text,
  code_hash bytea,
  state text not null check (state in ('received', 'waiting', 'join', 'confirming', 'completed', 'declined')),
  -- what proves that they belong to the firm
  via text check (via in ('contact', 'code', 'desk', 'colleague')),
  rights text[] not null default '{}',
  token_hash bytea unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  check (via is not null or state not in ('confirming', 'completed')),
  check (customer_id is not null or state in ('received', 'waiting', 'declined'))
);
-- A customer number is registered once. Colleagues who join later do not register it.
create unique index one_registration on registration_request (customer_id)
  where state = 'completed' and via <> 'colleague';
create unique index one_open_registration on registration_request (customer_id, lower(email))
  where state in ('waiting', 'join');
create index on registration_request (state, id);

create table invitation (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  email text not null check (length(email) <= 254),
  language text not null check (language in ('de', 'en')),
  is_admin boolean not null,
  is_main_contact boolean not null default false,
  rights text[] not null,
  -- made when the letter is written, so that the link stands nowhere but there
  token_hash bytea unique,
  -- null: the carrier, after two of its clerks have agreed
  invited_by bigint references person on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_by bigint references person on delete set null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  unique (id, customer_id)
);
create unique index one_open_invitation on invitation (customer_id, lower(email))
  where accepted_at is null and withdrawn_at is null;

-- What a member asks the administrators for: a right that they lack, or to be deleted.
create table member_request (
  id bigint generated always as identity primary key,
  customer_id bigint not null,
  person_id bigint not null,
  kind text not null check (kind in ('right', 'deletion')),
  right_name text check ((right_name is not null) = (kind = 'right')),
  created_at timestamptz not null,
  answered_at timestamptz,
  answered_by bigint references person on delete set null,
  is_granted boolean check ((is_granted is null) = (answered_at is null)),
  unique (id, customer_id),
  foreign key (customer_id, person_id) references membership on delete cascade
);
create unique index one_open_member_request on member_request (customer_id, person_id, kind, coalesce(right_name, ''))
  where answered_at is null;

-- A new main contact for a firm whose administrators are gone. One clerk proposes, another one agrees.
create table main_contact_proposal (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  email text not null check (length(email) <= 254),
  language text not null check (language in ('de', 'en')),
  reason text not null check (length(reason) between 1 and 500),
  proposed_by text not null check (length(proposed_by) between 1 and 200),
  proposed_at timestamptz not null,
  agreed_by text,
  agreed_at timestamptz,
  withdrawn_at timestamptz,
  check ((agreed_by is null) = (agreed_at is null)),
  constraint two_clerks check (lower(btrim(agreed_by)) <> lower(btrim(proposed_by)))
);
create unique index one_open_proposal on main_contact_proposal (customer_id)
  where agreed_at is null and withdrawn_at is null;

-- A firm that has an administrator keeps one, whatever two of them do at the same moment: the row of the firm
-- makes them take turns, and each counts what the other has left. Checked at the commit.
create function keep_an_admin() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform from customer where id = old.customer_id for no key update;
  if not exists (select from membership where customer_id = old.customer_id and is_admin and is_active) then
    raise exception 'customer % would have no administrator', old.customer_id
      using errcode = 'check_violation', constraint = 'last_admin';
  end if;
  return null;
end $$;
create constraint trigger keep_an_admin_updated after update on membership deferrable initially deferred
  for each row when (old.is_admin and old.is_active and not (new.is_admin and new.is_active))
  execute function keep_an_admin();
create constraint trigger keep_an_admin_deleted after delete on membership deferrable initially deferred
  for each row when (old.is_admin and old.is_active) execute function keep_an_admin();

alter table customer_contact enable row level security;
alter table activation_code enable row level security;
alter table registration_request enable row level security;
alter table invitation enable row level security;
alter table member_request enable row level security;
alter table main_contact_proposal enable row level security;
create policy own_customer on registration_request to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on invitation to portal_app using (customer_id = (select app_customer_id()));
create policy own_customer on member_request to portal_app using (customer_id = (select app_customer_id()));

grant update (is_admin, rights, is_active, is_main_contact), delete on membership to portal_app;
grant select (id, customer_id, email, name, language, state, via, rights, created_at, expires_at),
  update (state, via, rights, expires_at, password_hash) on registration_request to portal_app;
grant select (id, customer_id, email, language, is_admin, is_main_contact, rights, invited_by, created_at, expires_at,
    accepted_at, withdrawn_at),
  insert (customer_id, email, language, is_admin, rights, invited_by, created_at, expires_at),
  update (token_hash, expires_at, withdrawn_at) on invitation to portal_app;
grant select, insert, update (answered_at, answered_by, is_granted) on member_request to portal_app;

-- Ends what a member of the running transaction's firm has open there.
create function end_member_sessions(who bigint) returns void
language sql security definer set search_path = public, pg_temp
as $$ delete from session where person_id = who and customer_id = app_customer_id() $$;

-- Forgets who a person was, once they act for no firm any more. What would be deleted along with the row (secrets,
-- settings) goes; what only names it (orders, the audit log) keeps the row as a pseudonym.
create function erase_person(who bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  former text;
  pseudonym text := 'p-' || who || '@deleted.invalid';
  belonging record;
begin
  select email into former from person where id = who for update;
  if exists (select from membership where person_id = who) then return false; end if;
  for belonging in
    select c.conrelid::regclass as owned, a.attname as who_column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass and c.confdeltype = 'c' and cardinality(c.conkey) = 1
  loop
    execute format('delete from %s where %I = $1', belonging.owned, belonging.who_column) using who;
  end loop;
  update person set email = pseudonym, name = 'P-' || who, password_hash = '' where id = who;
  update registration_request set email = pseudonym, name = 'P-' || who
    where lower(email) = lower(former) and state in ('completed', 'declined');
  update invitation set email = pseudonym where accepted_by = who;
  update mail set recipient = pseudonym, text_body = null, html_body = null where lower(recipient) = lower(former);
  return true;
end $$;

-- Takes a registration down, for a number that exists in the same time as for one that does not.
create function receive_registration(
  number text, mail text, called text, speaks text, hash text, code bytea, at timestamptz
) returns bigint
language sql security definer set search_path = public, pg_temp
as $$
  insert into registration_request
    (customer_number, customer_id, email, name, language, password_hash, code_hash, state, created_at)
  values (number, (select c.id from customer c where c.number = receive_registration.number), mail, called, speaks,
    hash, code, 'received', at)
  returning id
$$;

-- Everything that the decision on a registration hangs on.
create function registration_facts(request bigint, at timestamptz)
returns table (
  state text, customer_id bigint, customer_number text, customer_name text, email text, name text, language text,
  expires_at timestamptz, is_registered boolean, is_member boolean, is_contact boolean, has_code boolean
)
language sql stable security definer set search_path = public, pg_temp
as $$
  select r.state, r.customer_id, r.customer_number, c.name, r.email, r.name, r.language, r.expires_at,
    exists (select from membership m where m.customer_id = r.customer_id),
    exists (select from membership m join person p on p.id = m.person_id
      where m.customer_id = r.customer_id and lower(p.email) = lower(r.email)),
    exists (select from customer_contact k where k.customer_id = r.customer_id and k.email = lower(r.email)),
    exists (select from activation_code a where a.customer_id = r.customer_id and a.code_hash = r.code_hash
      and a.used_at is null and a.expires_at > at)
  from registration_request r left join customer c on c.id = r.customer_id
  where r.id = request
$$;

-- Writes the decision down, once; what the same person asked for earlier is thereby settled.
create function settle_registration(request bigint, decided text, proof text, expires timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from registration_request older using registration_request r
    where r.id = request and r.state = 'received' and older.id <> r.id and older.state in ('waiting', 'join')
      and older.customer_id = r.customer_id and lower(older.email) = lower(r.email);
  update registration_request
    set state = decided, via = proof, expires_at = expires, code_hash = null,
      password_hash = case when decided = 'declined' then null else password_hash end
    where id = request and state = 'received';
  return found;
end $$;

create function set_registration_token(request bigint, token bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update registration_request set token_hash = token where id = request and state = 'confirming';
  return found;
end $$;

-- What lies behind the link in a confirmation letter, and the secret that completes it.
create function registration_for_token(token bytea, at timestamptz)
returns table (
  request_id bigint, customer_id bigint, customer_number text, customer_name text, email text, name text,
  language text, via text, rights text[], has_account boolean, password_hash text
)
language sql stable security definer set search_path = public, pg_temp
as $$
  select r.id, c.id, c.number, c.name, r.email, r.name, r.language, r.via, r.rights, p.id is not null,
    coalesce(p.password_hash, r.password_hash)
  from registration_request r
  join customer c on c.id = r.customer_id
  left join person p on lower(p.email) = lower(r.email)
  where r.token_hash = token and r.state = 'confirming' and r.expires_at > at
$$;

-- Lets the person in. 'taken': somebody else registered the number meanwhile, so the colleagues are asked.
create function complete_registration(token bytea, at timestamptz)
returns table (outcome text, customer_id bigint, person_id bigint)
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  r registration_request;
  who bigint;
  is_first boolean;
begin
  select * into r from registration_request q
    where q.token_hash = token and q.state = 'confirming' and q.expires_at > at for update;
  if not found then
    return query select 'gone', null::bigint, null::bigint;
    return;
  end if;
  is_first := r.via <> 'colleague';
  perform from customer c where c.id = r.customer_id for no key update;
  if is_first and exists (select from membership m where m.customer_id = r.customer_id) then
    delete from registration_request q where q.customer_id = r.customer_id and q.state in ('waiting', 'join')
      and lower(q.email) = lower(r.email);
    update registration_request q set state = 'join', via = null, token_hash = null, expires_at = null
      where q.id = r.id;
    return query select 'taken', r.customer_id, null::bigint;
    return;
  end if;
  insert into person (email, name, language, password_hash, created_at)
    values (r.email, r.name, r.language, r.password_hash, at)
    on conflict (lower(email)) do nothing;
  select p.id into who from person p where lower(p.email) = lower(r.email);
  insert into membership (customer_id, person_id, is_admin, rights, is_main_contact)
    values (r.customer_id, who, is_first, r.rights, is_first)
    on conflict on constraint membership_pkey do nothing;
  update registration_request q set state = 'completed', password_hash = null, token_hash = null where q.id = r.id;
  if is_first then
    update activation_code a set used_at = at where a.customer_id = r.customer_id and a.used_at is null;
  end if;
  return query select 'completed', r.customer_id, who;
end $$;

-- What lies behind the link in an invitation, and the secret of whoever has an account already.
create function invitation_for_token(token bytea, at timestamptz)
returns table (
  invitation_id bigint, customer_id bigint, customer_number text, customer_name text, email text, language text,
  is_admin boolean, rights text[], invited_by text, expires_at timestamptz, person_id bigint, password_hash text
)
language sql stable security definer set search_path = public, pg_temp
as $$
  select i.id, c.id, c.number, c.name, i.email, i.language, i.is_admin, i.rights, host.name, i.expires_at,
    p.id, p.password_hash
  from invitation i
  join customer c on c.id = i.customer_id
  left join person host on host.id = i.invited_by
  left join person p on lower(p.email) = lower(i.email)
  where i.token_hash = token and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > at
$$;

-- Lets the invited person in. `known`: who has proved to be the person with this e-mail; null: somebody new, with
-- the name and the password that they chose. 'account-exists': somebody new they are not; nothing is used up.
create function accept_invitation(token bytea, known bigint, called text, hash text, at timestamptz)
returns table (outcome text, customer_id bigint, person_id bigint)
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  i invitation;
  who bigint;
begin
  select * into i from invitation q
    where q.token_hash = token and q.accepted_at is null and q.withdrawn_at is null and q.expires_at > at for update;
  if not found then
    return query select 'gone', null::bigint, null::bigint;
    return;
  end if;
  if known is null then
    insert into person (email, name, language, password_hash, created_at)
      values (i.email, called, i.language, hash, at) on conflict (lower(email)) do nothing returning id into who;
  else
    select p.id into who from person p where p.id = known and lower(p.email) = lower(i.email);
  end if;
  if who is null then
    return query select 'account-exists', i.customer_id, null::bigint;
    return;
  end if;
  if i.is_main_contact then
    update membership m set is_main_contact = false where m.customer_id = i.customer_id and m.is_main_contact;
  end if;
  insert into membership as m (customer_id, person_id, is_admin, rights, is_main_contact)
    values (i.customer_id, who, i.is_admin, i.rights, i.is_main_contact)
    on conflict on constraint membership_pkey do update set
      is_admin = m.is_admin or excluded.is_admin,
      is_main_contact = m.is_main_contact or excluded.is_main_contact,
      rights = array(select distinct unnest(m.rights || excluded.rights)),
      is_active = true;
  update invitation q set accepted_at = at, accepted_by = who, token_hash = null where q.id = i.id;
  return query select 'accepted', i.customer_id, who;
end $$;

revoke execute on function keep_an_admin, end_member_sessions, erase_person, receive_registration,
  registration_facts, settle_registration, set_registration_token, registration_for_token, complete_registration,
  invitation_for_token, accept_invitation from public;
grant execute on function end_member_sessions, erase_person, receive_registration, registration_facts,
  settle_registration, set_registration_token, registration_for_token, complete_registration,
  invitation_for_token, accept_invitation to portal_app;
