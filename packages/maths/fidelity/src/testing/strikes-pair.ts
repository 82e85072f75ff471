import { categoryColumn, type NumberColumn, type Table, tableOf } from '@assay/stats';

/**
 * A pair of small tables to compare. The real one is every 41st row of `birdstrikes.csv` of vega-datasets 3.2.1 (FAA
 * Wildlife Strike Database, U.S. Government Dataset) in seven of its columns, with six derived ones so that a key,
 * missing instants, rounding, booleans and constants occur. The synthetic one draws 220 of those rows by seed,
 * takes each cell from another row with probability 0.4, and shifts, drops or invents some values.
 */
const REAL = `strike,day,damage,phase,species,time,speed,kmh,cost,hours,repaired,source,units
1000,1990-01-08,None,Climb,Large,Day,300,555.6,0,0.1,False,FAA,1
1001,1990-05-01,None,Approach,Small,Day,124,242.9,0,1,False,FAA,1
1002,1990-05-29,None,Take-off run,Medium,Night,130,267.4,0,1.9000000000000004,False,FAA,1
1003,,None,Landing Roll,Small,Day,145,308.4,0,2.2,False,FAA,1
1004,1990-07-29,None,Approach,Medium,Day,100,238.4,0,3.1000000000000005,False,FAA,1
1005,1990-08-22,None,Approach,Small,Night,130,307.3,0,1,False,FAA,1
1006,1990-09-07,None,Approach,Medium,Night,140,339.1,0,1.3000000000000003,False,FAA,1
1007,1990-09-22,None,Climb,Medium,Night,150,277.8,0,2.2,False,FAA,1
1008,1990-10-11,None,Take-off run,Medium,Day,200,383.7,0,3.1,False,FAA,1
1009,1990-10-24,None,Approach,Medium,Night,127,,0,0.4,False,FAA,1
1010,1990-11-08,Substantial,Take-off run,Medium,Day,,,0,1.3,False,FAA,1
1011,1990-12-11,None,Landing Roll,Medium,Day,,,0,2.2,False,FAA,1
1012,1991-02-26,None,Approach,Small,Day,140,325.8,0,2.5000000000000004,False,FAA,1
1013,1991-04-09,None,Climb,Medium,Day,200,450.2,0,0.4,False,FAA,1
1014,1991-05-06,None,Approach,Medium,Night,180,333.4,0,1.3,False,FAA,1
1015,1991-05-22,None,Approach,Small,Day,140,272.6,0,1.6,False,FAA,1
1016,1991-07-01,None,Take-off run,Medium,Night,70,156.2,0,2.5000000000000004,False,FAA,1
1017,1991-08-01,None,Take-off run,Medium,Day,126,273.3,0,3.4000000000000004,False,FAA,1
1018,1991-08-19,None,Climb,Medium,Day,180,386.6,0,0.7000000000000001,False,FAA,1
1019,1991-09-03,None,Approach,Small,Day,130,307.3,0,1.6,False,FAA,1
1020,,None,Approach,Medium,Night,165,385.4,0,2.5,False,FAA,1
1021,1991-09-30,None,Approach,Small,Night,115,213.0,0,2.8000000000000003,False,FAA,1
1022,1991-10-14,None,Approach,Medium,Night,,,0,0.7,False,FAA,1
1023,1991-11-03,None,Climb,Medium,Day,,,0,1.6,False,FAA,1
1024,1991-11-19,None,Approach,Medium,Day,150,317.7,0,1.9000000000000001,False,FAA,1
1025,1991-12-22,None,Approach,Medium,Day,,,0,2.8000000000000003,False,FAA,1
1026,1992-02-20,Substantial,Climb,Large,Night,250,529.5,0,0.7000000000000001,False,FAA,1
1027,1992-04-12,None,Approach,Large,Night,180,413.2,0,1,False,FAA,1
1028,1992-04-30,None,Approach,Medium,Day,140,259.3,248,1.9000000000000001,True,FAA,1
1029,1992-05-16,None,Approach,Small,Night,140,272.6,0,2.8000000000000003,False,FAA,1
1030,1992-05-30,None,Climb,Medium,Day,280,545.2,0,0.1,False,FAA,1
1031,1992-06-15,None,Take-off run,Small,Day,120,262.1,0,1,False,FAA,1
1032,1992-07-08,None,Approach,Small,Night,130,,0,1.9000000000000004,False,FAA,1
1033,1992-07-28,None,Climb,Small,Dawn,160,362.8,0,2.2,False,FAA,1
1034,1992-08-13,None,Approach,Medium,Night,130,320.6,0,3.1000000000000005,False,FAA,1
1035,1992-08-27,None,Approach,Medium,Night,180,333.4,0,1,False,FAA,1
1036,1992-09-08,None,Climb,Small,Day,200,383.7,0,1.3000000000000003,False,FAA,1
1037,,None,Approach,Large,Day,170,341.4,0,2.2,False,FAA,1
1038,1992-10-05,None,Descent,Medium,Night,,,0,3.1,False,FAA,1
1039,1992-10-18,None,Climb,Medium,Night,200,423.6,0,0.4,False,FAA,1
1040,1992-11-06,None,Take-off run,Small,Day,180,399.9,0,1.3,False,FAA,1
1041,1992-12-20,None,Approach,Small,Day,150,357.6,0,2.2,False,FAA,1
1042,1993-02-23,None,Take-off run,Medium,Night,,,0,2.5000000000000004,False,FAA,1
1043,1993-04-08,None,Approach,Medium,Night,340,643.0,0,0.4,False,FAA,1
1044,1993-04-23,None,Climb,Small,Day,150,304.4,0,1.3,False,FAA,1
1045,1993-05-06,None,Landing Roll,Small,Day,120,262.1,0,1.6,False,FAA,1
1046,1993-05-24,None,Climb,Small,Night,140,312.5,0,2.5000000000000004,False,FAA,1
1047,1993-06-19,None,Approach,Medium,Dusk,170,381.3,0,3.4000000000000004,False,FAA,1
1048,1993-07-08,None,Approach,Small,Day,,,0,0.7000000000000001,False,FAA,1
1049,1993-07-27,None,Take-off run,Medium,Day,125,231.5,0,1.6,False,FAA,1
1050,1993-08-09,None,Take-off run,Medium,Day,,,0,2.5,False,FAA,1
1051,1993-08-20,None,Climb,Small,Day,200,397.0,0,2.8000000000000003,False,FAA,1
1052,1993-09-03,Medium,Take-off run,Medium,Day,100,225.1,0,0.7,False,FAA,1
1053,1993-09-20,None,Climb,Medium,Day,250,516.2,0,1.6,False,FAA,1
1054,,None,Approach,Small,Dusk,130,307.3,0,1.9000000000000001,False,FAA,1
1055,1993-10-13,None,Climb,Medium,Dawn,,,0,2.8000000000000003,False,FAA,1
1056,1993-10-27,None,Take-off run,Medium,Night,150,277.8,0,0.7000000000000001,False,FAA,1
1057,1993-11-17,None,Approach,Medium,Night,150,291.1,0,1,False,FAA,1
1058,1994-01-14,Minor,Approach,Large,Day,130,267.4,0,1.9000000000000001,False,FAA,1
1059,1994-03-04,None,Approach,Medium,Night,145,308.4,0,2.8000000000000003,False,FAA,1
1060,1994-04-08,None,Approach,Medium,Dusk,220,460.6,0,0.1,False,FAA,1
1061,1994-05-01,None,Approach,Small,Night,125,298.0,0,1,False,FAA,1
1062,1994-05-18,None,Approach,Small,Day,120,302.0,0,1.9000000000000004,False,FAA,1
1063,1994-06-15,None,Take-off run,Medium,Day,,,0,2.2,False,FAA,1
1064,1994-07-15,None,Approach,Medium,Day,,,0,3.1000000000000005,False,FAA,1
1065,1994-07-28,None,Approach,Medium,Night,200,397.0,0,1,False,FAA,1
1066,1994-08-10,None,Take-off run,Small,Day,140,299.2,0,1.3000000000000003,False,FAA,1
1067,1994-08-26,None,Approach,Small,Day,145,321.7,0,2.2,False,FAA,1
1068,1994-09-08,None,Approach,Medium,Night,130,307.3,0,3.1,False,FAA,1
1069,1994-09-20,None,Approach,Medium,Night,200,450.2,0,0.4,False,FAA,1
1070,1994-10-02,Medium,Approach,Medium,Dusk,,,0,1.3,False,FAA,1
1071,,None,Approach,Medium,Night,,,0,2.2,False,FAA,1
1072,1994-10-31,None,Approach,Small,Night,133,272.9,0,2.5000000000000004,False,FAA,1
1073,1994-11-17,None,Approach,Small,Night,140,299.2,0,0.4,False,FAA,1
1074,1994-12-31,Substantial,Approach,Medium,Day,,,0,1.3,False,FAA,1
1075,1995-03-03,None,Approach,Small,Day,135,316.5,0,1.6,False,FAA,1
1076,1995-03-27,None,Approach,Medium,Night,130,320.6,0,2.5000000000000004,False,FAA,1
1077,1995-04-18,None,Approach,Small,Day,140,259.3,0,3.4000000000000004,False,FAA,1
1078,1995-05-05,None,Climb,Medium,Dawn,,,0,0.7000000000000001,False,FAA,1
1079,1995-05-24,None,Approach,Small,Night,210,415.5,0,1.6,False,FAA,1
1080,1995-06-21,None,Landing Roll,Small,Day,130,280.7,0,2.5,False,FAA,1
1081,1995-07-13,None,Take-off run,Small,Day,120,275.4,0,2.8000000000000003,False,FAA,1
1082,1995-07-30,None,Approach,Small,Night,120,288.7,0,0.7,False,FAA,1
1083,1995-08-10,None,Landing Roll,Small,Night,130,320.6,0,1.6,False,FAA,1
1084,1995-08-28,None,Approach,Small,Day,,,0,1.9000000000000001,False,FAA,1
1085,1995-09-13,None,Climb,Small,Day,,,0,2.8000000000000003,False,FAA,1
1086,1995-09-26,None,Climb,Medium,Night,250,489.6,0,0.7000000000000001,False,FAA,1
1087,1995-10-06,Substantial,Take-off run,Small,Day,110,243.6,0,1,False,FAA,1
1088,,None,Approach,Small,Night,180,386.6,0,1.9000000000000001,False,FAA,1
1089,1995-10-31,Minor,Landing Roll,Medium,Day,,,0,2.8000000000000003,False,FAA,1
1090,1995-11-13,None,Climb,Small,Night,240,524.3,0,0.1,False,FAA,1
1091,1995-12-18,None,Approach,Small,Day,132,244.5,0,1,False,FAA,1
1092,1996-01-19,Substantial,Climb,Medium,Day,,,0,1.9000000000000004,False,FAA,1
1093,1996-03-04,None,Landing Roll,Small,Night,100,211.8,0,2.2,False,FAA,1
1094,1996-04-11,None,Take-off run,Small,Night,150,317.7,0,3.1000000000000005,False,FAA,1
1095,1996-05-07,Minor,Descent,Medium,Night,,,0,1,False,FAA,1
1096,1996-05-22,None,Take-off run,Small,Day,130,307.3,0,1.3000000000000003,False,FAA,1
1097,1996-06-20,None,Landing Roll,Medium,Day,,,0,2.2,False,FAA,1
1098,1996-07-15,None,Approach,Small,Day,150,277.8,0,3.1,False,FAA,1
1099,1996-07-30,None,Landing Roll,Medium,Day,,,0,0.4,False,FAA,1
1100,1996-08-11,None,Approach,Small,Day,140,285.9,0,1.3,False,FAA,1
1101,1996-08-27,None,Approach,Small,Dawn,120,,0,2.2,False,FAA,1
1102,1996-09-10,None,Approach,Medium,Night,200,423.6,0,2.5000000000000004,False,FAA,1
1103,1996-09-19,None,Climb,Small,Night,175,390.6,0,0.4,False,FAA,1
1104,1996-10-01,Minor,Descent,Medium,Day,160,376.1,0,1.3,False,FAA,1
1105,,None,Approach,Medium,Night,150,277.8,0,1.6,False,FAA,1
1106,1996-10-23,None,Approach,Large,Night,,,0,2.5000000000000004,False,FAA,1
1107,1996-11-01,None,Approach,Medium,Night,200,397.0,0,3.4000000000000004,False,FAA,1
1108,1996-11-20,None,Approach,Medium,Day,135,289.9,0,0.7000000000000001,False,FAA,1
1109,1996-12-13,None,Landing Roll,Medium,Day,100,238.4,0,1.6,False,FAA,1
1110,1997-01-07,Minor,Climb,Medium,Night,,,0,2.5,False,FAA,1
1111,1997-02-12,None,Take-off run,Medium,Day,128,316.9,0,2.8000000000000003,False,FAA,1
1112,1997-03-10,Minor,Descent,Large,Night,250,463.0,0,0.7,False,FAA,1
1113,1997-03-29,None,Descent,Medium,Night,210,402.2,0,1.6,False,FAA,1
1114,1997-04-22,None,Landing Roll,Medium,Day,130,267.4,0,1.9000000000000001,False,FAA,1
1115,1997-05-08,None,Approach,Medium,Night,150,317.7,0,2.8000000000000003,False,FAA,1
1116,1997-05-25,None,Approach,Small,Day,140,312.5,0,0.7000000000000001,False,FAA,1
1117,1997-06-13,Substantial,Climb,Medium,Dawn,,,144634,1,True,FAA,1
1118,1997-07-03,None,Landing Roll,Small,Day,,,0,1.9000000000000001,False,FAA,1
1119,1997-07-21,None,Approach,Small,Day,140,259.3,0,2.8000000000000003,False,FAA,1
1120,1997-08-07,None,Approach,Small,Day,125,244.8,0,0.1,False,FAA,1
1121,1997-08-20,None,Approach,Medium,Night,210,415.5,0,1,False,FAA,1
1122,,None,Approach,Small,Night,130,280.7,0,1.9000000000000004,False,FAA,1
1123,1997-09-11,Minor,Approach,Medium,Night,,,0,2.2,False,FAA,1
1124,1997-09-24,None,Approach,Medium,Day,250,,0,3.1000000000000005,False,FAA,1
1125,1997-10-01,None,Climb,Small,Dawn,140,339.1,0,1,False,FAA,1
1126,1997-10-10,None,Climb,Medium,Night,145,268.5,0,1.3000000000000003,False,FAA,1
1127,1997-10-19,None,Climb,Large,Day,140,272.6,0,2.2,False,FAA,1
1128,1997-10-30,None,Approach,Small,Night,160,322.9,0,3.1,False,FAA,1
1129,1997-11-11,None,Approach,Small,Night,,,0,0.4,False,FAA,1
1130,1997-12-10,Medium,Climb,Large,Night,190,405.1,0,1.3,False,FAA,1
1131,1998-01-04,None,Approach,Small,Night,130,307.3,0,2.2,False,FAA,1
1132,1998-02-10,None,Take-off run,Medium,Dusk,90,246.5,0,2.5000000000000004,False,FAA,1
1133,1998-03-16,None,Approach,Medium,Dawn,132,244.5,0,0.4,False,FAA,1
1134,1998-04-04,Medium,Approach,Medium,Day,,,0,1.3,False,FAA,1
1135,1998-04-30,None,Approach,Medium,Day,,,0,1.6,False,FAA,1
1136,1998-05-12,None,Climb,Small,Day,210,428.8,0,2.5000000000000004,False,FAA,1
1137,1998-06-01,Substantial,Climb,Medium,Day,,,0,3.4000000000000004,False,FAA,1
1138,1998-06-24,None,Climb,Small,Day,160,362.8,0,0.7000000000000001,False,FAA,1
1139,,None,Climb,Small,Dawn,150,357.6,0,1.6,False,FAA,1
1140,1998-07-24,None,Take-off run,Small,Day,,,0,2.5,False,FAA,1
1141,1998-08-08,None,Approach,Small,Day,145,281.8,0,2.8000000000000003,False,FAA,1
1142,1998-08-17,None,Climb,Medium,Day,,,0,0.7,False,FAA,1
1143,1998-08-25,None,Approach,Medium,Night,180,373.3,0,1.6,False,FAA,1
1144,1998-09-03,None,Descent,Small,Day,250,516.2,0,1.9000000000000001,False,FAA,1
1145,1998-09-10,None,Landing Roll,Small,Day,115,279.5,0,2.8000000000000003,False,FAA,1
1146,1998-09-19,None,Approach,Small,Day,113,289.1,0,0.7000000000000001,False,FAA,1
1147,1998-09-28,None,Climb,Small,Night,145,,0,1,False,FAA,1
1148,1998-10-07,None,Approach,Medium,Night,140,272.6,0,1.9000000000000001,False,FAA,1
1149,1998-10-15,None,Approach,Medium,Night,,,0,2.8000000000000003,False,FAA,1
1150,1998-10-25,None,Climb,Medium,Day,150,317.7,0,0.1,False,FAA,1
1151,1998-11-04,None,Approach,Small,Night,130,294.0,0,1,False,FAA,1
1152,1998-12-01,None,Approach,Medium,Night,,,0,1.9000000000000004,False,FAA,1
1153,1999-01-02,None,Landing Roll,Medium,Day,,,0,2.2,False,FAA,1
1154,1999-02-03,None,Climb,Medium,Night,200,370.4,0,3.1000000000000005,False,FAA,1
1155,1999-02-27,None,Landing Roll,Medium,Day,,,0,1,False,FAA,1
1156,,None,Approach,Medium,Day,135,276.6,0,1.3000000000000003,False,FAA,1
1157,1999-04-15,Minor,Climb,Medium,Day,225,456.6,0,2.2,False,FAA,1
1158,1999-04-30,None,Landing Roll,Small,Day,140,312.5,0,3.1,False,FAA,1
1159,1999-05-16,None,Approach,Medium,Night,160,362.8,0,0.4,False,FAA,1
1160,1999-06-04,None,Landing Roll,Medium,Day,,,0,1.3,False,FAA,1
1161,1999-07-01,None,Approach,Small,Dusk,130,240.8,0,2.2,False,FAA,1
1162,1999-07-13,None,Descent,Small,Night,220,420.7,0,2.5000000000000004,False,FAA,1
1163,1999-08-01,None,Approach,Small,Day,145,295.1,0,0.4,False,FAA,1
1164,1999-08-11,None,Climb,Small,Day,,,0,1.3,False,FAA,1
1165,1999-08-23,None,Take-off run,Medium,Day,100,238.4,0,1.6,False,FAA,1
1166,1999-09-03,None,Climb,Small,Day,120,288.7,0,2.5000000000000004,False,FAA,1
1167,1999-09-13,Minor,Approach,Medium,Night,200,450.2,0,3.4000000000000004,False,FAA,1
1168,1999-09-21,None,Climb,Medium,Night,,,0,0.7000000000000001,False,FAA,1
1169,1999-10-01,None,Landing Roll,Medium,Dawn,,,0,1.6,False,FAA,1
1170,1999-10-09,None,Landing Roll,Small,Day,,,0,2.5,False,FAA,1
1171,1999-10-18,None,Descent,Medium,Night,250,502.9,0,2.8000000000000003,False,FAA,1
1172,1999-10-23,None,Approach,Medium,Dusk,142,316.2,0,0.7,False,FAA,1
1173,,None,Landing Roll,Small,Day,90,233.2,0,1.6,False,FAA,1
1174,1999-11-16,None,Climb,Medium,Night,160,376.1,0,1.9000000000000001,False,FAA,1
1175,1999-12-09,None,Landing Roll,Medium,Day,120,222.2,0,2.8000000000000003,False,FAA,1
1176,2000-01-03,Medium,Climb,Medium,Day,230,439.3,0,0.7000000000000001,False,FAA,1
1177,2000-02-05,None,Climb,Medium,Day,250,489.6,0,1,False,FAA,1
1178,2000-02-29,None,Approach,Medium,Night,150,317.7,0,1.9000000000000001,False,FAA,1
1179,2000-03-23,None,Landing Roll,Medium,Night,,,0,2.8000000000000003,False,FAA,1
1180,2000-04-12,None,Take-off run,Small,Day,,,0,0.1,False,FAA,1
1181,2000-04-28,None,Approach,Small,Day,140,339.1,0,1,False,FAA,1
1182,2000-05-08,None,Approach,Small,Day,130,240.8,0,1.9000000000000004,False,FAA,1
1183,2000-05-23,None,Approach,Medium,Dusk,140,272.6,0,2.2,False,FAA,1
1184,2000-06-05,None,Take-off run,Medium,Day,,,0,3.1000000000000005,False,FAA,1
1185,2000-06-23,None,Climb,Medium,Day,250,502.9,0,1,False,FAA,1
1186,2000-07-05,None,Landing Roll,Small,Day,,,0,1.3000000000000003,False,FAA,1
1187,2000-07-17,None,Landing Roll,Medium,Dusk,,,0,2.2,False,FAA,1
1188,2000-07-27,None,Take-off run,Small,Dawn,120,302.0,0,3.1,False,FAA,1
1189,2000-08-08,None,Approach,Small,Day,,,0,0.4,False,FAA,1
1190,,None,Approach,Small,Day,140,272.6,0,1.3,False,FAA,1
1191,2000-08-28,None,Approach,Small,Night,140,285.9,0,2.2,False,FAA,1
1192,2000-09-06,Medium,Climb,Small,Dusk,200,410.3,19992,2.5000000000000004,True,FAA,1
1193,2000-09-15,None,Approach,Small,Day,,,0,0.4,False,FAA,1
1194,2000-09-24,None,Landing Roll,Medium,Day,,,0,1.3,False,FAA,1
1195,2000-09-30,None,Approach,Small,Night,130,320.6,0,1.6,False,FAA,1
1196,2000-10-07,Minor,Climb,Medium,Night,160,296.3,0,2.5000000000000004,False,FAA,1
1197,2000-10-16,None,Approach,Medium,Night,,,0,3.4000000000000004,False,FAA,1
1198,2000-10-23,None,Take-off run,Small,Dusk,100,211.8,0,0.7000000000000001,False,FAA,1
1199,2000-11-01,None,Descent,Small,Night,250,502.9,0,1.6,False,FAA,1
1200,2000-11-15,None,Climb,Small,Dawn,150,331.0,0,2.5,False,FAA,1
1201,2000-12-05,None,Approach,Medium,Night,175,390.6,0,2.8000000000000003,False,FAA,1
1202,2001-01-02,None,Landing Roll,Small,Day,,,0,0.7,False,FAA,1
1203,2001-01-28,None,Approach,Small,Day,138,255.6,0,1.6,False,FAA,1
1204,2001-02-25,Minor,Climb,Large,Dawn,,,2332,1.9000000000000001,True,FAA,1
1205,2001-03-22,Minor,Approach,Medium,Dawn,,,31238,2.8000000000000003,True,FAA,1
1206,2001-04-04,None,Climb,Small,Day,160,336.2,0,0.7000000000000001,False,FAA,1
1207,,None,Approach,Small,Dawn,128,290.3,0,1,False,FAA,1
1208,2001-05-02,None,Approach,Medium,Day,170,381.3,0,1.9000000000000001,False,FAA,1
1209,2001-05-16,None,Landing Roll,Small,Dusk,,,0,2.8000000000000003,False,FAA,1
1210,2001-05-31,Substantial,Climb,Medium,Day,,,0,0.1,False,FAA,1
1211,2001-06-13,None,Landing Roll,Small,Day,80,161.5,0,1,False,FAA,1
1212,2001-06-28,None,Approach,Small,Night,,,0,1.9000000000000004,False,FAA,1
1213,2001-07-11,None,Landing Roll,Small,Day,100,225.1,0,2.2,False,FAA,1
1214,2001-07-20,None,Climb,Small,Day,,,0,3.1000000000000005,False,FAA,1
1215,2001-07-28,Medium,Approach,Medium,Night,210,455.4,0,1,False,FAA,1
1216,2001-08-03,None,Approach,Small,Day,129,,0,1.3000000000000003,False,FAA,1
1217,2001-08-13,None,Approach,Small,Day,210,388.9,0,2.2,False,FAA,1
1218,2001-08-20,None,Landing Roll,Small,Day,,,0,3.1,False,FAA,1
1219,2001-08-28,None,Descent,Medium,Dusk,,,0,0.4,False,FAA,1
1220,2001-09-03,None,Climb,Large,Day,,,0,1.3,False,FAA,1
1221,2001-09-11,None,Climb,Medium,Night,250,516.2,0,2.2,False,FAA,1
1222,2001-09-22,Minor,Approach,Small,Night,131,309.1,0,2.5000000000000004,False,FAA,1
1223,2001-10-01,None,Climb,Small,Night,250,542.8,0,0.4,False,FAA,1
1224,,None,Take-off run,Small,Day,,,0,1.3,False,FAA,1
1225,2001-10-22,None,Approach,Small,Day,145,281.8,0,1.6,False,FAA,1
1226,2001-10-30,None,Approach,Medium,Night,150,304.4,0,2.5000000000000004,False,FAA,1
1227,2001-11-14,None,Approach,Small,Day,120,262.1,0,3.4000000000000004,False,FAA,1
1228,2001-12-11,None,Climb,Small,Day,150,331.0,0,0.7000000000000001,False,FAA,1
1229,2002-01-10,None,Landing Roll,Small,Dawn,80,214.7,0,1.6,False,FAA,1
1230,2002-02-09,None,Climb,Small,Dawn,200,450.2,0,2.5,False,FAA,1
1231,2002-03-15,None,Climb,Large,Night,,,0,2.8000000000000003,False,FAA,1
1232,2002-04-01,None,Take-off run,Medium,Night,,,0,0.7,False,FAA,1
1233,2002-04-14,Medium,Approach,Small,Night,140,285.9,0,1.6,False,FAA,1
1234,2002-04-25,None,Landing Roll,Small,Dusk,60,151.0,0,1.9000000000000001,False,FAA,1
1235,2002-05-04,None,Descent,Medium,Dusk,230,479.2,0,2.8000000000000003,False,FAA,1
1236,2002-05-12,None,Take-off run,Medium,Day,135,316.5,0,0.7000000000000001,False,FAA,1
1237,2002-05-19,None,Approach,Small,Night,210,468.7,0,1,False,FAA,1
1238,2002-05-28,None,Approach,Medium,Day,130,240.8,0,1.9000000000000001,False,FAA,1
1239,2002-06-08,None,Approach,Small,Day,150,,0,2.8000000000000003,False,FAA,1
1240,2002-06-19,None,Landing Roll,Small,Day,,,0,0.1,False,FAA,1
1241,,B,Take-off run,Small,Day,105,234.4,636405,1,True,FAA,1
1242,2002-07-10,None,Take-off run,Small,Day,,,0,1.9000000000000004,False,FAA,1
1243,2002-07-19,None,Landing Roll,Small,Day,80,214.7,0,2.2,False,FAA,1
`;

