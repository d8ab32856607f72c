-- Why a letter has not gone out, for the desk; and what the desk searches its letters by.
alter table mail
  add column attempts integer not null default 0 check (attempts >= 0),
  add column last_attempt_at timestamptz,
  add column last_error text check (length(last_error) <= 500);
create index on mail (lower(recipient) text_pattern_ops, id);
create index on mail (id) where sent_at is null;
grant update (attempts, last_attempt_at, last_error) on mail to portal_app;
