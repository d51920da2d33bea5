select CustomerId as source_key, Email as email, Phone as phone, Country as country, City as city,
  PostalCode as postal_code
from Customer
