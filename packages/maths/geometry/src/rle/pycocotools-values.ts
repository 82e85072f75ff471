/**
 * Values of pycocotools 2.0.11 (`mask.encode`, `area`, `toBbox`, `merge`, `iou`), computed from the pixels that stand
 * here, or that the formulas of `BIG_PIXELS` give.
 */
export type KnownMask = {
  readonly name: string;
  /** `#` is inside. */
  readonly rows: readonly string[];
  readonly counts: readonly number[];
  readonly text: string;
  readonly area: number;
  /** Left, top, width, height; zeros for no pixel. */
  readonly box: readonly [number, number, number, number];
};

export const KNOWN_MASKS: readonly KnownMask[] = [
  { name: 'none', rows: ['....', '....', '....'], counts: [12], text: '<', area: 0, box: [0, 0, 0, 0] },
  { name: 'all', rows: ['####', '####', '####'], counts: [0, 12], text: '0<', area: 12, box: [0, 0, 4, 3] },
  {
    name: 'first',
    rows: ['#...', '....', '....'],
    counts: [0, 1, 11],
    text: '01;',
    area: 1,
    box: [0, 0, 1, 1],
  },
  { name: 'last', rows: ['....', '....', '...#'], counts: [11, 1], text: ';1', area: 1, box: [3, 2, 1, 1] },
  {
    name: 'ring',
    rows: ['.....', '.###.', '.#.#.', '.###.', '.....'],
    counts: [6, 3, 2, 1, 1, 1, 2, 3, 6],
    text: '632NO0124',
    area: 8,
    box: [1, 1, 3, 3],
  },
  {
    name: 'columns',
    rows: ['#.#.#', '#.#.#', '#.#.#'],
    counts: [0, 3, 3, 3, 3, 3],
    text: '033000',
    area: 9,
    box: [0, 0, 5, 3],
  },
  {
    name: 'rows',
    rows: ['#####', '.....', '#####'],
    counts: [0, 1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1],
    text: '01110000000O',
    area: 10,
    box: [0, 0, 5, 3],
  },
  {
    name: 'over',
    rows: ['..#..', '.##..', '.#...', '##...'],
    counts: [3, 1, 1, 5, 10],
    text: '31149',
    area: 6,
    box: [0, 0, 3, 4],
  },
  { name: 'single', rows: ['#'], counts: [0, 1], text: '01', area: 1, box: [0, 0, 1, 1] },
  {
    name: 'stair',
    rows: ['#.......', '##......', '###.....', '####....', '#####...', '######..'],
    counts: [0, 6, 1, 5, 2, 4, 3, 3, 4, 2, 5, 1, 12],
    text: '061O1O1O1O1O7',
    area: 21,
    box: [0, 0, 6, 6],
  },
];

export const BIG_SIZE = { width: 300, height: 200 };

/** Which pixels are inside of each large mask. */
export const BIG_PIXELS = {
  disc: (x: number, y: number) => (x - 150) ** 2 + (y - 90) ** 2 < 70 ** 2,
  stripes: (x: number, y: number) => (x * x + 3 * y) % 97 < 31 && x > 40 && x < 60,
  corner: (x: number, y: number) => x + 2 * y < 120,
  far: (x: number, y: number) => x >= 290 && y >= 195,
};
export type BigMask = keyof typeof BIG_PIXELS;

export const BIG_MASKS: readonly {
  readonly name: BigMask;
  readonly text: string;
  readonly area: number;
  readonly box: readonly [number, number, number, number];
}[] = [
  {
    name: 'disc',
    text: 'gl?g0\\5:G8I6K4K6K4L4L4L4M2M4M2N2M4M2N2N2N2N2N2N2N2N2N2N2N2O0O2N2N2O0O2N2O0O2O0O2O0O2O0O2O000O2O0O2O000O2O00000O2O0000000O2O00000000000000000000000000000000000000000001N100000001N1000001N10001N101N10001N101N101N101N101N2N101N2N2N101N2N2N2N2N2N2N2N2N2N2N2N3L3N2N3L3N3L4L4L4L5J5L5J7H9Ffa?',
    area: 15361,
    box: [81, 21, 139, 139],
  },
  {
    name: 'stripes',
    text: 'nP8:f010O00010O@K`0500010O0001[ONe0100010O000N\\O2d00010O00010I^O7b0O00010O000H@9`0O00010O0080H0010O000160JO00010O0061JO00010O0060J0010O000140LO00010O0041LO00010O000H\\O8d00010O0001020M00010O00030M00010O00011OO10O00010O10O0010O00010O00010O0001OO110O00010O0HZk^1',
    area: 1214,
    box: [41, 0, 19, 200],
  },
  {
    name: 'corner',
    text: '0l1\\400O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O10PUS1',
    area: 3660,
    box: [0, 0, 120, 60],
  },
  { name: 'far', text: 'cjh15S600000000000000000', area: 50, box: [290, 195, 10, 5] },
];

/** Area of the union and of the intersection, IoU, and IoU with the second and with the first as a crowd. */
export const BIG_PAIRS: readonly (readonly [BigMask, BigMask, number, number, number, number, number])[] = [
  ['disc', 'stripes', 16575, 0, 0, 0, 0],
  ['disc', 'corner', 19021, 0, 0, 0, 0],
  ['disc', 'far', 15411, 0, 0, 0, 0],
  ['stripes', 'corner', 4659, 215, 0.046147241897402873, 0.17710049423393739, 0.058743169398907107],
  ['stripes', 'far', 1264, 0, 0, 0, 0],
  ['corner', 'far', 3710, 0, 0, 0, 0],
];

/** The union of all large masks. */
export const BIG_UNION = {
  area: 20070,
  text: '0l1\\400O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O100O10^KSO8O00010O@m0>SO210O0001[On0e0QO010O000Z10gN0O00010X10gN010O000m0\\OSOd00010O000k0]OUOc010O0001Ni0AVOa00010O00Nj0AVOa00010O00Ni0AWOa010O0001Nh0@WOb00010O000h0]OXOc00010O000T10mN0O00010R10mN010O000S10mN010O0001[Oe0e0[O0O00010O@f0;ZO510O0001Ed01[O:10O0001Kd0D\\Oa0O00010O0f0d4N0O100O100O100O100O100O100O100O100O100O10WL3W1LeN>V1BfNf0V1YOhNm0U1SOiNQ1U1nNiNX1T1hNjN\\1T1cNkNa1S1_NkNe1S1ZNlNj1R1VNmNl1R1SNmNQ2Q1oMnNS2Q1lMoNV2P1jMnNZ2P1eMPO]2o0cMPO_2o0`MQOb2n0^MQOd2n0[MROg2m0YMROi2m0VMSOl2l0TMSOn2l0QMTOQ3k0oLTOS3k0lLUOV3j0jLUOX3j0gLWOY3i0gLVO[3i0dLWO^3h0bLWO`3h0_LYOa3g0_LXOc3g0\\LYOf3f0ZLZOf3f0YLZOi3e0WL[Oi3e0VL[Ol3d0TL\\Ol3_12O0O2O000O2O0O2O000O2O00000O2O0000000O2O00000000000000000000000000000000000000000001N100000001N1000001N10001N101N10001N101N101N101N101N2N101N2N2N101N2N2N2N2N2N2N2N2N2N2N2N3L3N2N3L3N3L4L4L4L5J5L5J7H9FYi=^O^WB00000000000000000',
};
