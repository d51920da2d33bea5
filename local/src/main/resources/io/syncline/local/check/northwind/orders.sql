select o.order_id as source_key, o.customer_id as customer,
  (select coalesce(sum(round(d.quantity * d.unit_price::numeric * (1 - d.discount::numeric), 2)), 0)
   from order_details d
   where d.order_id = o.order_id) as total
from orders o
join customers c on c.customer_id = o.customer_id
where not exists (
  select 1
  from order_details d
  left join products p on p.product_id = d.product_id
  where d.order_id = o.order_id and p.product_id is null)
