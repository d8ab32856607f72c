-- Forgets who a person was, once they act for no firm any more. What would be deleted along with the row (secrets,
-- settings) goes; what only names it (orders, the audit log) keeps the row as a pseudonym. Open invitations do not
-- name it: "P-12 invites you" would help nobody.
create or replace function erase_person(who bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  former text;
  pseudonym text := 'p-' || who || '@deleted.invalid';
  belonging record;
begin
  select email into former from person where id = who for update;
  if exists (select from membership where person_id = who) then return false; end if;
  for belonging in
    select c.conrelid::regclass as owned, a.attname as who_column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass and c.confdeltype = 'c' and cardinality(c.conkey) = 1
  loop
    execute format('delete from %s where %I = $1', belonging.owned, belonging.who_column) using who;
  end loop;
  update person set email = pseudonym, name = 'P-' || who, password_hash = '' where id = who;
  update registration_request set email = pseudonym, name = 'P-' || who
    where lower(email) = lower(former) and state in ('completed', 'declined');
  update invitation set email = pseudonym where accepted_by = who;
  update invitation set invited_by = null where invited_by = who;
  update mail set recipient = pseudonym, text_body = null, html_body = null where lower(recipient) = lower(former);
  return true;
end $$;
