-- Orders that are not carried out at an address of the firm: a drop-off at a site of the carrier, a courier's ride
-- between any two doors. The copy of the address stays; only the reference to the firm's own may be missing.
alter table service_order
  alter column address_id drop not null,
  -- what a kind of order says besides, as it was promised: [{"term": {"de", "en"}, "value": {"de", "en"}}, …]
  add column particulars jsonb not null default '[]' check (jsonb_typeof(particulars) = 'array');

-- As before, with the particulars in every version that is kept.
create or replace function keep_order_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if new.version <> old.version + 1 or old.status <> 'placed' or new.status <> 'placed'
    or old.change_until is null then
    raise exception 'order % cannot change like this', old.number
      using errcode = 'check_violation', constraint = 'order_changes_by_version';
  end if;
  insert into order_version (order_id, version, customer_id, promise, lines)
  select old.id, old.version, old.customer_id,
    jsonb_build_object(
      'pool', old.pool, 'serviceDate', old.service_date,
      'windowStarts', old.window_starts, 'windowEnds', old.window_ends,
      'startsAt', old.starts_at, 'endsAt', old.ends_at,
      'changeUntil', old.change_until, 'cancelUntil', old.cancel_until,
      'addressId', old.address_id, 'address', old.address, 'reference', old.reference,
      'costCentreId', old.cost_centre_id, 'costCentreLabel', old.cost_centre_label,
      'driverHint', old.driver_hint, 'particulars', old.particulars,
      'net', old.net_cents, 'vat', old.vat, 'gross', old.gross_cents),
    jsonb_agg(
      jsonb_build_object('productCode', product_code, 'name', name, 'unit', unit, 'quantity', quantity,
        'unitPrice', unit_price, 'vatRate', vat_rate, 'net', net_cents)
      order by position)
  from order_line where order_id = old.id;
  delete from order_line where order_id = old.id;
  return new;
end $$;

drop trigger keeps_every_version on service_order;
create trigger keeps_every_version before update on service_order for each row
  when ((old.version, old.pool, old.service_date, old.window_starts, old.window_ends, old.starts_at, old.ends_at,
      old.change_until, old.cancel_until, old.address_id, old.address, old.reference, old.cost_centre_id,
      old.cost_centre_label, old.driver_hint, old.particulars, old.net_cents, old.vat, old.gross_cents)
    is distinct from
      (new.version, new.pool, new.service_date, new.window_starts, new.window_ends, new.starts_at, new.ends_at,
      new.change_until, new.cancel_until, new.address_id, new.address, new.reference, new.cost_centre_id,
      new.cost_centre_label, new.driver_hint, new.particulars, new.net_cents, new.vat, new.gross_cents))
  execute function keep_order_version();
grant update (particulars) on service_order to portal_app;
