-- A CRM on MariaDB. Same business as north, other habits: one name column, country in words, no order total.

create sequence sale_numbers start with 1;

create table clients (
  client_no      varchar(12)    not null primary key,
  row_id         bigint         not null auto_increment unique,
  full_name      varchar(160),
  mail           varchar(160),
  telephone      varchar(40),
  address_line   varchar(160),
  town           varchar(80),
  zip            varchar(16),
  country        varchar(60),
  segment        varchar(20),
  modified_at    datetime(6)    not null default current_timestamp(6) on update current_timestamp(6),
  is_deleted     tinyint(1)     not null default 0,
  index (modified_at, row_id)
) character set utf8mb4;

create table articles (
  article_no     varchar(12)    not null primary key,
  row_id         bigint         not null auto_increment unique,
  sku            varchar(20),
  title          varchar(160)   not null,
  grp            varchar(60),
  list_price     decimal(10,2)  not null,
  modified_at    datetime(6)    not null default current_timestamp(6) on update current_timestamp(6),
  is_deleted     tinyint(1)     not null default 0,
  index (modified_at, row_id)
) character set utf8mb4;

create table sales (
  -- From a sequence, because a table has one auto_increment column at most.
  sale_no        bigint         not null default (next value for sale_numbers) primary key,
  row_id         bigint         not null auto_increment unique,
  client_no      varchar(12)    not null,
  state          varchar(20)    not null,
  sold_at        datetime(6)    not null,
  currency       char(3)        not null,
  modified_at    datetime(6)    not null default current_timestamp(6) on update current_timestamp(6),
  is_deleted     tinyint(1)     not null default 0,
  index (modified_at, row_id),
  index (client_no)
) character set utf8mb4;

create table sale_items (
  sale_no        bigint         not null,
  item_no        int            not null,
  row_id         bigint         not null auto_increment unique,
  article_no     varchar(12)    not null,
  qty            decimal(10,3)  not null,
  unit_price     decimal(10,2)  not null,
  rebate_percent decimal(5,2)   not null default 0,
  modified_at    datetime(6)    not null default current_timestamp(6) on update current_timestamp(6),
  is_deleted     tinyint(1)     not null default 0,
  primary key (sale_no, item_no),
  index (modified_at, row_id)
) character set utf8mb4;
