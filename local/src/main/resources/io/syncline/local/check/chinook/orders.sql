select i.InvoiceId as source_key, i.CustomerId as customer, i.Total as total
from Invoice i
join Customer c on c.CustomerId = i.CustomerId
where not exists (
  select 1
  from InvoiceLine l
  left join Track t on t.TrackId = l.TrackId
  where l.InvoiceId = i.InvoiceId and t.TrackId is null)
