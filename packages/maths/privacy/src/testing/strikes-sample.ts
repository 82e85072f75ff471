import { categoryColumn, type NumberColumn, type Table, tableOf } from '@assay/stats';

/**
 * Ninety rows of `birdstrikes.csv` of vega-datasets 3.2.1 (FAA Wildlife Strike Database, U.S. Government Dataset), with
 * some instants and numbers taken away, and sixty made from them by seed: cells taken from other rows with probability
 * 0.4, numbers shifted. Row 7 of the latter is row 11 of the former.
 */
const REAL = `day,damage,phase,species,time,speed,kmh,repaired
1990-01-08,None,Climb,Large,Day,300.0,555.6,False
1990-05-01,None,Approach,Small,Day,124.0,242.9,False
1990-05-29,None,Take-off run,Medium,Night,130.0,267.4,False
,None,Landing Roll,Small,Day,145.0,308.4,False
1990-07-29,None,Approach,Medium,Day,100.0,238.4,False
1990-08-22,None,Approach,Small,Night,130.0,307.3,False
1990-09-07,None,Approach,Medium,Night,140.0,339.1,False
1990-09-22,None,Climb,Medium,Night,150.0,277.8,False
1990-10-11,None,Take-off run,Medium,Day,200.0,383.7,False
1990-10-24,None,Approach,Medium,Night,127.0,,False
1990-11-08,Substantial,Take-off run,Medium,Day,,,False
1990-12-11,None,Landing Roll,Medium,Day,,,False
1991-02-26,None,Approach,Small,Day,140.0,325.8,False
1991-04-09,None,Climb,Medium,Day,200.0,450.2,False
1991-05-06,None,Approach,Medium,Night,180.0,333.4,False
1991-05-22,None,Approach,Small,Day,140.0,272.6,False
1991-07-01,None,Take-off run,Medium,Night,70.0,156.2,False
1991-08-01,None,Take-off run,Medium,Day,126.0,273.3,False
1991-08-19,None,Climb,Medium,Day,180.0,386.6,False
1991-09-03,None,Approach,Small,Day,130.0,307.3,False
,None,Approach,Medium,Night,165.0,385.4,False
1991-09-30,None,Approach,Small,Night,115.0,213.0,False
1991-10-14,None,Approach,Medium,Night,,,False
1991-11-03,None,Climb,Medium,Day,,,False
1991-11-19,None,Approach,Medium,Day,150.0,317.7,False
1991-12-22,None,Approach,Medium,Day,,,False
1992-02-20,Substantial,Climb,Large,Night,250.0,529.5,False
1992-04-12,None,Approach,Large,Night,180.0,413.2,False
1992-04-30,None,Approach,Medium,Day,140.0,259.3,True
1992-05-16,None,Approach,Small,Night,140.0,272.6,False
1992-05-30,None,Climb,Medium,Day,280.0,545.2,False
1992-06-15,None,Take-off run,Small,Day,120.0,262.1,False
1992-07-08,None,Approach,Small,Night,130.0,,False
1992-07-28,None,Climb,Small,Dawn,160.0,362.8,False
1992-08-13,None,Approach,Medium,Night,130.0,320.6,False
1992-08-27,None,Approach,Medium,Night,180.0,333.4,False
1992-09-08,None,Climb,Small,Day,200.0,383.7,False
,None,Approach,Large,Day,170.0,341.4,False
1992-10-05,None,Descent,Medium,Night,,,False
1992-10-18,None,Climb,Medium,Night,200.0,423.6,False
1992-11-06,None,Take-off run,Small,Day,180.0,399.9,False
1992-12-20,None,Approach,Small,Day,150.0,357.6,False
1993-02-23,None,Take-off run,Medium,Night,,,False
1993-04-08,None,Approach,Medium,Night,340.0,643.0,False
1993-04-23,None,Climb,Small,Day,150.0,304.4,False
1993-05-06,None,Landing Roll,Small,Day,120.0,262.1,False
1993-05-24,None,Climb,Small,Night,140.0,312.5,False
1993-06-19,None,Approach,Medium,Dusk,170.0,381.3,False
1993-07-08,None,Approach,Small,Day,,,False
1993-07-27,None,Take-off run,Medium,Day,125.0,231.5,False
1993-08-09,None,Take-off run,Medium,Day,,,False
1993-08-20,None,Climb,Small,Day,200.0,397.0,False
1993-09-03,Medium,Take-off run,Medium,Day,100.0,225.1,False
1993-09-20,None,Climb,Medium,Day,250.0,516.2,False
,None,Approach,Small,Dusk,130.0,307.3,False
1993-10-13,None,Climb,Medium,Dawn,,,False
1993-10-27,None,Take-off run,Medium,Night,150.0,277.8,False
1993-11-17,None,Approach,Medium,Night,150.0,291.1,False
1994-01-14,Minor,Approach,Large,Day,130.0,267.4,False
1994-03-04,None,Approach,Medium,Night,145.0,308.4,False
1994-04-08,None,Approach,Medium,Dusk,220.0,460.6,False
1994-05-01,None,Approach,Small,Night,125.0,298.0,False
1994-05-18,None,Approach,Small,Day,120.0,302.0,False
1994-06-15,None,Take-off run,Medium,Day,,,False
1994-07-15,None,Approach,Medium,Day,,,False
1994-07-28,None,Approach,Medium,Night,200.0,397.0,False
1994-08-10,None,Take-off run,Small,Day,140.0,299.2,False
1994-08-26,None,Approach,Small,Day,145.0,321.7,False
1994-09-08,None,Approach,Medium,Night,130.0,307.3,False
1994-09-20,None,Approach,Medium,Night,200.0,450.2,False
1994-10-02,Medium,Approach,Medium,Dusk,,,False
,None,Approach,Medium,Night,,,False
1994-10-31,None,Approach,Small,Night,133.0,272.9,False
1994-11-17,None,Approach,Small,Night,140.0,299.2,False
1994-12-31,Substantial,Approach,Medium,Day,,,False
1995-03-03,None,Approach,Small,Day,135.0,316.5,False
1995-03-27,None,Approach,Medium,Night,130.0,320.6,False
1995-04-18,None,Approach,Small,Day,140.0,259.3,False
1995-05-05,None,Climb,Medium,Dawn,,,False
1995-05-24,None,Approach,Small,Night,210.0,415.5,False
1995-06-21,None,Landing Roll,Small,Day,130.0,280.7,False
1995-07-13,None,Take-off run,Small,Day,120.0,275.4,False
1995-07-30,None,Approach,Small,Night,120.0,288.7,False
1995-08-10,None,Landing Roll,Small,Night,130.0,320.6,False
1995-08-28,None,Approach,Small,Day,,,False
1995-09-13,None,Climb,Small,Day,,,False
1995-09-26,None,Climb,Medium,Night,250.0,489.6,False
1995-10-06,Substantial,Take-off run,Small,Day,110.0,243.6,False
,None,Approach,Small,Night,180.0,386.6,False
1995-10-31,Minor,Landing Roll,Medium,Day,,,False
`;

