-- How many items does a letter decide, and how are letters with mixed outcomes decided?
select
  item_count,
  count(*) as letters,
  count(*) filter (outcome = 'upheld') as upheld,
  count(*) filter (outcome = 'partially-overturned') as partially_overturned,
  count(*) filter (outcome = 'overturned') as overturned
from 'parquet/cases.parquet'
where case_rank = 1
group by item_count
order by item_count;
