-- The desk handles questions and keeps the answers of the help pages.
alter table inquiry
  -- who takes care of it; null: nobody yet
  add column assignee_id bigint references staff_account on delete set null;
create index inquiry_of_assignee on inquiry (assignee_id, due_at) where state = 'open';

-- which clerk wrote an answer or a note; its `author` is what the customer reads
alter table inquiry_message add column staff_id bigint references staff_account on delete set null;

create policy desk on inquiry to portal_desk using (true);
create policy desk on inquiry_message to portal_desk using (true);
grant select (id, number, customer_id, person_id, topic, subject, name, email, claimed_number, phone, language, order_id,
    state, due_at, created_at, last_at, version, assignee_id),
  update (customer_id, person_id, state, due_at, last_at, version, assignee_id) on inquiry to portal_desk;
grant select, insert on inquiry_message to portal_desk;

grant select, insert (topic, position, question, answer, keywords, is_published, updated_at),
  update (topic, position, question, answer, keywords, is_published, version, updated_at) on faq_entry to portal_desk;
grant select on service_hours to portal_desk;