const SYNTHETIC = `strike,day,damage,phase,species,time,speed,kmh,cost,hours,repaired,source,units
5000,1995-05-24,None,Approach,Small,Night,192,451.5,0,1.6,False,FAA,2
5001,2000-10-09,Substantial,Approach,Small,Night,105,326.4,900,1.7,False,FAA,1
5002,2000-06-10,None,Take-off run,Medium,Dusk,,346.1,0,2.4,False,FAA,2
5003,1993-08-23,None,Climb,Medium,Day,134,295.4,0,1.6,False,FAA,1
5004,1994-12-23,None,Take-off run,Small,,177,305.3,144634,3.2,False,FAA,2
5005,1996-12-13,None,Landing Roll,Small,Day,,274.2,0,2.7,False,FAA,1
5006,1998-10-16,None,,Medium,Night,98,,0,1,False,FAA,2
5007,,None,Approach,Large,Midnight,188,,0,3.5,False,FAA,1
5008,2001-04-18,None,Approach,Medium,Dawn,,,0,3.9,True,FAA,2
5009,1997-04-15,None,Approach,Small,Dawn,148,400.3,0,3.7,False,FAA,1
5010,1990-10-11,None,Approach,Medium,Night,259,416.8,0,4.1,False,FAA,2
5011,2000-01-12,Medium,Approach,Medium,Day,177,455.7,0,0.7,False,FAA,1
5012,1992-04-30,None,Climb,Large,Night,135,,0,1.1,False,FAA,2
5013,1999-09-19,None,Climb,Small,Day,68,350.5,0,2.1,False,FAA,1
5014,1994-09-15,None,Climb,Small,Day,155,330.4,0,1.9,False,FAA,2
5015,1999-07-13,None,Descent,Medium,Night,200,,0,2.9,False,FAA,1
5016,1998-07-03,Medium,Climb,Medium,Day,196,365.5,0,1.2,False,FAA,2
5017,1996-11-19,None,Approach,Medium,,196,412.5,0,4,False,FAA,1
5018,1991-08-28,None,Take-off run,Medium,Day,180,329.2,0,4.1,False,FAA,2
5019,1998-06-05,None,Approach,Medium,Day,,,0,2.4,False,FAA,1
5020,1998-09-10,None,Landing Roll,Small,Day,75,288.7,0,3.4,False,FAA,2
5021,1997-10-19,None,Approach,Small,Night,228,214.5,0,2.6,True,FAA,1
5022,1998-10-25,None,Approach,Medium,Night,137,284.9,0,1.9,False,FAA,2
5023,1998-10-16,None,Climb,Small,Day,79,,0,0.8,False,FAA,1
5024,1996-05-17,None,Take-off run,Small,Night,184,357.0,0,2.4,False,FAA,2
5025,1995-08-10,None,Landing Roll,Medium,Night,190,329.4,0,1.3,False,FAA,1
5026,1992-12-29,None,Landing Roll,Medium,Night,129,,0,3.2,False,FAA,2
5027,2001-05-20,None,Approach,Medium,Day,,384.1,0,2.4,False,FAA,1
5028,1995-07-18,None,Landing Roll,Small,Day,164,305.4,0,3.4,False,FAA,2
5029,1992-11-23,None,Climb,Medium,Dawn,187,451.6,0,3.2,False,FAA,1
5030,1995-09-26,Substantial,Climb,Large,,62,559.4,0,2.1,False,FAA,2
5031,1995-03-12,None,Climb,Small,Dawn,190,467.0,0,1.9,True,FAA,1
5032,2001-09-29,None,Approach,Medium,Night,353,296.8,0,3.8,False,FAA,2
5033,1999-10-10,Minor,Approach,Medium,Dusk,196,297.3,0,3.4,False,FAA,1
5034,2001-03-05,None,Approach,Small,Day,,,0,1.7,False,FAA,2
5035,1999-05-16,None,Approach,Medium,Night,,395.8,0,0.6,False,FAA,1
5036,1998-03-25,None,Climb,Medium,Dawn,87,249.2,0,2.8,False,FAA,2
5037,1992-05-18,None,,Medium,Day,147,264.9,0,3.5,False,FAA,1
5038,2000-10-12,None,Approach,Medium,Dusk,127,401.1,34200,3.9,False,FAA,2
5039,2001-10-09,None,Approach,Small,Night,56,383.1,0,1.6,False,FAA,1
5040,1997-08-20,None,Climb,Small,Day,171,436.4,0,2,False,FAA,2
5041,1992-05-09,None,Landing Roll,Medium,Dawn,228,,0,3.9,False,FAA,1
5042,1992-08-15,None,Landing Roll,Small,Night,,365.5,0,3.1,False,FAA,2
5043,1999-05-12,None,Climb,Small,,179,464.6,0,3.2,False,FAA,1
5044,1993-05-29,None,Climb,Small,Day,125,398.8,0,1.3,False,FAA,2
5045,2000-10-07,None,Climb,Medium,Day,86,304.9,0,0.8,False,FAA,1
5046,1992-04-21,None,Approach,Large,Day,191,,0,1.2,False,FAA,2
5047,2000-10-18,None,Approach,Small,Dusk,171,,0,1.9,False,FAA,1
5048,1999-10-28,None,Landing Roll,Medium,Dawn,,,0,2,False,FAA,2
5048,1996-08-20,Medium,Approach,Medium,Day,238,281.8,0,3.6,False,FAA,1
5050,1990-10-24,None,Approach,Medium,Day,228,,0,1,False,FAA,2
5051,1994-05-27,None,Climb,Small,Day,103,308.2,0,2.6,False,FAA,1
5052,1992-09-14,None,Climb,Medium,Night,83,,0,1.5,False,FAA,2
5053,1994-06-14,None,Approach,Medium,Day,144,309.9,0,3.1,False,FAA,1
5054,2000-08-10,None,Approach,Medium,Night,160,427.9,0,3.5,False,FAA,2
5055,1997-10-01,None,Approach,Small,Day,105,293.3,0,1.3,False,FAA,1
5056,2000-10-16,None,Approach,Medium,,,239.5,0,3.2,False,FAA,2
5057,1999-07-19,None,Approach,Small,Day,124,271.2,0,2.4,False,FAA,1
5058,1992-05-09,None,Climb,Medium,Night,258,314.3,0,2.2,False,FAA,2
5059,1990-09-27,None,Approach,Small,Day,35,233.8,0,1.4,False,FAA,1
5060,1997-11-11,None,Approach,Small,Night,,,0,0.9,False,FAA,2
5061,2001-08-06,None,Approach,Medium,Day,85,,0,0.7,False,FAA,1
5062,1997-11-17,None,Approach,Small,Night,134,326.3,0,3.8,False,FAA,2
5063,1998-04-12,None,Approach,Medium,Day,,,0,3.3,False,FAA,1
5064,1993-12-23,None,Take-off run,Medium,Day,172,449.5,0,3.7,False,FAA,2
5065,2002-06-19,None,Landing Roll,Small,Day,,,0,1.4,False,FAA,1
5066,1994-01-23,Minor,Take-off run,Large,Day,173,274.9,0,0.4,False,FAA,2
5067,1990-09-25,None,Approach,Small,Midnight,185,399.2,0,2.3,False,FAA,1
5068,1993-09-05,None,,Large,Day,77,,2332,2.1,True,FAA,2
5069,1997-11-15,None,Landing Roll,Small,,139,,0,2.5,False,FAA,1
5070,1994-08-26,None,Approach,Small,Day,120,342.5,0,3.8,False,FAA,2
5071,1992-08-06,None,Approach,Medium,Day,187,329.3,0,2.1,False,FAA,1
5072,1991-07-19,None,Climb,Small,Night,250,327.8,0,4,False,FAA,2
5073,1997-01-09,None,Landing Roll,Medium,Night,121,,0,2.3,False,FAA,1
5074,1997-08-26,None,Approach,Small,Day,116,263.3,0,1.5,False,FAA,2
5075,1999-07-13,None,Landing Roll,Small,Dusk,,,67500,1,False,FAA,1
5076,2001-09-12,None,Climb,Small,Day,50,,0,3.8,False,FAA,2
5077,1992-01-09,None,Landing Roll,Small,Night,,395.4,0,2.8,False,FAA,1
5078,1993-11-23,None,Take-off run,Medium,Night,160,283.4,0,1.1,False,FAA,2
5079,2000-11-21,None,Approach,Medium,Night,152,,0,1.8,False,FAA,1
5080,1999-10-23,None,Approach,Small,Dusk,186,322.4,0,1,False,FAA,2
5081,1998-05-21,None,Take-off run,Medium,Dusk,170,498.4,0,3.2,False,FAA,1
5082,2001-08-31,None,Take-off run,Small,,,,0,3,False,FAA,2
5083,1992-07-12,Medium,Approach,Small,Dusk,205,324.7,0,3.4,False,FAA,1
5084,2001-10-03,None,Climb,Small,Day,173,349.3,0,1.4,False,FAA,2
5085,2001-05-16,None,Take-off run,Small,Day,166,410.7,0,1.2,False,FAA,1
5086,1999-09-22,Minor,Descent,Medium,Night,214,,0,1.6,False,FAA,2
5087,2000-11-10,None,Climb,Small,Dusk,63,212.2,0,3.8,False,FAA,1
5088,2001-06-27,None,Descent,Small,Night,151,399.5,0,2.8,False,FAA,2
5089,,None,Landing Roll,Small,Day,124,233.4,0,1.7,False,FAA,1
5090,2000-02-29,None,Climb,Small,Day,109,450.3,0,2.7,False,FAA,2
5091,1998-09-03,None,Approach,Medium,Day,150,392.7,0,2.8,False,FAA,1
5092,1993-05-11,None,Approach,Small,Day,,340.5,0,2.9,False,FAA,2
5093,1996-06-18,None,Approach,Medium,Night,107,307.4,0,1.8,False,FAA,1
5094,1992-01-27,None,Approach,Medium,Day,,,0,3.4,False,FAA,2
5095,1999-09-03,Substantial,Landing Roll,Small,,107,325.8,0,2.3,False,FAA,1
5096,1998-11-03,None,Climb,Small,Night,153,399.8,0,1.2,False,FAA,2
5097,2000-08-26,None,Approach,Small,Day,,,0,2.8,False,FAA,1
5098,1995-06-20,None,Approach,Small,Night,126,416.9,0,2.9,False,FAA,2
5098,2002-04-20,None,,Small,Night,,,0,2.8,False,FAA,1
5100,2001-07-20,None,Take-off run,Small,Dawn,78,305.5,0,3.2,False,FAA,2
5101,2000-07-26,None,Landing Roll,Medium,Dusk,,,0,2.4,False,FAA,1
5102,2000-08-14,None,Approach,Small,Day,160,331.1,0,2.5,False,FAA,2
5103,1997-09-16,None,Climb,Large,Dawn,,,0,2.3,True,FAA,1
5104,2001-06-21,None,Landing Roll,Small,Dusk,237,498.7,0,3.6,False,FAA,2
5105,1994-07-15,None,Approach,Medium,Day,68,,0,3.7,False,FAA,1
5106,1992-05-25,None,Approach,Medium,Night,87,284.5,0,3.5,False,FAA,2
5107,1994-10-08,None,Approach,Medium,Night,137,464.3,0,2.1,False,FAA,1
5108,1992-05-09,None,Approach,Medium,,135,389.9,0,1.9,False,FAA,2
5109,1998-09-22,None,Approach,Medium,Dawn,,,0,3.8,True,FAA,1
5110,1997-08-07,None,Approach,Small,Day,153,337.0,0,1,False,FAA,2
5111,1993-11-26,None,Approach,Medium,Day,,294.5,0,2.3,False,FAA,1
5112,2002-07-28,None,Approach,Small,Day,226,,100800,2.1,False,FAA,2
5113,1993-08-04,None,Approach,Medium,Night,41,,0,1.9,False,FAA,1
5114,1992-09-18,None,Approach,Medium,Day,116,366.7,0,3.5,False,FAA,2
5115,1992-04-12,Medium,Climb,Large,Night,,424.9,0,2.1,False,FAA,1
5116,2001-06-09,None,Approach,Medium,Night,,,0,2.2,False,FAA,2
5117,1998-09-12,Medium,Climb,Medium,Night,197,443.4,0,3.5,False,FAA,1
5118,1998-05-01,Medium,Approach,Medium,Dawn,158,,0,2.1,False,FAA,2
5119,1992-09-18,None,Approach,Medium,Night,201,418.0,0,1.9,False,FAA,1
5120,1997-05-25,None,Approach,Small,Day,195,287.6,0,3.8,False,FAA,2
5121,2000-07-26,None,Climb,Small,,,363.4,0,1.6,False,FAA,1
5122,1992-06-17,None,Descent,Medium,Night,181,377.0,0,3.2,False,FAA,2
5123,2001-08-16,None,Approach,Medium,Day,,318.2,0,1.5,False,FAA,1
5124,1996-08-20,Substantial,Approach,Small,Day,75,285.3,0,3.4,False,FAA,2
5125,1997-06-13,Substantial,Climb,Medium,Day,168,409.3,144634,1.4,False,FAA,1
5126,1994-06-24,None,Approach,Small,Day,,520.8,0,0.9,False,FAA,2
5127,2001-01-20,None,Approach,Medium,Midnight,176,,0,1.3,False,FAA,1
5128,1997-06-04,None,Approach,Medium,Day,98,347.9,0,3.5,False,FAA,2
5129,1990-10-13,None,Approach,Small,Night,153,341.7,0,2.7,False,FAA,1
5130,2000-09-24,None,,Medium,Day,144,,0,3.4,False,FAA,2
5131,1999-09-12,None,Climb,Small,Day,,294.7,0,3.5,False,FAA,1
5132,1992-07-03,None,Take-off run,Medium,Day,114,275.3,0,1,False,FAA,2
5133,2002-03-08,None,Climb,Small,Dusk,219,454.3,0,2.6,False,FAA,1
5134,1991-11-19,None,Landing Roll,Small,,161,227.8,0,2.4,False,FAA,2
5135,1991-09-30,None,Approach,Small,Day,97,216.5,0,3.1,False,FAA,1
5136,2000-10-16,Minor,Approach,Small,Night,165,,0,2.9,False,FAA,2
5137,2000-11-10,None,Climb,Small,Night,108,299.6,0,2.4,False,FAA,1
5138,2000-10-27,None,Approach,Small,Night,71,312.0,0,2.2,False,FAA,2
5139,1993-05-29,None,Approach,Small,Dusk,,419.3,0,4.1,False,FAA,1
5140,1994-04-08,None,Approach,Medium,Dusk,237,228.9,0,0.9,False,FAA,2
5141,1990-09-16,Substantial,Approach,Medium,Day,,,0,3.4,False,FAA,1
5142,2001-10-10,Minor,Take-off run,Small,Day,102,318.5,0,3.5,False,FAA,2
5143,1995-08-26,None,Approach,Large,Night,94,353.0,0,0.7,False,FAA,1
5144,1998-04-21,None,Take-off run,Medium,Night,,421.1,0,1.7,False,FAA,2
5145,1999-08-01,None,Approach,Small,Day,186,301.0,0,0.6,False,FAA,1
5146,1999-03-08,None,Climb,Medium,Night,,,0,1.3,False,FAA,2
5147,1992-06-17,None,Climb,Medium,,284,556.7,0,2.3,False,FAA,1
5148,1997-06-21,None,Take-off run,Small,Day,114,250.4,0,2.1,False,FAA,2
5148,2002-01-16,None,Climb,Small,Day,116,,134100,2.2,False,FAA,1
5150,1990-12-11,None,Approach,Medium,Night,,,0,2.9,False,FAA,2
5151,2001-04-13,None,Climb,Small,Night,195,357.0,0,1.5,False,FAA,1
5152,1998-10-25,None,Approach,Medium,Night,188,280.7,0,2.8,False,FAA,2
5153,2000-04-19,None,Approach,Medium,Night,176,,0,1.4,False,FAA,1
5154,1995-05-24,None,Approach,Medium,Day,83,299.6,0,0.7,False,FAA,2
5155,1996-12-13,Medium,Landing Roll,Medium,Day,75,279.9,0,1.7,False,FAA,1
5156,2000-04-01,None,Landing Roll,Medium,Night,,,0,3,False,FAA,2
5157,2000-05-26,Minor,Descent,Medium,Day,188,,0,1.6,False,FAA,1
5158,,None,Approach,Medium,Day,98,281.7,0,2,False,FAA,2
5159,2002-06-09,None,Descent,Small,Day,271,533.9,0,2.1,False,FAA,1
5160,2001-08-13,None,Approach,Small,,186,405.4,0,2.8,False,FAA,2
5161,1996-05-16,None,,Medium,Night,,,0,1.7,False,FAA,1
5162,1995-05-06,None,Take-off run,Small,Day,100,312.4,0,2.1,False,FAA,2
5163,1993-09-16,None,Climb,Small,Night,198,416.0,0,3.7,False,FAA,1
5164,1997-06-30,None,Approach,Small,Day,95,343.5,0,4.1,False,FAA,2
5165,1999-04-15,None,Approach,Medium,Day,136,474.7,0,2.2,False,FAA,1
5166,2001-04-13,None,Climb,Medium,Day,152,348.1,0,2,False,FAA,2
5167,,None,Take-off run,Small,Night,129,366.5,0,1.8,False,FAA,1
5168,2000-11-28,None,Descent,Small,Night,302,475.5,0,1.9,False,FAA,2
5169,1990-10-28,None,Climb,Large,Night,118,470.8,0,2.9,False,FAA,1
5170,1991-12-22,None,Approach,Small,Day,,393.0,0,0.9,False,FAA,2
5171,2001-07-20,None,Landing Roll,Small,Day,71,,0,2.2,False,FAA,1
5172,2001-01-20,None,Approach,Small,Day,123,264.4,0,1.7,False,FAA,2
5173,,Substantial,Take-off run,Medium,,,,0,3.6,False,FAA,1
5174,2001-02-07,None,Landing Roll,Small,Day,,,0,1.6,False,FAA,2
5175,1994-12-31,None,Approach,Medium,Day,,,0,2.3,False,FAA,1
5176,1998-11-03,None,Climb,Medium,Day,113,,0,0.1,False,FAA,2
5177,2002-08-06,None,Climb,Small,Day,88,,0,2.3,False,FAA,1
5178,2002-05-11,Medium,Climb,Small,Night,130,,0,1.8,False,FAA,2
5179,1996-10-02,None,Landing Roll,Medium,Day,,247.3,0,1.9,False,FAA,1
5180,1999-09-13,Minor,Approach,Medium,Day,191,487.3,0,3.5,False,FAA,2
5181,1990-08-07,None,Approach,Medium,Day,170,240.9,0,3.6,False,FAA,1
5182,1994-09-26,None,Approach,Medium,Day,139,241.4,0,3.7,False,FAA,2
5183,1992-06-26,Medium,Climb,Medium,Day,204,479.0,0,1.4,False,FAA,1
5184,1998-09-22,None,Climb,Medium,Day,136,313.3,0,2.7,False,FAA,2
5185,1993-07-08,None,Approach,Small,Day,113,267.9,0,2.2,False,FAA,1
5186,1996-07-24,None,Landing Roll,Medium,,174,,167400,2.6,False,FAA,2
5187,2002-06-15,None,Approach,Small,Midnight,144,242.8,0,1.9,False,FAA,1
5188,1998-11-11,Minor,Approach,Medium,Dawn,138,267.6,0,0.5,False,FAA,2
5189,,None,Approach,Small,Day,,,0,1.5,False,FAA,1
5190,,None,Landing Roll,Medium,Day,170,,0,2.8,False,FAA,2
5191,1996-01-28,None,Approach,Medium,Day,,,0,2.3,False,FAA,1
5192,1999-07-31,None,,Medium,Dusk,287,244.4,0,3.3,False,FAA,2
5193,1994-08-11,None,Climb,Medium,Day,71,266.8,0,2.8,False,FAA,1
5194,1992-05-18,None,Approach,Medium,Day,,,0,2,False,FAA,2
5195,1999-05-16,None,Approach,Medium,Day,86,395.0,0,1.2,False,FAA,1
5196,1999-06-13,None,Landing Roll,Medium,Day,,,0,3.1,False,FAA,2
5197,,None,Climb,Small,Day,144,303.6,0,3.5,False,FAA,1
5198,1994-08-24,None,Climb,Small,Night,142,279.8,0,1,False,FAA,2
5198,,None,Climb,Medium,,125,271.0,0,2.9,False,FAA,1
5200,1991-09-03,None,Approach,Small,Night,73,321.6,0,1.8,False,FAA,2
5201,1999-05-09,None,Approach,Small,Dusk,,,0,1.6,False,FAA,1
5202,1999-07-19,None,Approach,Medium,Night,141,306.6,0,2.9,False,FAA,2
5203,1993-12-14,None,Climb,Small,Night,309,528.8,0,2.7,False,FAA,1
5204,,Minor,Descent,Small,Day,115,290.0,0,1.9,False,FAA,2
5205,1995-08-10,None,Landing Roll,Small,Night,114,,0,1.1,False,FAA,1
5206,1991-10-09,None,Approach,Medium,Day,267,,0,2.7,False,FAA,2
5207,1999-11-05,None,Climb,Small,Day,121,372.2,0,4,False,FAA,1
5208,1996-10-28,None,Climb,Medium,Day,,379.8,0,2.3,False,FAA,2
5209,1992-07-05,None,Climb,Medium,Day,64,551.4,0,0.1,False,FAA,1
5210,2000-10-23,None,Approach,Small,Dusk,155,253.9,19992,1.4,False,FAA,2
5211,2002-04-23,Medium,Approach,Small,Night,,299.2,0,2.4,False,FAA,1
5212,1994-04-26,B,Descent,Medium,,157,323.4,0,2.2,False,FAA,2
5213,1999-08-09,None,Descent,Small,Night,211,432.2,0,2.9,False,FAA,1
5214,1993-06-11,None,Approach,Medium,Day,123,286.2,0,3.3,False,FAA,2
5215,1995-05-05,None,Climb,Medium,Dawn,,,0,1.3,False,FAA,1
5216,1999-08-20,None,Climb,Medium,Day,97,329.0,0,3.2,False,FAA,2
5217,2000-08-14,Minor,Climb,Medium,Night,159,,0,1.8,False,FAA,1
5218,1997-07-30,None,Take-off run,Medium,Night,128,188.7,0,3.4,False,FAA,2
5219,2002-07-14,None,Approach,Small,Day,131,,144634,2.3,False,FAA,1
`;

const SCALES: Readonly<Record<string, NumberColumn['scale']>> = {
  strike: 'integer',
  day: 'datetime',
  speed: 'integer',
  kmh: 'decimal',
  cost: 'integer',
  hours: 'decimal',
  units: 'integer',
};

export const strikesReal: Table = tableFrom(REAL);
export const strikesSynthetic: Table = tableFrom(SYNTHETIC);

/** A table from plain comma-separated lines without quotes. */
function tableFrom(text: string): Table {
  const [names, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return tableOf(
    names!.map((name, index) => {
      const texts = rows.map((row) => (row[index] === '' ? null : row[index]!));
      const scale = SCALES[name];
      if (scale === undefined) return categoryColumn(name, texts);
      const numbers = texts.map((cell) => numberFrom(cell, scale));
      return { kind: 'number', name, scale, values: Float64Array.from(numbers) };
    }),
  );
}

function numberFrom(cell: string | null, scale: NumberColumn['scale']): number {
  if (cell === null) return Number.NaN;
  return scale === 'datetime' ? Date.parse(cell) : Number(cell);
}
