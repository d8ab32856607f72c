-- A firm as the buyer that an invoice names: its VAT id (BT-48 of EN 16931) and the country of its billing address
-- (BT-55). The firm says so itself, the desk for it, or the ERP.
alter table invoice_settings
  add column vat_id text not null default '' check (vat_id ~ '^([A-Z]{2}[A-Z0-9]{2,13})?$'),
  add column country text not null default 'DE' check (country ~ '^[A-Z]{2}$');

-- The import of firms works over many of them.
create policy desk_enters on invoice_settings for insert to portal_desk with check (true);
create policy desk_keeps on invoice_settings for update to portal_desk using (true);
grant insert, update (vat_id, country, version) on invoice_settings to portal_desk;
