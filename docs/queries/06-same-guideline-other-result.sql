-- If both sides cite the same guideline for an item, how often does the reviewer come to a different result?
with cited as (
  select case_id, item, side, source, coalesce(chapter, title) as guideline
  from 'parquet/citations.parquet'
  where title is not null
),
shared as (
  select distinct administrator.case_id, administrator.item, administrator.source, administrator.guideline
  from cited as administrator
  join cited as reviewer using (case_id, item, source, guideline)
  where administrator.side = 'claims-administrator' and reviewer.side = 'reviewer'
)
select
  source,
  guideline,
  count(*) as items,
  count(*) filter (medically_necessary) as overturned
from shared
join 'parquet/items.parquet' using (case_id, item)
where case_rank = 1
group by source, guideline
order by items desc, source, guideline;
