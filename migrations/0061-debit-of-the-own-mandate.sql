-- A debit names a mandate of its own firm: keys between rows of customers carry the customer.
alter table mandate add unique (reference, customer_id);
alter table debit drop constraint debit_mandate_reference_fkey;
alter table debit add foreign key (mandate_reference, customer_id) references mandate (reference, customer_id);
