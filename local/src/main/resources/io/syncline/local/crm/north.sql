-- A CRM on PostgreSQL. No foreign keys, as in many a CRM that grew: an order may come before its customer.

create table customers (
  id            bigserial primary key,
  first_name    text,
  last_name     text,
  company       text,
  email         text,
  phone         text,
  street        text,
  city          text,
  postcode      text,
  country_code  char(2),
  vip           boolean       not null default false,
  created_at    timestamptz   not null default clock_timestamp(),
  updated_at    timestamptz   not null default clock_timestamp(),
  deleted_at    timestamptz
);

create table products (
  id            bigserial primary key,
  sku           text          not null unique,
  name          text          not null,
  category      text,
  price         numeric(12,2) not null,
  currency      char(3)       not null,
  updated_at    timestamptz   not null default clock_timestamp(),
  deleted_at    timestamptz
);

create table orders (
  id            bigserial primary key,
  order_no      text          not null,
  customer_id   bigint        not null,
  status        text          not null,
  ordered_at    timestamptz   not null,
  currency      char(3)       not null,
  total         numeric(12,2) not null,
  updated_at    timestamptz   not null default clock_timestamp(),
  deleted_at    timestamptz
);

create table order_lines (
  id            bigserial primary key,
  order_id      bigint        not null,
  product_id    bigint        not null,
  quantity      int           not null,
  unit_price    numeric(12,2) not null,
  discount      numeric(5,4)  not null default 0,
  updated_at    timestamptz   not null default clock_timestamp(),
  deleted_at    timestamptz
);

create index on customers (updated_at, id);

create index on products (updated_at, id);

create index on orders (updated_at, id);

create index on orders (customer_id);

create index on order_lines (updated_at, id);

create index on order_lines (order_id);

create function touch() returns trigger language plpgsql as $$
begin
  -- Not now(): that is when the transaction began, and a long one would look older than it is.
  new.updated_at := clock_timestamp();
  return new;
end $$;

create trigger touch before update on customers for each row execute function touch();

create trigger touch before update on products for each row execute function touch();

create trigger touch before update on orders for each row execute function touch();

create trigger touch before update on order_lines for each row execute function touch();
