-- How many services are decided only by the decision on another item of the letter, and of what kind are both?
select
  items.decision,
  items.category,
  others.category as depends_on_category,
  count(*) as items,
  count(*) filter (reasons.reason = 1) as for_that_reason_above_all
from 'parquet/items.parquet' as items
join 'parquet/items.parquet' as others
  on others.case_id = items.case_id and others.item = items.depends_on
join 'parquet/reasons.parquet' as reasons
  on reasons.case_id = items.case_id
  and reasons.item = items.item
  and reasons.code in ('depends-on-denied-item', 'supports-necessary-item')
where items.case_rank = 1
group by items.decision, items.category, others.category
order by items desc, items.decision, items.category, depends_on_category;
