-- SEPA direct debit: who collects, and the mandates that firms have given.

-- A carrier without a creditor identifier (the Bundesbank gives them out) offers no direct debit.
alter table carrier
  add column creditor_id text check (creditor_id ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$'),
  add column creditor_name text check (length(creditor_name) between 1 and 70),
  add column creditor_street text check (length(creditor_street) between 1 and 70),
  add column creditor_postcode text check (length(creditor_postcode) between 1 and 16),
  add column creditor_city text check (length(creditor_city) between 1 and 35),
  add column creditor_country text check (creditor_country ~ '^[A-Z]{2}$'),
  add constraint creditor_is_whole check (
    num_nulls(creditor_id, creditor_name, creditor_street, creditor_postcode, creditor_city, creditor_country)
      in (0, 6));
-- The sample carrier collects under the identifier that the Bundesbank keeps for tests.
update carrier set creditor_id = 'DE98ZZZ09999999999', creditor_name = legal_name, creditor_street = street,
  creditor_postcode = postcode, creditor_city = city, creditor_country = 'DE' where is_sample;

-- What was signed is a copy of everything that it said: it never changes, only ends. Of the account number only
-- the country and the last four characters stand here in clear.
create table mandate (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  running_number integer not null check (running_number > 0),
  reference text not null unique check (length(reference) <= 35 and reference ~ '^D[0-9]{1,12}-[0-9]{4,}$'),
  submission_key text not null check (length(submission_key) between 8 and 100),
  -- keyed hash of what was submitted: a resend is the same, another form with the same key is not
  submission_hash bytea not null,
  scheme text not null check (scheme in ('CORE', 'B2B')),

  creditor_id text not null,
  creditor_name text not null,
  creditor_street text not null,
  creditor_postcode text not null,
  creditor_city text not null,
  creditor_country text not null,

  holder text not null check (length(holder) between 1 and 70),
  street text not null check (length(street) between 1 and 70),
  postcode text not null check (length(postcode) between 1 and 16),
  city text not null check (length(city) between 1 and 35),
  country text not null check (country ~ '^[A-Z]{2}$'),
  iban_sealed bytea not null,
  -- keyed hash, to find out whether two are the same account
  iban_hash bytea not null,
  iban_country text not null check (iban_country ~ '^[A-Z]{2}$'),
  iban_last4 text not null check (iban_last4 ~ '^[A-Z0-9]{4}$'),

  text_version text not null,
  language text not null check (language in ('de', 'en')),
  -- the words that were agreed to, with the creditor's name in them
  authorisation text not null,
  conditions text not null,
  place text not null check (length(place) between 1 and 35),
  signature text not null check (length(signature) between 1 and 70),
  given_at timestamptz not null,
  given_by bigint references person on delete set null,
  -- of the person, who may be gone when it matters
  given_by_name text not null,
  client_address text not null check (length(client_address) <= 100),
  user_agent text not null check (length(user_agent) <= 300),

  last_used_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('revoked', 'replaced')),
  check ((ended_at is null) = (ended_how is null)),
  unique (customer_id, running_number),
  unique (customer_id, submission_key),
  unique (id, customer_id)
);
-- One account to collect from, also when two people give a mandate at the same moment.
create unique index one_mandate_in_force on mandate (customer_id) where ended_at is null;

alter table mandate enable row level security;
create policy own_customer on mandate to portal_app using (customer_id = (select app_customer_id()));
grant select, insert, update (last_used_at, ended_at, ended_how) on mandate to portal_app;
