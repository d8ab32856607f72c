-- As before, and how many orders wait for the person's approval: whoever may approve sees it on every page. Nobody else
-- counts anything, and who does reads an index of what waits.
drop function session_for_token(bytea, timestamptz, interval);
create function session_for_token(token bytea, at timestamptz, idle interval)
returns table (
  session_id bigint, stage text, confirmed_at timestamptz, person_id bigint, person_name text, email text,
  language text, customer_id bigint, customer_number text, customer_name text, is_admin boolean, rights text[],
  has_other_customers boolean, unread_notices integer, waiting_approvals integer
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
      ),
      -- counting ends where the page says "more than that"
      (select count(*)::int from (
        select from notice n where n.customer_id = c.id and n.person_id = p.id and n.read_at is null limit 100
      ) unread),
      case when m.is_admin or 'orders.approve' = any(m.rights) then
        (select count(*)::int from (
          select from service_order o
          where o.customer_id = c.id and o.status = 'awaiting-approval' and o.approve_until >= at
            and o.placed_by is distinct from p.id
          limit 100
        ) waiting)
      else 0 end
    from session s
    join membership m on m.customer_id = s.customer_id and m.person_id = s.person_id and m.is_active
    join person p on p.id = s.person_id
    join customer c on c.id = s.customer_id
    where s.token_hash = token and s.ends_at > at and s.last_used_at >= at - idle;
end $$;
revoke execute on function session_for_token from public;
grant execute on function session_for_token to portal_app;
