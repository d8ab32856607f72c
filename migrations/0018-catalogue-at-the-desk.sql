-- The desk changes the catalogue: each change holds from a date on, is written down with who made it, and leaves booked
-- orders as they were promised.

-- VAT of goods and services by date, like that of the products of the post; see 0017 for the categories.
create table product_vat (
  product_code text not null references product,
  valid_from date not null,
  category text not null check (category in ('S', 'E', 'Z')),
  rate integer not null check (rate between 0 and 10000),
  exemption_reason bilingual,
  primary key (product_code, valid_from),
  check ((category = 'S') = (rate > 0)),
  check ((category = 'E') = (exemption_reason is not null))
);
insert into product_vat (product_code, valid_from, category, rate)
select p.code, coalesce((select min(valid_from) from product_price where product_code = p.code), date '2026-01-01'),
  case when p.vat_rate > 0 then 'S' else 'Z' end, p.vat_rate
from product p;
alter table product drop column vat_rate;
grant select on product_vat to portal_app, portal_desk;

-- What is to be different, from when on, and what it was when the change was made. Prices, VAT and days stand with their
-- own date in their tables at once; a name or a deadline is written when its date has come, which is `applied_at`.
create table catalogue_change (
  id bigint generated always as identity primary key,
  subject text not null check (length(subject) <= 40),
  code text not null check (length(code) <= 60),
  effective_on date not null,
  before jsonb not null,
  after jsonb not null,
  planned_at timestamptz not null,
  staff_id bigint references staff_account on delete set null,
  planned_by text not null,
  applied_at timestamptz,
  withdrawn_at timestamptz,
  check (applied_at is null or withdrawn_at is null)
);
-- one plan for one thing and day: who wants it otherwise takes the first one back
create unique index one_planned_catalogue_change on catalogue_change (subject, code, effective_on)
  where applied_at is null and withdrawn_at is null;
create index catalogue_change_history on catalogue_change (subject, code, id);
create index catalogue_change_due on catalogue_change (effective_on)
  where applied_at is null and withdrawn_at is null;

alter table catalogue_change enable row level security;
create policy desk on catalogue_change to portal_desk using (true);
grant select, insert, update (applied_at, withdrawn_at) on catalogue_change to portal_desk;

grant insert, delete on product_price, product_vat, mail_product_price, mail_product_vat to portal_desk;
grant update (name, unit, hint, max_per_order, is_active) on product to portal_desk;
grant update (name, limits, max_grams, min_pieces, full_price_pieces, is_active) on mail_product to portal_desk;
grant update (name, hours, order_cutoff, change_rule, cancel_rule, lead_business_days, horizon_days)
  on service to portal_desk;
grant insert, update, delete on calendar_exception to portal_desk;
