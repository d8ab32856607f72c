-- Who did what to which thing. The program can add to it and read it, never change it.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  customer_id bigint,
  actor_kind text not null check (actor_kind in ('person', 'carrier', 'visitor')),
  person_id bigint,
  action text not null,
  object text not null,
  before jsonb,
  after jsonb,
  request_id text not null
);
create index on audit_entry (customer_id, id desc);
alter table audit_entry enable row level security;
create policy read_own on audit_entry for select to portal_app using (customer_id = (select app_customer_id()));
create policy write_own on audit_entry for insert to portal_app
  with check (customer_id is not distinct from (select app_customer_id()));
grant select, insert on audit_entry to portal_app;

-- Every mail that was handed over. Texts are kept only where nothing is really sent (the demo's mailbox):
-- a stored text would keep one-time passwords readable.
create table mail (
  id bigint generated always as identity primary key,
  -- the job that caused it: a job that runs twice finds its row and sends nothing
  key text not null unique,
  recipient text not null,
  subject text not null,
  text_body text,
  html_body text,
  created_at timestamptz not null,
  sent_at timestamptz
);
grant select, insert, update (sent_at) on mail to portal_app;
