-- A clerk looks at a firm's pages as its administrator sees them, for half an hour and only to read. The firm's
-- administrators see who looked, when and why.
create table customer_view (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  staff_id bigint references staff_account on delete set null,
  -- ends with the session of the clerk at the desk
  staff_session_id bigint references staff_session on delete set null,
  staff_name text not null check (length(staff_name) between 1 and 200),
  reason text not null check (length(reason) between 5 and 300),
  token_hash bytea not null unique,
  begun_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > begun_at),
  ended_at timestamptz,
  pages integer not null default 0 check (pages >= 0)
);
create index on customer_view (customer_id, id desc);
alter table customer_view enable row level security;
create policy own_customer on customer_view for select to portal_app
  using (customer_id = (select app_customer_id()));
create policy desk on customer_view to portal_desk using (true);
grant select (id, customer_id, staff_name, reason, begun_at, ends_at, ended_at, pages) on customer_view to portal_app;
grant select (id, customer_id, staff_id, staff_name, reason, begun_at, ends_at, ended_at, pages), insert,
  update (ended_at) on customer_view to portal_desk;

-- Who looks at which firm, behind the token of a view; counts the page.
create function customer_view_for_token(token bytea, at timestamptz)
returns table (view_id bigint, customer_id bigint, customer_number text, customer_name text, staff_id bigint,
  staff_name text, language text, reason text, ends_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update customer_view v set pages = pages + 1
    where v.token_hash = token and v.ended_at is null and v.ends_at > at;
  return query
    select v.id, c.id, c.number, c.name, a.id, v.staff_name, a.language, v.reason, v.ends_at
    from customer_view v
    join customer c on c.id = v.customer_id
    join staff_account a on a.id = v.staff_id and a.is_active
    join staff_session s on s.id = v.staff_session_id and s.ends_at > at and s.stage = 'full'
    where v.token_hash = token and v.ended_at is null and v.ends_at > at;
end $$;
revoke execute on function customer_view_for_token from public;
grant execute on function customer_view_for_token to portal_app;
