update attempt set uid = :#${exchangeProperty.uid}
where work_order = :#${exchangeProperty.order[number]} and address = :#${exchangeProperty.address} and uid is null
  and id > (select coalesce(max(named.id), 0) from attempt named
            where named.address = :#${exchangeProperty.address} and named.uid is not null)
