-- A notice is about an event of its own firm: keys between rows of customers carry the customer.
alter table order_event add unique (id, customer_id);
alter table notice drop constraint notice_event_id_fkey;
alter table notice add foreign key (event_id, customer_id) references order_event (id, customer_id)
  on delete cascade;
