-- What the carrier delivers and counts: letters and advertising mail by the piece, with prices and VAT from a date on.
-- Announced with a drop-off, counted in the sorting, charged on the invoice.
create table mail_product (
  code text primary key check (code ~ '^[A-Z0-9_]{1,40}$'),
  family text not null check (family in ('letter', 'advertising', 'registered', 'formal')),
  name bilingual not null,
  -- format and weight, in a sentence for customers
  limits bilingual not null,
  max_grams integer check (max_grams > 0),
  -- fewer pieces in one posting are not taken ...
  min_pieces integer not null default 1 check (min_pieces > 0),
  -- ... and from there up to this many each piece costs the surcharge as well
  full_price_pieces integer check (full_price_pieces > min_pieces),
  surcharge_code text references mail_product,
  position smallint not null,
  is_active boolean not null default true,
  check ((full_price_pieces is null) = (surcharge_code is null))
);

create table mail_product_price (
  product_code text not null references mail_product,
  valid_from date not null,
  -- net, hundredths of a cent
  unit_price bigint not null check (unit_price >= 0),
  primary key (product_code, valid_from)
);

-- Categories of EN 16931 (UNTDID 5305): S is taxed, E is exempt and says why, Z is taxed at zero.
create table mail_product_vat (
  product_code text not null references mail_product,
  valid_from date not null,
  category text not null check (category in ('S', 'E', 'Z')),
  -- basis points: 1900 is 19 %
  rate integer not null check (rate between 0 and 10000),
  exemption_reason bilingual,
  primary key (product_code, valid_from),
  check ((category = 'S') = (rate > 0)),
  check ((category = 'E') = (exemption_reason is not null))
);

grant select on mail_product, mail_product_price, mail_product_vat to portal_app, portal_desk;
