insert into res_currency (name, symbol, rounding, active) values ('EUR', '€', 0.01, true), ('USD', '$', 0.01, true);

insert into res_company (name, partner_id, currency_id) values ('Our own company', 1, 1);

insert into res_users (login, password, company_id, partner_id, active) values ('sales', 'x', 1, 1, true);

insert into product_category (name, complete_name)
select 'Group ' || chr(64 + g), 'All / Group ' || chr(64 + g) from generate_series(1, 6) g;

insert into uom_uom (name, factor) values ('Units', 1), ('Dozens', 0.0833);

insert into product_template
  (name, sequence, description_sale, type, categ_id, list_price, weight, sale_ok, purchase_ok, uom_id, active,
   default_code, create_date)
select (array['Desk', 'Chair', 'Lamp', 'Shelf', 'Cabinet'])[1 + g % 5] || ' ' || chr(65 + g % 26), 1,
       'Made of solid wood, and delivered to the door', 'consu', 1 + g % 6, 10 + g * 1.25, 2.5, true, true, 1, true,
       'FURN_' || lpad(g::text, 4, '0'), timestamp '2025-01-01'
from generate_series(1, 80) g;

insert into product_product (default_code, active, product_tmpl_id, barcode, weight, combination_indices, create_date)
select default_code, true, id, '400' || lpad(id::text, 10, '0'), 2.5, '', create_date from product_template;

insert into sale_order
  (name, origin, client_order_ref, state, date_order, create_date, user_id, partner_id, partner_invoice_id,
   partner_shipping_id, currency_id, amount_untaxed, amount_tax, amount_total, currency_rate, invoice_status, company_id)
select 'S' || lpad(g::text, 5, '0'), null, case when g % 4 = 0 then 'PO ' || g end,
       (array['draft', 'sent', 'sale', 'cancel'])[1 + g % 4], timestamp '2026-01-01' + g * interval '7 hours',
       timestamp '2026-01-01' + g * interval '7 hours', 1, 1 + g % 150, 1 + g % 150, 1 + (g + 1) % 150, 1,
       g * 3.1, g * 0.62, g * 3.72, 1, (array['no', 'to invoice', 'invoiced'])[1 + g % 3], 1
from generate_series(1, 300) g;

insert into sale_order_line
  (order_id, name, sequence, price_unit, price_subtotal, price_tax, price_total, discount, product_id, product_uom_qty,
   product_uom, qty_delivered, qty_invoiced, qty_to_invoice, salesman_id, currency_id, company_id, order_partner_id,
   state, customer_lead)
select 1 + g % 300, 'Line of text ' || g, 10, 10 + g % 80 * 1.25, (10 + g % 80 * 1.25) * (1 + g % 5), 3.1,
       (10 + g % 80 * 1.25) * (1 + g % 5) * 1.2, case when g % 3 = 0 then 10 else 0 end, 1 + g % 80, 1 + g % 5, 1,
       0, 0, 0, 1, 1, 1, 1 + g % 150, 'sale', 0
from generate_series(1, 700) g;

insert into account_move
  (name, ref, date, state, move_type, partner_id, currency_id, amount_untaxed, amount_total, amount_residual,
   invoice_date, invoice_date_due, payment_state)
select 'INV/2026/' || lpad(g::text, 5, '0'), 'S' || lpad(g::text, 5, '0'), date '2026-02-01' + g, 'posted',
       'out_invoice', 1 + g % 150, 1, g * 3.1, g * 3.72, 0, date '2026-02-01' + g, date '2026-03-01' + g, 'paid'
from generate_series(1, 150) g;

insert into account_move_line
  (move_id, name, product_id, quantity, price_unit, discount, price_subtotal, price_total, debit, credit, balance,
   partner_id, date)
select 1 + g % 150, 'Line of text ' || g, 1 + g % 80, 1 + g % 5, 10 + g % 80 * 1.25, 0, 12.5, 15, 0, 12.5, -12.5,
       1 + g % 150, date '2026-02-01' + g % 150
from generate_series(1, 400) g;
