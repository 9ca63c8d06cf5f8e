^XA
^FO20,20^A0N,28^FD${exchangeProperty.order[product]}^FS
^FO20,60^A0N,40^FD${exchangeProperty.serialNumber}^FS
^FO20,110^BQN,2,4^FDQA,${exchangeProperty.serialNumber} ${exchangeProperty.uid}^FS
^FO180,120^A0N,28^FDFW ${exchangeProperty.order[version]}  PASS^FS
^XZ
