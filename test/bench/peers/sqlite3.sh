#!/bin/sh
# sqlite3 on the clean file.
exec sqlite3 -batch -noheader -csv :memory: ".import --csv \"$1\" c" "
  with sums as (
    select substr(date, 1, 4) as year, destination, count(*) as certificates, sum(cast(round(value * 100) as integer)) as cents
    from c group by 1, 2
  )
  select * from sums union all select year, '', sum(certificates), sum(cents) from sums group by year"
