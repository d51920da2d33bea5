select o.id as source_key, o.customer_id as customer, o.total, lower(trim(o.status)) as status
from orders o
join customers c on c.id = o.customer_id and c.deleted_at is null
where o.deleted_at is null
  and not exists (
    select 1
    from order_lines l
    left join products p on p.id = l.product_id and p.deleted_at is null
    where l.order_id = o.id and l.deleted_at is null and p.id is null)
