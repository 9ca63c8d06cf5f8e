insert into attempt (work_order, uid, address, began, ended, result, firmware, reason, advice)
values (:#${exchangeProperty.order[number]}, :#${exchangeProperty.uid}, :#${exchangeProperty.address},
        :#${exchangeProperty.began}, current_timestamp, :#${exchangeProperty.result}, :#${exchangeProperty.firmware},
        :#${exchangeProperty.reason}, :#${exchangeProperty.advice})