const SYNTHETIC = `day,damage,phase,species,time,speed,kmh,repaired
1995-05-24,None,Approach,Small,Night,192.0,451.5,False
2000-10-09,Substantial,Approach,Small,Night,105.0,326.4,False
2000-06-10,None,Take-off run,Medium,Dusk,,346.1,False
1993-08-23,None,Climb,Medium,Day,134.0,295.4,False
1994-12-23,None,Take-off run,Small,,177.0,305.3,False
1996-12-13,None,Landing Roll,Small,Day,,274.2,False
1998-10-16,None,,Medium,Night,98.0,,False
1990-12-11,None,Landing Roll,Medium,Day,,,False
2001-04-18,None,Approach,Medium,Dawn,,,True
1997-04-15,None,Approach,Small,Dawn,148.0,400.3,False
1990-10-11,None,Approach,Medium,Night,259.0,416.8,False
2000-01-12,Medium,Approach,Medium,Day,177.0,455.7,False
1992-04-30,None,Climb,Large,Night,135.0,,False
1999-09-19,None,Climb,Small,Day,68.0,350.5,False
1994-09-15,None,Climb,Small,Day,155.0,330.4,False
1999-07-13,None,Descent,Medium,Night,200.0,,False
1998-07-03,Medium,Climb,Medium,Day,196.0,365.5,False
1996-11-19,None,Approach,Medium,,196.0,412.5,False
1991-08-28,None,Take-off run,Medium,Day,180.0,329.2,False
1998-06-05,None,Approach,Medium,Day,,,False
1998-09-10,None,Landing Roll,Small,Day,75.0,288.7,False
1997-10-19,None,Approach,Small,Night,228.0,214.5,True
1998-10-25,None,Approach,Medium,Night,137.0,284.9,False
1998-10-16,None,Climb,Small,Day,79.0,,False
1996-05-17,None,Take-off run,Small,Night,184.0,357.0,False
1995-08-10,None,Landing Roll,Medium,Night,190.0,329.4,False
1992-12-29,None,Landing Roll,Medium,Night,129.0,,False
2001-05-20,None,Approach,Medium,Day,,384.1,False
1995-07-18,None,Landing Roll,Small,Day,164.0,305.4,False
1992-11-23,None,Climb,Medium,Dawn,187.0,451.6,False
1995-09-26,Substantial,Climb,Large,,62.0,559.4,False
1995-03-12,None,Climb,Small,Dawn,190.0,467.0,True
2001-09-29,None,Approach,Medium,Night,353.0,296.8,False
1999-10-10,Minor,Approach,Medium,Dusk,196.0,297.3,False
2001-03-05,None,Approach,Small,Day,,,False
1999-05-16,None,Approach,Medium,Night,,395.8,False
1998-03-25,None,Climb,Medium,Dawn,87.0,249.2,False
1992-05-18,None,,Medium,Day,147.0,264.9,False
2000-10-12,None,Approach,Medium,Dusk,127.0,401.1,False
2001-10-09,None,Approach,Small,Night,56.0,383.1,False
1997-08-20,None,Climb,Small,Day,171.0,436.4,False
1992-05-09,None,Landing Roll,Medium,Dawn,228.0,,False
1992-08-15,None,Landing Roll,Small,Night,,365.5,False
1999-05-12,None,Climb,Small,,179.0,464.6,False
1993-05-29,None,Climb,Small,Day,125.0,398.8,False
2000-10-07,None,Climb,Medium,Day,86.0,304.9,False
1992-04-21,None,Approach,Large,Day,191.0,,False
2000-10-18,None,Approach,Small,Dusk,171.0,,False
1999-10-28,None,Landing Roll,Medium,Dawn,,,False
1996-08-20,Medium,Approach,Medium,Day,238.0,281.8,False
1990-10-24,None,Approach,Medium,Day,228.0,,False
1994-05-27,None,Climb,Small,Day,103.0,308.2,False
1992-09-14,None,Climb,Medium,Night,83.0,,False
1994-06-14,None,Approach,Medium,Day,144.0,309.9,False
2000-08-10,None,Approach,Medium,Night,160.0,427.9,False
1997-10-01,None,Approach,Small,Day,105.0,293.3,False
2000-10-16,None,Approach,Medium,,,239.5,False
1999-07-19,None,Approach,Small,Day,124.0,271.2,False
1992-05-09,None,Climb,Medium,Night,258.0,314.3,False
1990-09-27,None,Approach,Small,Day,35.0,233.8,False
`;

