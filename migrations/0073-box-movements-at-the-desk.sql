-- A movement of boxes that a clerk types in is written down once, however often its form is sent.
alter table box_movement add column entry_key text check (length(entry_key) between 8 and 100);
create unique index box_movement_of_entry on box_movement (entry_key, (pieces > 0)) where entry_key is not null;
