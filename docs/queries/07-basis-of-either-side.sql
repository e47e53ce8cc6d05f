-- What does each side base its position on (MTUS, other guidelines, nothing), and does it matter to the result?
select
  administrator_basis,
  reviewer_basis,
  count(*) as items,
  round(100 * avg(medically_necessary::int), 1) as overturned_percent
from 'parquet/items.parquet'
where case_rank = 1
group by administrator_basis, reviewer_basis
order by items desc, administrator_basis, reviewer_basis;
