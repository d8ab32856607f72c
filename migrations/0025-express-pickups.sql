-- A service of today only: an express pickup is ordered and carried out on the same day.
alter table service drop constraint service_horizon_days_check;
alter table service add check (horizon_days between 0 and 366);
