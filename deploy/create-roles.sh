#!/bin/sh
# Runs once, when PostgreSQL makes its data directory: the two roles of the portal and its database.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres \
  --set=owner_password="$PORTAL_OWNER_PASSWORD" --set=app_password="$PORTAL_APP_PASSWORD" <<'SQL'
create role portal_owner login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner_password';
create role portal_app login noinherit nosuperuser nobypassrls nocreatedb nocreaterole password :'app_password';
create role portal_desk nologin nosuperuser nobypassrls nocreatedb nocreaterole;
grant portal_desk, portal_app to portal_owner;
grant portal_desk to portal_app;
create database portal owner portal_owner template template0 encoding 'UTF8';
\connect portal
revoke create on schema public from public;
grant all on schema public to portal_owner;
SQL
