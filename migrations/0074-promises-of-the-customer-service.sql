-- What visitors asked is personal data of people who are no customers: it goes some months after it was closed.
alter table carrier add column visitor_inquiry_months smallint not null default 6
  check (visitor_inquiry_months between 1 and 120);
grant update (reply_hours, visitor_inquiry_months) on carrier to portal_desk;

create index inquiry_of_visitors_closed on inquiry (last_at) where customer_id is null and state = 'closed';

-- Deletes questions of visitors with all their messages; says how many there were. `last_at` of a closed one is when that
-- happened.
create function sweep_visitor_inquiries(at timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare gone integer;
begin
  delete from inquiry i where i.customer_id is null and i.state = 'closed'
    and i.last_at < at - make_interval(months => (select c.visitor_inquiry_months from carrier c));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function sweep_visitor_inquiries from public;
grant execute on function sweep_visitor_inquiries to portal_app;
