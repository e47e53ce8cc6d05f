-- If a drug is denied because another should be tried first: which one does the reviewer name, and in which sentence?
-- The drug is taken from the words of sentences that deny something: read the example before you count on a row.
with kinds (try_first, words) as (
  values
    ('antidepressant', 'anti[- ]?depressant|tricyclic|snri'),
    ('anticonvulsant', 'anti[- ]?(convulsant|epileptic)'),
    ('anti-inflammatory drug', 'nsaid|anti[- ]?inflammator'),
    ('acetaminophen', 'acetaminophen|tylenol'),
    ('non-opioid drug', 'non[- ]?opioid'),
    ('drug by mouth', 'oral'),
    ('drug without prescription', 'over[- ]the[- ]counter'),
    ('generic', 'generic'),
    ('liquid form', 'liquid')
),
denials as (
  select case_id, item, items.subcategory as denied_class
  from 'parquet/reasons.parquet' as reasons
  join 'parquet/items.parquet' as items using (case_id, item)
  where items.case_rank = 1 and reasons.code = 'first-line-drug-not-tried'
),
sentences as (
  select case_id, item, trim(unnest(regexp_extract_all(text, '[^.]+'))) as sentence
  from 'parquet/rationale_parts.parquet'
  where part in ('case', 'summing-up')
),
named as (
  select denied_class, try_first, case_id, item, sentence
  from denials
  join sentences using (case_id, item)
  join kinds on regexp_matches(sentence, '\b(' || words || ')', 'i')
  where regexp_matches(sentence, '\b(no|not|nor|without|lack|never|fails?|unclear|why|versus)\b', 'i')
)
select
  denied_class,
  coalesce(try_first, 'not named') as try_first,
  count(distinct (case_id, item)) as items,
  min(sentence) as example
from denials
left join named using (case_id, item, denied_class)
group by denied_class, try_first
order by items desc, denied_class, try_first;
