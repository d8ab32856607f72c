-- Copies of documents that go out by mail, to the addresses that the firm has chosen. One row for each document and
-- address: whatever runs how often, it is sent once, until a clerk sends it again.
create table document_delivery (
  id bigint generated always as identity primary key,
  document_id bigint not null,
  customer_id bigint not null references customer,
  address text not null check (length(address) between 3 and 254),
  -- 'failed': not taken by the mail server, see problem; 'returned': it came back, as a clerk has noted
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'returned')),
  -- counts how often a clerk has sent it again
  round integer not null default 1 check (round > 0),
  attempts integer not null default 0 check (attempts >= 0),
  problem text check (length(problem) <= 300),
  queued_at timestamptz not null,
  last_at timestamptz,
  unique (document_id, address),
  unique (id, customer_id),
  foreign key (document_id, customer_id) references document (id, customer_id) on delete cascade
);
create index document_delivery_in_trouble on document_delivery (last_at desc, id desc)
  where state in ('failed', 'returned');

alter table document_delivery enable row level security;
create policy own_customer on document_delivery to portal_app using (customer_id = (select app_customer_id()));
create policy desk_reads on document_delivery for select to portal_desk using (true);
grant select, insert, update (state, round, attempts, problem, last_at) on document_delivery to portal_app;
grant select on document_delivery to portal_desk;

-- The desk finds documents of all firms; it reads their bytes as the firm that they belong to.
create policy desk_reads on document for select to portal_desk using (true);
create policy desk_reads on document_share for select to portal_desk using (true);
grant select on document, document_share to portal_desk;
