-- The shape of Odoo's contacts, products, sales and invoices: names and types of the columns that matter, written
-- from what is publicly known of them. Not Odoo's own files, and not all of its columns.

create table res_country (
  id bigserial primary key, name text not null, code varchar(2), phone_code int);

create table res_country_state (
  id bigserial primary key, country_id bigint not null references res_country, name text, code text);

create table res_currency (
  id bigserial primary key, name varchar(3) not null, symbol text, rounding numeric, active boolean);

create table res_partner (
  id bigserial primary key, company_id bigint, create_date timestamp, display_name text, name text, title bigint,
  parent_id bigint references res_partner, ref text, lang text, tz text, user_id bigint, vat text, website text,
  comment text, credit_limit double precision, active boolean, function text, type text, street text, street2 text,
  zip text, city text, state_id bigint references res_country_state, country_id bigint references res_country,
  email text, phone text, mobile text, is_company boolean, color int, commercial_partner_id bigint,
  commercial_company_name text, company_name text, write_date timestamp);

create table res_company (
  id bigserial primary key, name text not null, partner_id bigint not null references res_partner,
  currency_id bigint not null references res_currency, email text, phone text);

create table res_users (
  id bigserial primary key, login text not null, password text, company_id bigint references res_company,
  partner_id bigint not null references res_partner, active boolean, signature text);

create table product_category (
  id bigserial primary key, name text not null, complete_name text, parent_id bigint references product_category);

create table uom_uom (
  id bigserial primary key, name text not null, factor numeric not null);

create table product_template (
  id bigserial primary key, name text not null, sequence int, description text, description_sale text, type text,
  categ_id bigint not null references product_category, list_price numeric, volume numeric, weight numeric,
  sale_ok boolean, purchase_ok boolean, uom_id bigint not null references uom_uom, active boolean, default_code text,
  create_date timestamp, write_date timestamp);

create table product_product (
  id bigserial primary key, default_code text, active boolean,
  product_tmpl_id bigint not null references product_template, barcode text, volume numeric, weight numeric,
  combination_indices text, create_date timestamp, write_date timestamp);

create table sale_order (
  id bigserial primary key, name text not null, origin text, client_order_ref text, reference text, state text,
  date_order timestamp not null, validity_date date, create_date timestamp, user_id bigint references res_users,
  partner_id bigint not null references res_partner, partner_invoice_id bigint not null references res_partner,
  partner_shipping_id bigint not null references res_partner, currency_id bigint references res_currency, note text,
  amount_untaxed numeric, amount_tax numeric, amount_total numeric, currency_rate numeric, invoice_status text,
  company_id bigint not null references res_company, commitment_date timestamp, write_date timestamp);

create table sale_order_line (
  id bigserial primary key, order_id bigint not null references sale_order, name text not null, sequence int,
  price_unit numeric not null, price_subtotal numeric, price_tax double precision, price_total numeric,
  discount numeric, product_id bigint references product_product, product_uom_qty numeric not null,
  product_uom bigint references uom_uom, qty_delivered numeric, qty_invoiced numeric, qty_to_invoice numeric,
  salesman_id bigint references res_users, currency_id bigint references res_currency,
  company_id bigint references res_company, order_partner_id bigint references res_partner, state text,
  customer_lead double precision, create_date timestamp, write_date timestamp);

create table account_move (
  id bigserial primary key, name text, ref text, date date not null, state text not null, move_type text not null,
  partner_id bigint references res_partner, currency_id bigint references res_currency, amount_untaxed numeric,
  amount_total numeric, amount_residual numeric, invoice_date date, invoice_date_due date, payment_state text,
  create_date timestamp);

create table account_move_line (
  id bigserial primary key, move_id bigint not null references account_move, name text,
  product_id bigint references product_product, quantity numeric, price_unit numeric, discount numeric,
  price_subtotal numeric, price_total numeric, debit numeric, credit numeric, balance numeric,
  partner_id bigint references res_partner, date date, create_date timestamp);

create table crm_lead (
  id bigserial primary key, name text not null, partner_id bigint references res_partner, partner_name text,
  contact_name text, email_from text, phone text, expected_revenue numeric, probability double precision,
  user_id bigint references res_users, date_open timestamp, create_date timestamp);
