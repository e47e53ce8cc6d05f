-- If a drug is denied because a first-line drug was not tried, which drugs does the reviewer name, and for which class of drug?
with sentences as (
  select items.subcategory as denied_class, unnest(regexp_extract_all(lower(parts.text), '[^.]+')) as sentence
  from 'parquet/reasons.parquet' as reasons
  join 'parquet/items.parquet' as items using (case_id, item)
  join 'parquet/rationale_parts.parquet' as parts using (case_id, item)
  where items.case_rank = 1 and reasons.code = 'first-line-drug-not-tried' and parts.part in ('case', 'summing-up')
),
named as (
  select
    denied_class,
    unnest(list_distinct(regexp_extract_all(
      replace(sentence, '-', ' '),
      '\b(anti ?depressant|anti ?convulsant|anti ?epileptic|tricyclic|snri|nsaid|anti ?inflammator|acetaminophen|tylenol|gabapentin|oral|over the counter|non opioid|liquid|generic|first line|first drug)',
      1
    ))) as missing
  from sentences
  where regexp_matches(sentence, '\b(no|not|nor|without|lack|never|fails?|unclear|why|versus)\b')
)
select missing, denied_class, count(*) as sentences
from named
group by missing, denied_class
order by sentences desc, missing, denied_class;
