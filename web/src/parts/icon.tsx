/** Drawn for 16 x 16; the word stands beside it, so none of them speaks. */
const shapes = {
  check: 'M3.5 8.5l3 3 6-7',
  warn: 'M8 2.2 14.4 13.4H1.6Z M8 6.4v3.2 M8 11.4v.2',
  stop: 'M4.2 4.2l7.6 7.6 M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z M8 4.6V8l2.4 1.6',
  late: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z M8 4.8v3.8 M8 11v.2',
  none: 'M4 8h8',
  dot: 'M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8Z',
  truck:
    'M1.5 4h8v7h-8Z M9.5 6.5h3l2 2.3V11h-5Z M4.5 11.2a1.3 1.3 0 1 0 .1 0Z M11.5 11.2a1.3 1.3 0 1 0 .1 0Z',
  box: 'M2.2 5 8 2l5.8 3v6L8 14l-5.8-3Z M2.2 5 8 8l5.8-3 M8 8v6',
  gear: 'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z M8 1.5v2 M8 12.5v2 M1.5 8h2 M12.5 8h2 M3.4 3.4l1.4 1.4 M11.2 11.2l1.4 1.4 M12.6 3.4l-1.4 1.4 M4.8 11.2l-1.4 1.4',
  sliders:
    'M2 5h6 M12 5h2 M10 3.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z M2 11h2 M8 11h6 M6 9.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z M8 1v1.5 M8 13.5V15 M1 8h1.5 M13.5 8H15 M3 3l1.1 1.1 M11.9 11.9 13 13 M13 3l-1.1 1.1 M4.1 11.9 3 13',
  moon: 'M13.5 9.8A6 6 0 0 1 6.2 2.5 6 6 0 1 0 13.5 9.8Z',
  up: 'M8 12.5v-9 M4.5 7 8 3.5 11.5 7',
  down: 'M8 3.5v9 M4.5 9 8 12.5 11.5 9',
  close: 'M4 4l8 8 M12 4l-8 8',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z M10.4 10.4 14 14',
  download: 'M8 2v8 M4.8 7 8 10.2 11.2 7 M2.5 13.5h11',
  left: 'M9.5 3.5 5 8l4.5 4.5',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
