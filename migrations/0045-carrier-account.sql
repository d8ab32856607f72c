-- What an invoice says of the carrier besides its address: where it is paid to, until when, by which tax number.

alter table carrier
  add column tax_number text not null default '' check (length(tax_number) <= 30),
  -- the account that customers transfer to and that direct debits are collected for
  add column bank_iban text check (bank_iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$'),
  add column bank_bic text check (bank_bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
  add column bank_name text check (length(bank_name) between 1 and 70),
  add constraint bank_is_whole check ((bank_iban is null) = (bank_name is null)
    and (bank_bic is null or bank_iban is not null)),
  -- days from the date of the invoice: for a transfer, and from the announcement of a direct debit to the debit
  add column payment_days smallint not null default 14 check (payment_days between 0 and 180),
  add column debit_notice_days smallint not null default 14 check (debit_notice_days between 1 and 60),
  -- an SVG for letters; without one they show the name
  add column logo_svg text check (length(logo_svg) <= 100000);

-- The account of the sample carrier: a bank code that no bank has.
update carrier set bank_iban = 'DE60123456780012345678', bank_name = 'Musterbank Berlin', tax_number = '00/000/00000'
  where is_sample;
