-- What is still owed by a document; negative: what the firm has yet to get. An invoice that was paid or taken back in part
-- is owed by its rest, and neither its state nor its gross amount says that. It moves on as the state does.
alter table document add column open_cents bigint;
grant update (open_cents) on document to portal_app;

create or replace function document_changes_state_only() returns trigger language plpgsql as $$
declare
  -- the folder is generated and not known yet
  movable constant text[] := '{state,state_on,open_cents,folder}';
begin
  if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
    raise exception 'a document is not changed, and not deleted before its time'
      using errcode = 'check_violation', constraint = 'document_stays';
  end if;
  return new;
end $$;

update document set open_cents = case when state in ('open', 'returned') then gross_cents else 0 end
  where state is not null and gross_cents is not null;
-- what is owed by an invoice of the portal holds what its corrections give back, so nothing is owed by these themselves
update document d set open_cents = case when v.kind = 'invoice' then v.gross_cents
      - coalesce((select sum(b.gross_cents) from invoice b where b.original_id = v.id), 0)
      - coalesce((select sum(case p.kind when 'transfer' then p.amount_cents else -p.amount_cents end)
          from payment p where p.invoice_id = v.id), 0)
      - coalesce((select sum(c.amount_cents) from debit c where c.invoice_id = v.id and c.returned_on is null), 0)
    else 0 end,
    -- since when it is paid: the day of the last payment
    state_on = case when d.state = 'paid' and v.kind = 'invoice'
      then (select max(p.paid_on) from payment p where p.invoice_id = v.id and p.kind = 'transfer') else d.state_on end
  from invoice v where v.document_id = d.id;
