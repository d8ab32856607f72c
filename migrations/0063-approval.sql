-- Approval: a firm may let orders wait until somebody of its own says yes.

-- The firm's rule. Off until an administrator switches it on.
alter table customer
  add column approval_is_on boolean not null default false,
  -- orders above so many net cents wait; null: no order waits for its amount
  add column approval_above_cents integer check (approval_above_cents >= 0),
  -- also whoever may approve needs somebody else for their own orders
  add column approval_four_eyes boolean not null default false;
grant update (approval_is_on, approval_above_cents, approval_four_eyes) on customer to portal_app;

-- Every order of this person waits, whatever it costs.
alter table membership add column orders_need_approval boolean not null default false;
grant update (orders_need_approval) on membership to portal_app;

alter table service_order drop constraint service_order_status_check;
alter table service_order
  add constraint service_order_status_check check (status in
    ('awaiting-approval', 'placed', 'cancelled', 'completed', 'failed', 'declined', 'expired')),
  -- the last instant at which it can be approved; stays with the order once that is decided
  add column approve_until timestamptz
    check (approve_until is not null or status not in ('awaiting-approval', 'declined', 'expired')),
  add column decline_reason text check (length(decline_reason) between 1 and 500),
  add check ((decline_reason is not null) = (status = 'declined'));
grant update (decline_reason) on service_order to portal_app;

-- What waits: for the list of a firm, and for the job that lets it expire.
create index service_order_waiting on service_order (customer_id, approve_until)
  where status = 'awaiting-approval';
create index service_order_to_expire on service_order (approve_until) where status = 'awaiting-approval';

alter table order_event drop constraint order_event_kind_check;
alter table order_event add constraint order_event_kind_check check (kind in
  ('placed', 'changed', 'cancelled', 'completed', 'failed', 'accepted', 'assigned', 'reopened',
   'awaiting-approval', 'approved', 'declined', 'expired'));

-- As before, and whether the person's orders wait.
drop function own_memberships(bigint);
create function own_memberships(who bigint)
returns table (
  customer_id bigint, customer_number text, customer_name text, is_admin boolean, rights text[],
  is_main_contact boolean, is_active boolean, last_sign_in_at timestamptz, orders_need_approval boolean
)
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, c.number, c.name, m.is_admin, m.rights, m.is_main_contact, m.is_active, m.last_sign_in_at,
    m.orders_need_approval
  from membership m join customer c on c.id = m.customer_id
  where m.person_id = who order by c.number
$$;
revoke execute on function own_memberships from public;
grant execute on function own_memberships to portal_app;

-- Once it is decided nobody needs to read any more that an order waits.
create function end_approval_wanted() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update notice set read_at = new.at
    where order_id = new.order_id and kind = 'approval-wanted' and read_at is null;
  return null;
end $$;
revoke execute on function end_approval_wanted from public;
create trigger end_approval_wanted after insert on order_event for each row
  when (new.kind in ('approved', 'declined', 'expired', 'cancelled'))
  execute function end_approval_wanted();
