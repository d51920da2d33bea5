select customer_id as source_key, null as email, phone, country, city, postal_code
from customers