const SCALES: Readonly<Record<string, NumberColumn['scale']>> = {
  day: 'datetime',
  speed: 'integer',
  kmh: 'decimal',
};

export const sampleReal: Table = tableFrom(REAL);
export const sampleSynthetic: Table = tableFrom(SYNTHETIC);

/**
 * Gower's distance of each synthetic row to its nearest and second nearest real row, over all columns. The first is
 * `calculate_dcr` of SDMetrics 0.32.0 (pandas 2.3.3, NumPy 1.26.4); the second is the sorted matrix of the definition
 * in NumPy, whose first column is the same.
 */
export const sampleFirst: readonly number[] = [
  0.017577376061353053, 0.2534299124491562, 0.375, 0.0880109563470848, 0.15164838470712508,
  0.15853758353423886, 0.26342592592592595, 0.0, 0.375, 0.19813037521097698, 0.07018312492995879,
  0.29793549712407563, 0.2563793765490278, 0.17480047323412157, 0.03903348071425852, 0.25,
  0.26282544356188564, 0.18060808037535295, 0.040944424803502376, 0.08370640904806786, 0.09685037092912255,
  0.23672488732380914, 0.08945770265400686, 0.19150565504241282, 0.17320610882633675, 0.15503743266684927,
  0.17287455929067616, 0.25, 0.023673661846626025, 0.1403289704340073, 0.2971181211060344,
  0.22201896105999303, 0.21449070269941264, 0.283606470069083, 0.11875589066918002, 0.2285715654833311,
  0.28651054505614904, 0.15060892943915194, 0.14999163090781825, 0.17872310478103412, 0.10960569385388957,
  0.28033694627709704, 0.2007376695757634, 0.2752543727879201, 0.037934649243465915, 0.18949735993182995,
  0.2556227528187943, 0.2689814814814815, 0.22143025447690856, 0.26718529671332386, 0.14997643732327992,
  0.04623878935326989, 0.1811694941878731, 0.060035130610758866, 0.13822792081317145, 0.07539517123674602,
  0.375, 0.10194516945264, 0.06446067676160894, 0.05231748936040344,
];
export const sampleSecond: readonly number[] = [
  0.07425596845132629, 0.26647855229921785, 0.375, 0.11204988647262995, 0.17096573167607668,
  0.20568713857332155, 0.34133460746325966, 0.14426248821866164, 0.375, 0.1983701746923758,
  0.07704714566844156, 0.34144621717033385, 0.2718936537857367, 0.19463617273806263, 0.060967328874043526,
  0.2837962962962963, 0.27360103015916487, 0.18312761203375494, 0.04216276090148296, 0.125,
  0.14270842287924937, 0.24188523292006037, 0.09782388078397061, 0.27580156735434774, 0.17589953470973957,
  0.1630487427516749, 0.25329877474081053, 0.25, 0.07879097305601211, 0.16636858399836457,
  0.47890208618213037, 0.30612206479064186, 0.21449070269941264, 0.29650447325144635, 0.125,
  0.23331778945305937, 0.3096676119416813, 0.15402101283928168, 0.18333390395325483, 0.1787963343376244,
  0.13340256944682874, 0.28074929311969843, 0.27921527477140134, 0.2804956404637999, 0.040073679778038857,
  0.21508776134392404, 0.25712770970782284, 0.2689814814814815, 0.25, 0.277221122537421, 0.17175925925925925,
  0.08420325317390884, 0.18607489440430064, 0.12214194193314312, 0.1492446894305974, 0.07777349104715808,
  0.375, 0.11091647988051882, 0.09442191383146549, 0.07253502089684372,
];

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
      const numbers = texts.map((cell) =>
        cell === null ? Number.NaN : scale === 'datetime' ? Date.parse(cell) : Number(cell),
      );
      return { kind: 'number', name, scale, values: Float64Array.from(numbers) };
    }),
  );
}
