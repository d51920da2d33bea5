select s.sale_no as source_key, s.client_no as customer, lower(trim(s.state)) as status,
  (select coalesce(sum(round(i.qty * i.unit_price * (1 - i.rebate_percent / 100), 2)), 0)
   from sale_items i
   where i.sale_no = s.sale_no and i.is_deleted = 0) as total
from sales s
join clients c on c.client_no = s.client_no and c.is_deleted = 0
where s.is_deleted = 0
  and not exists (
    select 1
    from sale_items i
    left join articles a on a.article_no = i.article_no and a.is_deleted = 0
    where i.sale_no = s.sale_no and i.is_deleted = 0 and a.article_no is null)
